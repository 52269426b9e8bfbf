package import Results

/// The SQL that answers the question in PostgreSQL, where an export was loaded.
package struct PostgresSQLFormat: OutputFormat {
  package static let name = "sql postgres"
  package static let summary = "the same for PostgreSQL, where an export was loaded"

  package static let uses: FormatUses = [.answers, .subject]
  package static let fileEndings: [String] = []

  package init(style: OutputStyle) {}

  package mutating func begin(_ head: AnswerHead, into output: inout OutputBuffer) {
    if let sql = head.subject?.sql { output.append(sql + "\n") }
  }

  package mutating func row(_ row: AnswerRow, into output: inout OutputBuffer) {}
  package mutating func end(_ foot: AnswerFoot, into output: inout OutputBuffer) {}
}
