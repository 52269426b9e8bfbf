import Catalog
import Planner
import QueryLanguage

/// The rows of one frame: each figure summed in its datasets, the sums joined on the keys.
struct FrameSQL {
  let plan: QueryPlan
  let frame: Frame
  /// The suffix of the names of its tables; empty for the rows of the answer.
  let suffix: String
  let needs: Needs
  let keys: [ResolvedQuery.Key]
  /// The figures outside of folds.
  let figures: [FigureColumn]
  /// Every figure, including those inside folds.
  let allFigures: [FigureColumn]
  let parts: [PartSQL]
  let folds: [FoldSQL]
  let periods: PeriodsTable?
  /// For each figure outside of folds, which of its tables never name a value of a row.
  private let namings: [NamingSQL?]

  /// What later steps need in the rows.
  struct Needs {
    /// The place of each period, for windows and comparisons.
    var place = false
    /// Whether every combination is needed in every period, even without a row.
    var grid = false
    /// How many periods a sum should hold, to distinguish bounds from complete figures.
    var expected = false
    /// Whether rows are grouped even where each is one fact: SQLite expects few rows without a
    /// group, and joins sums of them by nested loops, three times slower for a million rows.
    var groups = false
    /// Collects the facts that are better added up before the statement runs.
    var ahead: SumsAhead?
    /// Numbers that differ from period to period.
    var columns: [PeriodsTable.PeriodColumn] = []
  }

  init(_ plan: QueryPlan, _ frame: Frame, suffix: String = "", needs: Needs = Needs()) {
    self.plan = plan
    self.frame = frame
    self.suffix = suffix
    self.needs = needs
    let keys = plan.query.keys
    self.keys = keys
    let all = plan.query.figures.indices.map { FigureColumn($0, of: plan, in: frame) }
    allFigures = all
    figures = all.filter { plan.query.figures[$0.index].fold == nil }
    folds = plan.query.folds.indices.map {
      FoldSQL(plan, frame, $0, all, suffix: suffix, ahead: needs.ahead)
    }
    let parts = PartSQL.all(
      figures,
      frame,
      keys: keys,
      suffix: suffix,
      isGrouped: needs.groups,
      ahead: needs.ahead
    )
    self.parts = parts
    let partCount = parts.count + folds.count
    let namings = figures.map { column -> NamingSQL? in
      let own = NamingSQL(
        column,
        frame.figures[column.index],
        pieceCount: frame.pieces.count,
        keys: keys,
        plan.naming
      )
      return needs.grid || partCount > 1 || own?.mixesTables == true ? own : nil
    }
    self.namings = namings
    periods = Self.periods(
      plan,
      frame,
      figures,
      namings,
      needs,
      suffix: suffix,
      partCount: partCount
    )
  }

  func naming(of figure: FigureColumn) -> NamingSQL? {
    figures.firstIndex { $0.index == figure.index }.flatMap { namings[$0] }
  }

  /// Whether rows tell that a table of a figure does not name their value.
  func tellsUntold(_ figure: FigureColumn) -> Bool {
    naming(of: figure)?.mixesTables == true
      || folds.contains { $0.untoldFigures.contains { $0.index == figure.index } }
  }

  func key(_ key: ResolvedQuery.Key) -> SQLFragment { "\(name: key.column)" }

  // MARK: Names

  var rows: String { "rows\(suffix)" }

  /// Whether the sums of one part already are the rows.
  private var isOnePart: Bool { parts.count == 1 && folds.isEmpty && periods == nil && !needs.grid }

  /// The part whose sums already are the rows.
  var onlyPart: PartSQL? { isOnePart ? parts[0] : nil }

  var dimensions: [ResolvedQuery.Key] { keys.filter { !$0.isTime } }
  var times: [ResolvedQuery.Key] { keys.filter(\.isTime) }

  /// The columns of the rows beside the keys.
  var columns: [String] {
    figures.flatMap(\.names) + untoldFigures.map(\.untoldName) + folds.flatMap(\.columns) + spare
      + (isMarked ? [Self.present] : [])
  }

