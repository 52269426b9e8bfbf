import Diagnostics
import QueryLanguage

/// Why a question is not planned. The words, and the questions that may have been meant, are worked
/// out only when somebody asks for them: of most questions that are tried nobody does.
struct Refusal: Error {
  private let cause: Cause

  /// `@unchecked`: a refusal is caught on the thread that planned the question.
  private enum Cause: @unchecked Sendable {
    case told(RefusalReason)
    case askedLater(() -> RefusalReason, better: [Refusal])
  }

  init(
    _ diagnostic: Diagnostic,
    instead: [Query] = [],
    most: Int = .max,
    hint: (@Sendable ([TriedQuestion]) -> String?)? = nil
  ) {
    cause = .told(
      RefusalReason(diagnostic: diagnostic, instead: instead, most: most, hint: hint)
    )
  }

  /// A refusal for lack of data whose reason is worked out when it is asked for; `better` is said
  /// instead where one of its questions works.
  init(better: [Refusal] = [], _ reason: @escaping () -> RefusalReason) {
    cause = .askedLater(reason, better: better)
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

  /// What is wrong, by its kind.
  var kind: Diagnostic.Kind {
    switch cause {
    case .told(let reason): reason.diagnostic.kind
    case .askedLater: .lackOfData
    }
  }

  /// What is wrong, without questions.
  var diagnostic: Diagnostic { reason.diagnostic }

  /// All that can be said of it.
  var reason: RefusalReason {
    switch cause {
    case .told(let reason): return reason
    case .askedLater(let asked, let better):
      var reason = asked()
      reason.better = better + reason.better
      return reason
    }
  }
}
