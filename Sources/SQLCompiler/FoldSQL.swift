import Catalog
import Planner
import QueryLanguage

/// One fold: figures by finer periods, the expression over them, and one figure made of those.
struct FoldSQL {
  private let plan: QueryPlan
  private let fold: ResolvedQuery.Fold
  private let index: Int
  private let suffix: String
  let figures: [FigureColumn]
  private let parts: [PartSQL]
  let periods: PeriodsTable
  private let outerKeys: [ResolvedQuery.Key]
  /// For each figure, which of its tables never name a value of a row.
  let namings: [NamingSQL?]

  init(
    _ plan: QueryPlan,
    _ frame: Frame,
    _ index: Int,
    _ all: [FigureColumn],
    suffix: String,
    ahead: SumsAhead?
  ) {
    self.plan = plan
    self.index = index
    self.suffix = suffix
    fold = plan.query.folds[index]
    outerKeys = plan.query.keys
    let own = all.filter { plan.query.figures[$0.index].fold == index }
    figures = own
    let pieces = frame.folds[index].pieces
    // The codes of time follow one another, in the order of the keys of time.
    let keys = plan.query.keys + [.time(fold.unit)]
    parts = PartSQL.all(
      own,
      frame,
      pieces: pieces,
      keys: keys,
      suffix: " \(fold.unit.keyword)\(suffix)",
      ahead: ahead
    )
    let namings = own.map {
      NamingSQL(
        $0,
        frame.figures[$0.index],
        pieceCount: pieces.count,
        keys: plan.query.keys,
        plan.naming
      )
    }
    self.namings = namings
    let columns =
      own.compactMap { figure -> PeriodsTable.PeriodColumn? in
        Self.absent(figure, frame.figures[figure.index], pieces)
      }
      + own.compactMap { figure in
        Self.days(figure, pieces)
      } + namings.compactMap { $0?.column }
    periods = PeriodsTable(
      "fold \(index + 1) periods\(suffix)",
      frame,
      pieces: pieces,
      keys: keys.filter(\.isTime).map(\.column),
      columns: columns
    )
  }

  var name: String { "fold \(index + 1)\(suffix)" }
  private var inner: String { "fold \(index + 1) rows\(suffix)" }
  private static let folded = "folded"

  /// The figure, and how exact it is.
  var columns: [String] {
    [Self.column(index)] + figures.flatMap(\.companionNames) + untoldFigures.map(\.untoldName)
  }

  /// The figures that may be incomplete in a finer period: it is put together from tables that name
  /// different values, or it has no figure and the maximum is that of the other periods.
  var untoldFigures: [FigureColumn] { untold.map(\.figure) }

  private var isLargest: Bool { fold.function == .max }

  private var untold: [(figure: FigureColumn, naming: NamingSQL)] {
    zip(figures, namings).compactMap { figure, naming in
      naming.flatMap { isLargest || $0.mixesTables ? (figure, $0) : nil }
    }
  }

  var present: String { Self.column(index) }
  static func column(_ index: Int) -> String { "fold \(index + 1)" }

  var partNames: [String] { parts.map(\.name) }

  var sums: [SQLFragment] {
    [periods.definition] + parts.map { $0.table(isRows: false, "") }
  }

  func tables(hasGroups: Bool) -> [SQLFragment] {
    var tables: [SQLFragment] = ["\(name: inner) AS (\n\(rows(hasGroups).indented)\n)"]
    if fold.function == .median { tables.append(ordered) }
    return tables + ["\(name: name) AS (\n\(folding.indented)\n)"]
  }

  /// The expression for every finer period.
  private func rows(_ hasGroups: Bool) -> SQLFragment {
    let keys = (outerKeys + [.time(fold.unit)]).map { "\(name: $0.column)" as SQLFragment }
    let companions = parts.flatMap { part in
      part.figures.flatMap(\.companionNames).map { "\(column: $0, of: part.name)" as SQLFragment }
    }
    let untold = untold.map { figure, naming -> SQLFragment in
      let key = { (key: ResolvedQuery.Key) in "\(name: key.column)" as SQLFragment }
      let test =
        isLargest
        ? naming.isUnknown(in: periods.name, key) : naming.isUntold(in: periods.name, key)
      return "\(test) AS \(name: figure.untoldName)"
    }
    let columns = keys + ["\(expression) AS \(name: Self.folded)"] + companions + untold
    let spine: SQLFragment =
      hasGroups
      ? "\"groups\" CROSS JOIN \(name: periods.name)" : "\(name: periods.name)"
    let list = keys.joined(separator: ", ")
    return """
      SELECT \(columns.joined(separator: ", "))
      FROM \(parts.reduce(spine) { "\($0)\nLEFT JOIN \(name: $1.name) USING (\(list))" })
      """
  }

