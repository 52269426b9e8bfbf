import Diagnostics
import QueryLanguage

/// What a refusal says, with questions that may have been meant. They are not tried yet: whoever
/// asked first tries them, once, with ``tried(_:_:)``.
struct RefusalReason: Sendable {
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
}
