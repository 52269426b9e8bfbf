/// The SQL that answers the question in DuckDB, once `tally export --duckdb` was loaded there.
package struct DuckDBSQLFormat: StatementFormat {
  package static let name = "sql duckdb"
  package static let summary = "the same for DuckDB, where an export was loaded"

  package static let uses: FormatUses = [.answers, .subject]
  package static let fileEndings: [String] = []

  package init(style: OutputStyle) {}
}
