import Asking
import Catalog
import Importing
import Output
import Planner
import Results
import Store

/// What an import says before it changes anything: what the file is, what it adds up to, and what
/// is new in it.
struct ImportReport {
  let text: String

  init(
    _ file: SourceFile,
    _ choice: ImportChoice,
    _ pieces: [CountedPiece],
    _ tables: [TableInMaking],
    _ published: Published,
    _ effect: Effect,
    _ pipeline: Pipeline
  ) throws {
    var lines = ["\(file.path): \(choice.format.name)"]
    let rows = pieces.rows
    let empty = pieces.reduce(0) { $0 + $1.counted.emptyRows }
    let parts = pieces.count > 1 ? " in \(pieces.count) tables" : ""
    lines.append(
      "  \(grouped(rows)) \(rows == 1 ? "row" : "rows")\(parts), \(Self.span(of: tables))"
    )
    if empty > 0 {
      lines.append("  \(grouped(empty)) empty \(empty == 1 ? "row is" : "rows are") left out")
    }
    lines += choice.remarks.map { "  " + $0 }
    lines.append(
      "  published \(published.text)"
        + (published.guess.map { " (assumed: \($0); --published sets it)" } ?? "")
    )
    lines += Self.standing(of: tables)
    lines += Self.addedUp(tables)
    lines += tables.first.flatMap { Self.open($0, published) }.map { ["  " + $0] } ?? []
    if pieces.count > 1 { lines.append("") }
    for table in tables where !table.totals.isEmpty {
      if pieces.count > 1 {
        lines.append("  " + (try TableComparison(table, pipeline).line))
        continue
      }
      for (place, measure) in table.table.measures.enumerated() {
        guard let measure = pipeline.catalog.measure(measure) else { continue }
        let comparison = try YearComparison(table, place, measure, pipeline)
        lines.append("")
        lines += comparison.lines(named: Self.name(of: measure, table, pipeline.catalog))
      }
    }
    if !effect.lines.isEmpty { lines.append("") }
    lines += effect.lines.map { "  " + $0 }
    text = lines.joined(by: "\n")
  }

  /// Whether the tables go before those of publishers, or after them.
  private static func standing(of tables: [TableInMaking]) -> [String] {
    switch tables.first?.standing {
    case .preferred: ["  answers before publishers' tables (--prefer)"]
    case .declared: ["  answers what no publisher's table holds"]
    case .published, nil: []
    }
  }

  /// What is said of rows of a declared table that have equal keys and are added up.
  private static func addedUp(_ tables: [TableInMaking]) -> [String] {
    let added = tables.filter { $0.standing != .published }
      .flatMap { $0.totals.map(\.rowsOfSeveral) }.reduce(0, +)
    guard added > 0 else { return [] }
    let sums = added == 1 ? "1 sum is" : "\(grouped(added)) sums are"
    let twice = tables.filter { $0.standing != .published && $0.countsColumns }
      .flatMap { $0.totals.map(\.rowsSaidTwice) }.reduce(0, +)
    return [
      "  rows with the same values and period are added up: \(sums) of several rows; "
        + "--by can name another column"
    ]
      + (twice == 0
        ? []
        : [
          "  \(grouped(twice)) of them \(twice == 1 ? "is" : "are") of rows that have the same figures too: "
            + "is something in the file twice?"
        ])
  }

  /// What is said of a period that was not over when the file was published.
  private static func open(_ table: TableInMaking, _ published: Published) -> String? {
    guard let open = table.open else { return nil }
    let run = PeriodRun(table.time, first: open.period, last: open.period)
    let name =
      table.time.unit.map { Period($0, code: open.period).label } ?? shortDates(of: run.days)
    return "\(name) was not over on that day: it counts as a part, \(shortDates(of: open.days))"
  }

  private static func span(of tables: [TableInMaking]) -> String {
    let spans = tables.compactMap { table -> DayRange? in
      guard let first = table.totals.first?.period, let last = table.totals.last?.period else {
        return nil
      }
      let days = PeriodRun(table.time, first: first, last: last).days
      return table.open.map { DayRange(days.first, min(days.last, $0.days.last)) } ?? days
    }
    guard let first = spans.map(\.first).min(), let last = spans.map(\.last).max() else {
      return ""
    }
    return shortDates(of: DayRange(first, last))
  }

  private static func name(
    of measure: Measure,
    _ table: TableInMaking,
    _ catalog: any CatalogReader
  ) -> String {
    let scope = table.table.format.scope.compactMap { catalog.member($0.member)?.name }
    return ([measure.name] + scope).joined(by: ", ")
  }
}
