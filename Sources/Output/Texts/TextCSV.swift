import Catalog
package import Results

/// One row for each statement of all texts.
package struct TextCSV: TextFormat {
  package static let name = "csv"
  package static let isByLine = true
  private var rows: CSVFormat

  private static let columns = [
    "file", "start", "end", "line", "text", "verdict", "value", "said", "check", "certain",
    "speaker",
    "carried", "why", "sources", "edition",
  ]

  package init(style: OutputStyle) { rows = CSVFormat(style: style) }

  package mutating func begin(into output: inout OutputBuffer) {
    let columns = Self.columns.map { AnswerColumn(key: $0, label: $0, kind: .dimension) }
    rows.begin(AnswerHead(columns: columns, subject: nil), into: &output)
  }

  package mutating func write(_ text: ReadText, into output: inout OutputBuffer) {
    for statement in text.statements {
      let record = TextRecord(text: text, statement: statement)
      let checks = statement.checks.map(\.statement).joined(separator: "; ")
      let value = statement.checks.first?.value?.number
      let cells: [Cell] = [
        .text(text.name), .number(.integer(statement.range.lowerBound), .exact),
        .number(.integer(statement.range.upperBound), .exact),
        .number(.integer(statement.line), .exact), .text(statement.text),
        .text(statement.verdict.rawValue),
        value.map { .number($0, .exact) } ?? .missing(.notHeld), .text(statement.said),
        .text(checks), .text(statement.isCertain ? "yes" : "no"), .text(statement.speaker),
        .text(statement.carried.joined(separator: "; ")), .text(statement.why),
        .text(record.sources.joined(separator: "; ")), .text(text.edition),
      ]
      rows.row(AnswerRow(cells: cells), into: &output)
    }
  }
}
