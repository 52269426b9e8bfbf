import Catalog
import Planner
import QueryLanguage

/// Keys and figures of all parts, side by side.
extension FrameSQL {
  /// The keys and figures of all parts, as columns side by side.
  var joined: SQLFragment {
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
  func fill(_ figure: FigureColumn, _ part: String) -> SQLFragment {
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
  func absent(_ figure: FigureColumn, _ periods: PeriodsTable) -> SQLFragment {
    let absent: SQLFragment = "\(column: figure.absentName, of: periods.name)"
    guard let naming = naming(of: figure) else { return absent }
    return "CASE WHEN NOT (\(naming.isUnknown(in: periods.name, key))) THEN \(absent) END"
  }

  /// Whether any part has a row for the combination.
  var presence: SQLFragment {
    let own = parts.flatMap { part in
      part.figures.flatMap(\.names).map { "\(column: $0, of: part.name)" as SQLFragment }
    }
    let folded = folds.map { "\(column: $0.present, of: $0.name)" as SQLFragment }
    return
      "coalesce(\((own + folded + ["NULL"]).joined(separator: ", "))) IS NOT NULL AS \"present\""
  }

  func sideBySide(_ keyNames: [SQLFragment]) -> SQLFragment {
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
