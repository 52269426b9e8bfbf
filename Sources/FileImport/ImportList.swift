import Catalog
import Diagnostics
import Output
import Results
package import Store

/// The list of what was imported.
package struct ImportList {
  private let records: [ImportRecord]
  private let isLong: Bool

  package init(_ records: [ImportRecord], isLong: Bool) {
    self.records = records
    self.isLong = isLong
  }

  package func text(as style: ImportStyle) -> String {
    switch style {
    case .table: text
    case .words: isLong ? text : facts
    case .json: ImportStyle.text(of: .array(records.map { $0.object(isLong: isLong) }))
    }
  }

  /// One fact a line.
  private var facts: String {
    guard !records.isEmpty else { return "nothing is imported" }
    return records.map {
      "\($0.key): \(Self.rows(of: $0)), imported on \($0.imported) from \($0.file)"
    }.joined(by: "\n")
  }

  private var text: String {
    guard !records.isEmpty else { return "nothing is imported" }
    guard isLong else {
      let rows = records.map { [$0.key, Self.rows(of: $0), $0.imported, $0.file] }
      return Columns(rows).lines.joined(by: "\n")
    }
    return records.map { record in
      let columns = record.mapping.split(separator: "\n").map { "    \($0)" }
      let lines = [
        "\(record.key), import \(record.id)", "  \(record.format), \(Self.rows(of: record))",
        "  imported on \(record.imported) from \(record.file), \(grouped(record.size)) bytes",
        "  SHA-256 \(record.sha256)", "  columns:",
      ]
      return (lines + columns).joined(by: "\n")
    }.joined(by: "\n\n")
  }

  private static func rows(of record: ImportRecord) -> String {
    "\(grouped(record.rows)) \(record.rows == 1 ? "row" : "rows")"
  }

  /// The error for a name that none of them has.
  package func unknown(_ name: String) -> ImportMistake {
    let names = records.map(\.key)
    return ImportMistake(
      "nothing imported is called `\(name)`",
      hint: closestMatch(to: name, among: names).map { "nearest: \($0)" }
        ?? (names.isEmpty ? nil : "imported: " + names.joined(by: ", ")),
      try: [
        .line(
          closestMatch(to: name, among: names).map { "tally drop \($0)" } ?? "tally datasets"
        )
      ]
    )
  }
}
