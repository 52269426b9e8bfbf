/// What Datasette tells of a database and its tables, beside what it reads in it.
package struct DatasetteMetadata {
  /// A table, with what its columns hold.
  package struct Table {
    let name: String
    let description: String
    let columns: [(name: String, description: String)]

    package init(
      name: String,
      description: String,
      columns: [(name: String, description: String)]
    ) {
      self.name = name
      self.description = description
      self.columns = columns
    }
  }

  /// A query that is beside the tables.
  package struct StoredQuery {
    let name: String
    let sql: String
    let title: String

    package init(name: String, sql: String, title: String) {
      self.name = name
      self.sql = sql
      self.title = title
    }
  }

  private let database: String
  private let description: String
  private let tables: [Table]
  private let queries: [StoredQuery]

  /// `database` is the name of its file, without the ending.
  package init(
    database: String,
    description: String,
    tables: [Table],
    queries: [StoredQuery]
  ) {
    self.database = database
    self.description = description
    self.tables = tables
    self.queries = queries
  }

  /// `metadata.json`
  package var contents: [UInt8] {
    let own = JSONValue.object([
      ("description", .text(description)),
      ("tables", .object(tables.map { ($0.name, value(of: $0)) })),
      (
        "queries",
        .object(
          queries.map {
            ($0.name, .object([("sql", .text($0.sql)), ("title", .text($0.title))]))
          }
        )
      ),
    ])
    let whole = JSONValue.object([
      ("title", .text("Official statistics of U.S. border and immigration enforcement")),
      ("license", .text("Works of the United States Government; see the table source")),
      ("license_url", .text("https://www.usa.gov/government-copyright")),
      ("databases", .object([(database, own)])),
    ])
    var output = OutputBuffer()
    whole.withoutEmptyMembers.write(into: &output, indent: 0)
    output.append("\n")
    return output.bytes
  }

  private func value(of table: Table) -> JSONValue {
    .object([
      ("description", .text(table.description)),
      ("columns", .object(table.columns.map { ($0.name, .text($0.description)) })),
    ])
  }
}
