package import Results

/// A format that writes the SQL of a question, and nothing of its answer.
package protocol StatementFormat: OutputFormat {}

extension StatementFormat {
  package mutating func begin(_ head: AnswerHead, into output: inout OutputBuffer) {
    if let sql = head.subject?.sql { output.append(sql + "\n") }
  }

  package mutating func row(_ row: AnswerRow, into output: inout OutputBuffer) {}
  package mutating func end(_ foot: AnswerFoot, into output: inout OutputBuffer) {}
}
