package import Results

/// The SQL that answers the question, which runs unchanged in `sqlite3` on the same file.
package struct SQLFormat: OutputFormat {
  package static let name = "sql"
  package static let summary = "the SQL that answers the question"

  package static let uses: FormatUses = [.answers, .subject]
  package static let variants: [any OutputFormat.Type] = [
    PostgresSQLFormat.self, DuckDBSQLFormat.self,
  ]

  package init(style: OutputStyle) {}

  package mutating func begin(_ head: AnswerHead, into output: inout OutputBuffer) {
    if let sql = head.subject?.sql { output.append(sql + "\n") }
  }

  package mutating func row(_ row: AnswerRow, into output: inout OutputBuffer) {}
  package mutating func end(_ foot: AnswerFoot, into output: inout OutputBuffer) {}
}
