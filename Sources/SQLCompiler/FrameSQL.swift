import Catalog
import Planner
import QueryLanguage

/// The rows of one frame: each figure summed in its datasets, the sums joined on the keys.
struct FrameSQL {
  let plan: QueryPlan
  let frame: Frame
  /// The suffix of the names of its tables; empty for the rows of the answer.
  private let suffix: String
  private let needs: Needs
  let keys: [ResolvedQuery.Key]
  /// The figures outside of folds.
  let figures: [FigureColumn]
  /// Every figure, including those inside folds.
  let allFigures: [FigureColumn]
  private let parts: [PartSQL]
  private let folds: [FoldSQL]
  private let periods: PeriodsTable?
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

  private func naming(of figure: FigureColumn) -> NamingSQL? {
    figures.firstIndex { $0.index == figure.index }.flatMap { namings[$0] }
  }

  /// Whether rows tell that a table of a figure does not name their value.
  func tellsUntold(_ figure: FigureColumn) -> Bool {
    naming(of: figure)?.mixesTables == true
      || folds.contains { $0.untoldFigures.contains { $0.index == figure.index } }
  }

  private func key(_ key: ResolvedQuery.Key) -> SQLFragment { "\(name: key.column)" }

  // MARK: Names

  var rows: String { "rows\(suffix)" }

  /// Whether the sums of one part already are the rows.
  private var isOnePart: Bool { parts.count == 1 && folds.isEmpty && periods == nil && !needs.grid }

  /// The part whose sums already are the rows.
  var onlyPart: PartSQL? { isOnePart ? parts[0] : nil }

  private var dimensions: [ResolvedQuery.Key] { keys.filter { !$0.isTime } }
  private var times: [ResolvedQuery.Key] { keys.filter(\.isTime) }

  /// The columns of the rows beside the keys.
  var columns: [String] {
    figures.flatMap(\.names) + untoldFigures.map(\.untoldName) + folds.flatMap(\.columns) + spare
      + (isMarked ? [Self.present] : [])
  }

  /// Those outside of folds.
  private var untoldFigures: [FigureColumn] {
    figures.filter { naming(of: $0)?.mixesTables == true }
  }

  static let present = "present"

  /// Whether rows have a column for whether anything is known of them.
  private var isMarked: Bool { needs.grid && !dimensions.isEmpty }

  func has(_ column: String) -> Bool { periods?.has(column) ?? false }

  /// Columns of the periods that rows take over unchanged.
  private var spare: [String] {
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

  private static func periods(
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

  // MARK: Rows

  /// The keys and figures of all parts, as columns side by side.
  private var joined: SQLFragment {
    let keyNames = keys.map { "\(name: $0.column)" as SQLFragment }
    let filled = parts.flatMap { part in
      part.figures.flatMap { figure in
        ["\(fill(figure, part.name)) AS \(name: figure.name)" as SQLFragment]
          + figure.companionNames.map { "\(column: $0, of: part.name)" as SQLFragment }
      }
    }
    let folded = folds.flatMap { fold in
      fold.columns.map { "\(column: $0, of: fold.name)" as SQLFragment }
    }
    let others = spare.map { "\(column: $0, of: "periods\(suffix)")" as SQLFragment }
    let untold = untoldFigures.map { figure -> SQLFragment in
      let test = naming(of: figure)?.isUntold(in: "periods\(suffix)", key) ?? "0"
      return "\(test) AS \(name: figure.untoldName)"
    }
    let columns = keyNames + filled + untold + folded + others + (isMarked ? [presence] : [])
    return """
      SELECT \(columns.joined(separator: ", "))
      FROM \(sideBySide(keyNames))
      """
  }

  /// A figure with what an absent row means filled in, and means divided by their days.
  private func fill(_ figure: FigureColumn, _ part: String) -> SQLFragment {
    let value: SQLFragment = "\(column: figure.name, of: part)"
    guard let periods else { return value }
    var filled = value
    if periods.has(figure.absentName) {
      filled = "coalesce(\(value), \(absent(figure, periods)))"
      // A row with only empty or withheld cells is not an absent row.
      if figure.hasEmpty {
        filled =
          "CASE WHEN \(column: figure.emptyName, of: part) > 0 THEN \(value) ELSE \(filled) END"
      }
    }
    guard figure.isWeighted else { return filled }
    let days: SQLFragment = "\(column: figure.daysName, of: periods.name)"
    return figure.measure.scale == 1
      ? "\(filled) * 1.0 / \(days)" : "\(filled) * 1.0 / (\(days) * \(figure.measure.scale))"
  }

  /// The value of a combination without a row; nothing where the period's tables never name it.
  private func absent(_ figure: FigureColumn, _ periods: PeriodsTable) -> SQLFragment {
    let absent: SQLFragment = "\(column: figure.absentName, of: periods.name)"
    guard let naming = naming(of: figure) else { return absent }
    return "CASE WHEN NOT (\(naming.isUnknown(in: periods.name, key))) THEN \(absent) END"
  }

  /// Whether any part has a row for the combination.
  private var presence: SQLFragment {
    let own = parts.flatMap { part in
      part.figures.flatMap(\.names).map { "\(column: $0, of: part.name)" as SQLFragment }
    }
    let folded = folds.map { "\(column: $0.present, of: $0.name)" as SQLFragment }
    return
      "coalesce(\((own + folded + ["NULL"]).joined(separator: ", "))) IS NOT NULL AS \"present\""
  }

  private func sideBySide(_ keyNames: [SQLFragment]) -> SQLFragment {
    let names = (parts.map(\.name) + folds.map(\.name)).map { "\(name: $0)" as SQLFragment }
    let keyList = keyNames.joined(separator: ", ")
    let periodsName: SQLFragment? = periods.map { "\(name: $0.name)" }
    if needs.grid, !dimensions.isEmpty {
      let spine: SQLFragment = periodsName.map { "\"groups\" CROSS JOIN \($0)" } ?? "\"groups\""
      return names.reduce(spine) { "\($0)\nLEFT JOIN \($1) USING (\(keyList))" }
    }
    if keys.isEmpty {
      return (names + (periodsName.map { [$0] } ?? [])).joined(separator: ", ")
    }
    if dimensions.isEmpty, let periodsName {
      return names.reduce(periodsName) { "\($0)\nLEFT JOIN \($1) USING (\(keyList))" }
    }
    var tables: SQLFragment
    if names.count == 1 {
      tables = names[0]
    } else {
      let spine = names.map { "SELECT \(keyList) FROM \($0)" as SQLFragment }
        .joined(separator: " UNION ")
      tables = names.reduce("(\(spine))") { "\($0)\nLEFT JOIN \($1) USING (\(keyList))" }
    }
    guard let periodsName else { return tables }
    let time = times.map { "\(name: $0.column)" as SQLFragment }
    return time.isEmpty
      ? "\(tables), \(periodsName)"
      : "\(tables)\nJOIN \(periodsName) USING (\(time.joined(separator: ", ")))"
  }
}
