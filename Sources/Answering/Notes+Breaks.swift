import Catalog
import Planner
import QueryLanguage
import Results

extension Notes {
  /// Notes on breaks in the periods and tables that are really used, the newest first.
  static func breaks(
    _ plan: QueryPlan,
    _ findings: RowFindings,
    _ catalog: any CatalogReader,
    _ beside: (String) -> OtherCount?
  ) -> [Note] {
    var found: [SeriesBreak] = []
    for (index, figure) in plan.figures.enumerated() {
      let uses = TableUses(of: index, plan, findings)
      // A note on how much two sources differ where they meet already says that they meet.
      let saysSources = plan.seams.contains { $0.figure == index }
      for own in catalog.breaks(of: figure.figure.measure.id)
      where !found.contains(own) && !(saysSources && own.kind == "source")
        && uses.touch(own) && matters(own, plan, figure.figure)
        && (own.question.isEmpty || isOfWhole(plan, figure.figure))
      {
        found.append(own)
      }
    }
    found.sort { ($1.at, $0.key) < ($0.at, $1.key) }
    return found.compactMap { words($0, plan, beside).map { Note(.seriesBreak, $0) } }
  }

  /// The note on a break, with the figure that is told beside it; `nil` where it is about another
  /// count that has none for any period of the answer.
  private static func words(
    _ own: SeriesBreak,
    _ plan: QueryPlan,
    _ beside: (String) -> OtherCount?
  ) -> String? {
    guard !own.question.isEmpty else { return own.note }
    guard own.asksForPeriod else {
      let other = beside(own.question).map { ": \($0.figure), \($0.days)" } ?? ""
      return "\(own.note) `\(own.question)`\(other)"
    }
    for period in periods(of: plan, in: own) {
      let question = own.question(in: period)
      if let other = beside(question) { return "\(own.note) `\(question)`: \(other.figure)" }
    }
    return nil
  }

  /// The newest periods of an answer to which a break applies, as they are typed.
  private static func periods(of plan: QueryPlan, in own: SeriesBreak) -> [String] {
    let time = DayRange(own.at, own.until ?? .distantFuture)
    let rows = plan.main.pieces.filter { !$0.isContext && $0.whole.overlaps(time) }
    return rows.suffix(mostAsked).reversed().compactMap(\.whole.typed)
  }

  /// For so many periods another count is sought.
  private static let mostAsked = 3

  /// Whether nothing but time divides or restricts a figure: another count of the same thing is one
  /// of the whole.
  private static func isOfWhole(_ plan: QueryPlan, _ figure: ResolvedQuery.Figure) -> Bool {
    plan.query.condition(of: figure) == nil && !plan.query.keys.contains { $0.dimension != nil }
  }

  /// Whether a break concerns values that the question keeps or breaks down by.
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

extension DayRange {
  /// The fiscal year, calendar year or month that these days are, as it is typed: `fy2022`.
  fileprivate var typed: String? {
    let units: [(TimeUnit, String)] = [(.fiscalYear, "fy"), (.calendarYear, "cy"), (.month, "")]
    for (unit, prefix) in units {
      let period = Period(unit, containing: first)
      if period.days == self { return prefix + period.exported }
    }
    return nil
  }
}

extension Condition {
  /// Whether facts of a value can be among those that count.
  fileprivate func allows(_ member: Int, of dimension: Int) -> Bool {
    guard case .test(let test) = self, test.dimension.id == dimension else { return true }
    return test.members.contains(member) != test.isExcluded
  }
}

/// Which tables answer a figure, and for which days: in the rows, and in what they are compared
/// with.
private struct TableUses {
  private var uses: [(table: Int, days: DayRange)] = []
  /// From the first of these days to the last.
  private var hull = DayRange(.distantFuture, .distantPast)
  private var tables = IDSet()

  init(of figure: Int, _ plan: QueryPlan, _ findings: RowFindings) {
    add(figure, plan.main) { findings.pieces[$0] }
    for reference in plan.references {
      add(figure, reference.frame) { isUsed($0, reference, findings.pieces) }
    }
  }

  private mutating func add(_ figure: Int, _ frame: Frame, _ isShown: (Int) -> Bool) {
    let own = frame.figures[figure]
    // Days inside a fold are listed by its finer periods.
    let rows = own.figure.fold.map { frame.folds[$0].rows }
    for segment in own.segments {
      let table = segment.candidate.dataset.table
      for use in segment.uses where isShown(rows?[use.piece] ?? use.piece) {
        tables.insert(table)
        for days in use.days.ranges {
          uses.append((table, days))
          hull = DayRange(min(hull.first, days.first), max(hull.last, days.last))
        }
      }
    }
  }

  /// Whether a row crosses a break, or lies in the time for which it holds.
  func touch(_ own: SeriesBreak) -> Bool {
    let named = own.tables.isEmpty ? tables : own.tables.intersection(tables)
    guard !named.isEmpty else { return false }
    let meetsAnother = named.count < tables.count
    if let until = own.until {
      guard own.kind != "source" || meetsAnother else { return false }
      let time = DayRange(own.at, until)
      return uses.contains { named.contains($0.table) && $0.days.overlaps(time) }
    }
    guard hull.first < own.at, own.at <= hull.last else { return false }
    guard own.tables.isEmpty else { return meetsAnother }
    return own.kind != "source" || tables.count > 1
  }
}
