import Planner
import QueryLanguage

/// Which steps an answer takes beyond sums and rows.
struct Steps {
  let query: ResolvedQuery
  /// Whether some column is computed over several rows, or judged.
  let isStaged: Bool
  /// Whether rows are compared in time, and so need their place in time.
  let hasPlaces: Bool
  /// Whether every combination has a row in every period.
  let hasGrid: Bool
  /// Whether rows that sum up others are added.
  let hasSummaries: Bool
  private let perColumns: [PeriodsTable.PeriodColumn]

  init(_ plan: QueryPlan) {
    let query = plan.query
    self.query = query
    let comparesTime = query.extras.columns.contains(where: \.needsTime) || !plan.references.isEmpty
    hasSummaries = query.extras.total != nil || query.extras.others != nil
    hasPlaces = comparesTime
    hasGrid = comparesTime || !query.folds.isEmpty
    isStaged =
      hasGrid || hasSummaries || query.isAcross || !query.extras.columns.isEmpty || query.per != nil
      || !query.tests.isEmpty
    perColumns = query.per.map { PerSQL.columns($0.unit, plan, plan.main) } ?? []
  }

  /// The dimensions whose values are ordered by separate sums over all rows, where the rows of the
  /// answer are those of its figures in the default order. A window over all rows would give the
  /// same, but takes half as long again. Where the last SELECT drops rows, only it knows which ones
  /// are left, so this does not apply.
  var sizedKeys: [ResolvedQuery.Key] {
    let keepsAllRows =
      !isStaged && query.ranking == nil && !query.keys.contains(.source) && query.order.isEmpty
    guard keepsAllRows, query.keys.count > 1 else { return [] }
    return query.keys.filter { $0.dimension != nil }
  }

  var hasGroups: Bool { hasGrid && query.keys.contains { !$0.isTime } }

  func needs(of frame: Frame, hasOwnColumns: Bool) -> FrameSQL.Needs {
    FrameSQL.Needs(
      place: hasPlaces,
      grid: hasGrid,
      expected: isStaged,
      columns: hasOwnColumns ? perColumns : []
    )
  }
}
