import Answering
import Catalog
import Planner
import QueryLanguage
import Results
import Store

/// What is newest of something may be old.
extension Pipeline {
  /// What must be said first where a line in somebody's own words asks for what is newest, or for
  /// this year so far, and nothing is held of the last twelve months; `nil` for other questions.
  func oldNews(of plan: QueryPlan) -> Note? {
    guard asked != nil, plan.query.query.clauses.contains(where: \.asksForNewest),
      let last = plan.main.heldDays?.last, let published = catalog.edition()?.published,
      let edition = Period(date: published)
    else { return nil }
    let month = Period(.month, containing: last)
    guard month.advanced(by: 12).days.last < edition.days.first else { return nil }
    return Note(.understood, "nothing newer is held than \(month.label)")
  }
}

extension Clause {
  /// Whether it keeps to what is newest.
  fileprivate var asksForNewest: Bool { self is YearToDateClause || self is LatestClause }
}