  private var expression: SQLFragment {
    ValueSQL(query: plan.query) {
      figure($0)
    } fold: { _ in
      "NULL"
    } nothing: { index in
      plan.query.figures[index].nothingElsewhere(outerKeys, in: part(of: index))
    }.sql(fold.value)
  }

  private func part(of index: Int) -> String {
    parts.first { $0.figures.contains { $0.index == index } }?.name ?? ""
  }

  private func figure(_ index: Int) -> SQLFragment {
    guard let own = figures.first(where: { $0.index == index }) else { return "NULL" }
    var value: SQLFragment = "\(column: own.name, of: part(of: index))"
    if periods.has(own.absentName) {
      let filled: SQLFragment = "coalesce(\(value), \(absent(own)))"
      // A row with only empty or withheld cells is not an absent row.
      value =
        own.hasEmpty
        ? "CASE WHEN \(column: own.emptyName, of: part(of: index)) > 0 THEN \(value) ELSE \(filled) END"
        : filled
    }
    if periods.has(own.daysName) {
      let days: SQLFragment = "\(column: own.daysName, of: periods.name)"
      value =
        own.measure.scale == 1
        ? "\(value) * 1.0 / \(days)" : "\(value) * 1.0 / (\(days) * \(own.measure.scale))"
    }
    return own.scale == 1 ? value : "\(value) * 1.0 / \(own.scale)"
  }

  // MARK: One figure

  private var keyList: SQLFragment {
    outerKeys.map { "\(name: $0.column)" as SQLFragment }.joined(separator: ", ")
  }

  private var folding: SQLFragment {
    let folded: SQLFragment = "\(name: Self.folded)"
    let whole: SQLFragment
    switch fold.function {
    case .average where decimals > 0: whole = mean(folded)
    case .average: whole = "avg(\(folded))"
    case .max: whole = "max(\(folded))"
    case .min: whole = "min(\(folded))"
    case .median:
      let middle: SQLFragment = """
        CASE WHEN "line" IN (("count" + 1) / 2, ("count" + 2) / 2) THEN \(folded) END
        """
      whole = decimals > 0 ? mean(middle) : "avg(\(middle))"
    }
    // A period without a figure is skipped by a maximum, and makes any other fold unknown.
    let value: SQLFragment =
      isLargest
      ? whole : "CASE WHEN count(\(folded)) = count(*) THEN \(whole) END"
    let companions = figures.flatMap { own in
      own.companionNames.map {
        "\(own.combining(name: $0, "\(name: $0)")) AS \(name: $0)" as SQLFragment
      }
    }
    let untold = untoldFigures.map {
      "max(\(name: $0.untoldName)) AS \(name: $0.untoldName)" as SQLFragment
    }
    let keys = outerKeys.map { "\(name: $0.column)" as SQLFragment }
    let columns = keys + ["\(value) AS \(name: Self.column(index))"] + companions + untold
    let source: SQLFragment =
      fold.function == .median ? "\(name: "\(inner) in order")" : "\(name: inner)"
    let select: SQLFragment = "SELECT \(columns.joined(separator: ", "))\nFROM \(source)"
    return keys.isEmpty ? select : "\(select)\nGROUP BY \(keyList)"
  }

  /// The decimals of what is folded, where it is a sum of figures.
  private var decimals: Int { decimals(of: fold.value) ?? 0 }

  private func decimals(of value: ResolvedQuery.Value) -> Int? {
    switch value {
    case .figure(let index):
      return figures.first { $0.index == index }.flatMap {
        $0.isWeighted ? nil : $0.measure.decimals
      }
    case .operation(let sign, let left, let right) where sign == .add || sign == .subtract:
      guard let own = decimals(of: left), let other = decimals(of: right) else { return nil }
      return max(own, other)
    case .number, .fold, .operation: return nil
    }
  }

  /// The mean of decimals, rounded once.
  private func mean(_ value: SQLFragment) -> SQLFragment {
    let scale = powerOfTen(decimals)
    return "sum(\(value.counted(inDecimals: decimals))) / (count(\(value)) * \(scale))"
  }

  /// The finer periods in order of size, for the median.
  private var ordered: SQLFragment {
    let partition: SQLFragment = outerKeys.isEmpty ? "" : "PARTITION BY \(keyList)"
    return """
      \(name: "\(inner) in order") AS (
        SELECT *, row_number() OVER (\(partition) ORDER BY \(name: Self.folded) NULLS LAST) AS "line",
          count(\(name: Self.folded)) OVER (\(partition)) AS "count"
        FROM \(name: inner)
      )
      """
  }
}
