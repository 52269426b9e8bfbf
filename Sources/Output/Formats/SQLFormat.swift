/// The SQL that answers the question, which runs unchanged in `sqlite3` on the same file.
package struct SQLFormat: StatementFormat {
  package static let name = "sql"
  package static let summary = "the SQL that answers the question"

  package static let uses: FormatUses = [.answers, .subject]
  package static let variants: [any OutputFormat.Type] = [
    PostgresSQLFormat.self, DuckDBSQLFormat.self,
  ]

  package init(style: OutputStyle) {}
}
