package import Results

/// One JSON object a line, for programs that read row by row.
package struct JSONLinesFormat: CellwiseFormat {
  package static let name = "jsonl"
  package static let summary = "one JSON object a line, for programs that read row by row"

  package static let uses: FormatUses = [.standard, .checks]
  package static let fileEndings = ["jsonl", "ndjson"]

  private var object = JSONObject(columns: [])

  package init(style: OutputStyle) {}

  package mutating func begin(_ head: AnswerHead, into output: inout OutputBuffer) {
    object = JSONObject(columns: head.columns)
  }

  package mutating func row(_ row: AnswerRow, into output: inout OutputBuffer) {
    object.write(row, into: &output)
    output.append(rowEnding)
  }

  package var cells: any CellWriter { object }
  package var rowEnding: String { "\n" }

  package mutating func end(_ foot: AnswerFoot, into output: inout OutputBuffer) {}

  package mutating func checks(
    _ checks: [CheckAnswer],
    isList: Bool,
    into output: inout OutputBuffer
  ) {
    write(CheckRows(checks, hasVersion: true), into: &output)
  }
}
