import Catalog
import Diagnostics

/// What clauses keep, and the condition that comes of them.
extension ResolvedQuery {
  mutating func restrict(to added: Condition) {
    condition = .both(condition, added)
  }

  /// Keeps the days that this clause and the earlier ones share.
  mutating func keep(_ kept: DaySet, at span: SourceSpan) throws(Diagnostic) {
    let shared = days.map { $0.intersection(kept) } ?? kept
    guard !shared.isEmpty else {
      throw Diagnostic("no-common-period", "the periods named have no day in common", at: span)
    }
    days = shared
    periodSpan = periodSpan.map { $0.joined(with: span) } ?? span
  }

  /// The condition on a figure: its own restriction and what holds for the question.
  package func condition(of figure: Figure) -> Condition? {
    .both(figure.restriction, condition)
  }
}
