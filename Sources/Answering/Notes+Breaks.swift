import Catalog
import Planner
import QueryLanguage
import Results

extension Notes {
  /// What must be known of the periods and the tables that are really used, the newest first.
  static func breaks(
    _ plan: QueryPlan,
    _ met: RowReader.Findings,
    _ catalog: any CatalogReader
  ) -> [Note] {
    var found: [SeriesBreak] = []
    for (index, figure) in plan.figures.enumerated() {
      let uses = TableUses(of: index, plan, met)
      // How much two sources differ where they meet says that they meet.
      let saysSources = plan.seams.contains { $0.figure == index }
      for own in catalog.breaks(of: figure.figure.measure.id)
      where !found.contains(own) && !(saysSources && own.kind == "source")
        && uses.touch(own) && matters(own, plan, figure.figure)
      {
        found.append(own)
      }
    }
    found.sort { ($1.at, $0.key) < ($0.at, $1.key) }
    return found.map { Note(.seriesBreak, $0.note) }
  }

  /// Whether a break concerns what the question keeps or tells apart.
  static func matters(
    _ own: SeriesBreak,
    _ plan: QueryPlan,
    _ figure: ResolvedQuery.Figure
  ) -> Bool {
    let condition = plan.query.condition(of: figure)
    let required = condition?.required ?? Requirements()
    let isNamed = own.filters.allSatisfy { filter in
      let isTold = plan.query.keys.contains { $0.dimension?.id == filter.dimension }
      guard filter.member != 0 else { return isTold || required[filter.dimension] != nil }
      return isTold || required[filter.dimension]?.contains(filter.member) == true
    }
    let isThere = own.about.contains { filter in
      (condition?.conjuncts ?? []).allSatisfy { $0.allows(filter.member, of: filter.dimension) }
    }
    return isNamed && (own.about.isEmpty || isThere)
  }
}

extension Condition {
  /// Whether facts of a value can be among those that count.
  fileprivate func allows(_ member: Int, of dimension: Int) -> Bool {
    guard case .test(let test) = self, test.dimension.id == dimension else { return true }
    return test.members.contains(member) != test.isExcluded
  }
}

/// Which tables answer a figure, and for which days: in the rows, and in what they are compared with.
private struct TableUses {
  private var uses: [(table: Int, days: DaySet)] = []

  init(of figure: Int, _ plan: QueryPlan, _ met: RowReader.Findings) {
    add(figure, plan.main) { met.pieces[$0] }
    for reference in plan.references {
      add(figure, reference.frame) { isUsed($0, reference, met.pieces) }
    }
  }

  private mutating func add(_ figure: Int, _ frame: Frame, _ isShown: (Int) -> Bool) {
    let own = frame.figures[figure]
    // Those inside a fold are told for its finer periods.
    let rows = own.figure.fold.map { frame.folds[$0].rows }
    for segment in own.segments {
      for use in segment.uses where isShown(rows?[use.piece] ?? use.piece) {
        uses.append((segment.candidate.dataset.table, use.days))
      }
    }
  }

  /// Whether a row crosses a break, or lies in the time for which it holds.
  func touch(_ own: SeriesBreak) -> Bool {
    let named = own.tables.isEmpty ? uses : uses.filter { own.tables.contains($0.table) }
    guard !named.isEmpty else { return false }
    let isOfSources = own.kind == "source"
    let meetsAnother = uses.contains { use in !named.contains { $0.table == use.table } }
    if let until = own.until {
      let time = DayRange(own.at, until)
      return named.contains { !$0.days.intersection(time).isEmpty }
        && (!isOfSources || meetsAnother)
    }
    guard let hull = DaySet(uses.flatMap(\.days.ranges)).hull, hull.first < own.at,
      own.at <= hull.last
    else { return false }
    guard own.tables.isEmpty else { return meetsAnother }
    return !isOfSources || uses.contains { $0.table != uses[0].table }
  }
}
