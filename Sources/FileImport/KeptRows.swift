import Output
import Results

/// The rows of an answer, for the program itself.
struct KeptRows: OutputFormat {
  static let name = "kept rows"
  static let summary = "the rows as they are, for comparisons"
  static let fileEndings: [String] = []

  private(set) var rows: [AnswerRow] = []

  init(style: OutputStyle) {}

  mutating func begin(_ head: AnswerHead, into output: inout OutputBuffer) {}
  mutating func row(_ row: AnswerRow, into output: inout OutputBuffer) { rows.append(row) }
  mutating func end(_ foot: AnswerFoot, into output: inout OutputBuffer) {}
}
