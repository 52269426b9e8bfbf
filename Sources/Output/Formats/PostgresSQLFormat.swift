/// The SQL that answers the question in PostgreSQL, where an export was loaded.
package struct PostgresSQLFormat: StatementFormat {
  package static let name = "sql postgres"
  package static let summary = "the same for PostgreSQL, where an export was loaded"

  package static let uses: FormatUses = [.answers, .subject]
  package static let fileEndings: [String] = []

  package init(style: OutputStyle) {}
}