  /// Those outside of folds.
  var untoldFigures: [FigureColumn] {
    figures.filter { naming(of: $0)?.mixesTables == true }
  }

  static let present = "present"

  /// Whether rows have a column for whether anything is known of them.
  var isMarked: Bool { needs.grid && !dimensions.isEmpty }

  func has(_ column: String) -> Bool { periods?.has(column) ?? false }

  /// Columns of the periods that rows take over unchanged.
  var spare: [String] {
    let own = figures.flatMap { [$0.absentName, $0.daysName, $0.namingName] }
    return periods?.columnNames.filter { !own.contains($0) } ?? []
  }

  // MARK: Tables

  /// Everything up to the rows; `groups` comes between sums and rows when there is a grid.
  var sums: [SQLFragment] {
    (periods.map { [$0.definition] } ?? []) + parts.map { $0.table(isRows: isOnePart, rows) }
      + folds.flatMap(\.sums)
  }

  var rowTables: [SQLFragment] {
    guard !isOnePart else { return [] }
    return folds.flatMap { $0.tables(hasGroups: !dimensions.isEmpty) } + [
      """
      \(name: rows) AS (
      \(joined.indented)
      )
      """
    ]
  }

  /// The combinations of values that any sum has.
  var combinations: [SQLFragment] {
    let names = dimensions.map { "\(name: $0.column)" as SQLFragment }.joined(separator: ", ")
    return (parts.map(\.name) + folds.flatMap(\.partNames)).map {
      "SELECT DISTINCT \(names) FROM \(name: $0)"
    }
  }

  static func periods(
    _ plan: QueryPlan,
    _ frame: Frame,
    _ figures: [FigureColumn],
    _ namings: [NamingSQL?],
    _ needs: Needs,
    suffix: String,
    partCount: Int
  ) -> PeriodsTable? {
    let keys = plan.query.keys.filter(\.isTime)
    let isTimeAlone = !keys.isEmpty && keys.count == plan.query.keys.count
    let mayLackRows = figures.contains { column in
      let own = frame.figures[column.index]
      return own.rows.contains(where: \.held.isEmpty)
        || own.segments.contains { $0.candidate.condition != nil }
    }
    var columns: [PeriodsTable.PeriodColumn] = needs.place ? [.place(frame)] : []
    if frame.pieces.contains(where: \.isContext) { columns.append(.isAsked(frame)) }
    var (isFilled, hasExpected, hasImpossible) = (false, false, false)
    for column in figures {
      let own = frame.figures[column.index]
      if let absent = PeriodsTable.PeriodColumn.absent(column, own) {
        columns.append(absent)
        isFilled = true
      }
      if let days = PeriodsTable.PeriodColumn.days(column, own) { columns.append(days) }
      if partCount > 1 || needs.grid,
        let impossible = PeriodsTable.PeriodColumn.impossible(column, own)
      {
        columns.append(impossible)
        hasImpossible = true
      }
      if needs.expected, let expected = PeriodsTable.PeriodColumn.expected(column, own) {
        columns.append(expected)
        hasExpected = true
      }
    }
    columns += namings.compactMap { $0?.column }
    columns += needs.columns
    let hasSeveralParts = partCount > 1
    let needsSpine = isTimeAlone && (mayLackRows || hasSeveralParts)
    let needsZeros =
      isFilled && (hasSeveralParts || (plan.query.keys.isEmpty && mayLackRows))
    guard
      needsSpine || needsZeros || hasImpossible || needs.place || needs.grid || hasExpected
        || namings.contains(where: { $0 != nil }) || !needs.columns.isEmpty
        || figures.contains(where: \.isWeighted)
    else { return nil }
    if keys.isEmpty, columns.isEmpty { return nil }
    return PeriodsTable("periods\(suffix)", frame, keys: keys.map(\.column), columns: columns)
  }

}
