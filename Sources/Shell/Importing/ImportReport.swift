import Catalog
import Importing
import Output
import Planner
import Results
import Store

/// What an import says before it changes anything: what the file is, what it adds up to, and what is new in it.
struct ImportReport {
  let text: String

  init(
    _ file: SourceFile,
    _ choice: ImportChoice,
    _ counted: CountedTable,
    _ tables: [TableInMaking],
    published: Published,
    _ pipeline: Pipeline
  ) throws {
    var lines = ["\(file.path): \(choice.reading.format.name)"]
    lines.append("  \(grouped(counted.rows)) rows, \(Self.span(of: tables))")
    lines.append(
      "  published \(published.text)"
        + (published.isInferred
          ? ", taken for the month after the last one; --published says else" : "")
    )
    for table in tables where !table.totals.isEmpty {
      for (place, measure) in table.table.measures.enumerated() {
        guard let measure = pipeline.catalog.measure(measure) else { continue }
        let comparison = try Comparison(table, place, measure, pipeline)
        lines.append("")
        lines += comparison.lines(named: Self.name(of: measure, table, pipeline.catalog))
      }
    }
    text = lines.joined(by: "\n")
  }

  private static func span(of tables: [TableInMaking]) -> String {
    let periods = tables.flatMap { $0.totals.map(\.period) }
    guard let first = periods.min(), let last = periods.max(), let time = tables.first?.time else {
      return ""
    }
    let run = PeriodRun(time, first: first, last: last)
    return shortDates(of: run.days)
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
