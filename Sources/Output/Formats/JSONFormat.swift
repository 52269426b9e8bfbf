package import Results

/// An array of one object a row, for other programs: always UTF-8, whatever the terminal can show.
package struct JSONFormat: CellwiseFormat {
  package static let name = "json"
  package static let summary = "an array of one object a row, for other programs"

  package static let uses: FormatUses = [.standard, .checks]
  package static let jsonUses: JSONUses = [.answers, .checks]

  private var object = JSONObject(columns: [])
  private var hasRows = false

  package init(style: OutputStyle) {}

  package mutating func begin(_ head: AnswerHead, into output: inout OutputBuffer) {
    object = JSONObject(columns: head.columns)
    hasRows = false
    output.append(UInt8(ascii: "["))
  }

  package mutating func row(_ row: AnswerRow, into output: inout OutputBuffer) {
    output.append(hasRows ? rowSeparator : "\n  ")
    hasRows = true
    object.write(row, into: &output)
  }

  package var cells: any CellWriter { object }
  package var rowSeparator: String { ",\n  " }

  package mutating func end(_ foot: AnswerFoot, into output: inout OutputBuffer) {
    output.append(hasRows ? "\n]\n" : "]\n")
  }

  package mutating func checks(
    _ checks: [CheckAnswer],
    isList: Bool,
    into output: inout OutputBuffer
  ) {
    write(CheckRows(checks, hasVersion: true), into: &output)
  }
}
