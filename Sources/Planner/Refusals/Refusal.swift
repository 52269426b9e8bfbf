import Diagnostics
import QueryLanguage

/// Why a question is not planned, with questions that may have been meant. They are not tried yet:
/// whoever asked first tries them, once, with ``tried(_:_:)``.
struct Refusal: Error {
  /// What is wrong, without questions.
  let diagnostic: Diagnostic
  /// Questions that may have been meant, the likeliest first.
  var instead: [Query] = []
  /// The most of them that are offered.
  var most = Int.max
  /// The hint, where it depends on the questions that work; otherwise the diagnostic has its own.
  var hint: (@Sendable ([TriedQuestion]) -> String?)?
  /// Refusals that say more: each is said instead where one of its questions works.
  var better: [Refusal] = []

  init(
    _ diagnostic: Diagnostic,
    instead: [Query] = [],
    most: Int = .max,
    hint: (@Sendable ([TriedQuestion]) -> String?)? = nil
  ) {
    self.diagnostic = diagnostic
    self.instead = instead
    self.most = most
    self.hint = hint
  }

  /// A refusal for lack of data: the question makes sense, and nothing that is held answers it.
  static func lackOfData(
    _ id: String,
    _ message: String,
    at span: SourceSpan,
    hint: String? = nil,
    instead: [Query] = [],
    most: Int = .max
  ) -> Refusal {
    Refusal(
      Diagnostic(id, kind: .lackOfData, message, at: span, hint: hint),
      instead: instead,
      most: most
    )
  }
}
