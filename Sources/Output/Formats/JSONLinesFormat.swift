package import Results

/// One JSON object a line, for programs that read row by row.
package struct JSONLinesFormat: CellwiseFormat {
  package static let name = "jsonl"
  package static let summary = "one JSON object a line, for programs that read row by row"

  package static let writesChecks = true
  package static let fileEndings = ["jsonl", "ndjson"]

  private var object = JSONObject(columns: [])

  package init(style: OutputStyle) {}

  package mutating func begin(_ head: AnswerHead, into output: inout OutputBuffer) {
    object = JSONObject(columns: head.columns)
  }

  package mutating func row(_ row: AnswerRow, into output: inout OutputBuffer) {
    object.write(row, into: &output)
    output.append(UInt8(ascii: "\n"))
  }

  package func separateRows(into output: inout OutputBuffer) {}

  package func open(_ column: Int, into output: inout OutputBuffer) {
    object.open(column, into: &output)
  }

  package func write(_ cell: Cell, of column: Int, into output: inout OutputBuffer) {
    object.write(cell, of: column, into: &output)
  }

  package func endRow(into output: inout OutputBuffer) {
    object.end(into: &output)
    output.append(UInt8(ascii: "\n"))
  }

  package mutating func end(_ foot: AnswerFoot, into output: inout OutputBuffer) {}
}
