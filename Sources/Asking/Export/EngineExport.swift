import Output
package import SQLCompiler
package import Store

/// Everything that is held, shipped and imported, as files that another database loads.
package struct EngineExport {
  private let dialect: SQLDialect
  private let database: Database
  private let tables: [HeldTable]
  private let views: [NamedViews.View]

  package init(_ dialect: SQLDialect, of database: Database) throws {
    self.dialect = dialect
    self.database = database
    tables = try database.heldTables()
    views = try database.namedViews(ofOneDatabase: true).all
  }

  /// The files of the folder.
  package var files: [OutputFolder.File] {
    let own =
      statements.map { OutputFolder.File($0, contents: Array($1.utf8)) }
      + tables.map { table in OutputFolder.File(path(of: table)) { try write(table, to: $0) } }
    return own + [ExportManifest.file(for: own.map(\.path))]
  }

  private func path(of table: HeldTable) -> String {
    switch dialect {
    case .postgres: "data/\(table.name).sql"
    case .duckdb: "data/\(table.name).csv"
    }
  }

  // MARK: Statements

  /// The file that is run, and those that it reads: DuckDB knows no way to read others.
  private var statements: [(path: String, contents: String)] {
    switch dialect {
    case .postgres: [("load.sql", load), ("schema.sql", schema), ("views.sql", viewDefinitions)]
    case .duckdb: [("load.sql", load)]
    }
  }

  private var load: String {
    switch dialect {
    case .postgres:
      """
      -- Loads everything into the schema that comes first in search_path:
      --   psql --dbname=tally --file=load.sql
      \\set ON_ERROR_STOP on
      BEGIN;
      \\ir schema.sql
      \(tables.map { "\\ir \(path(of: $0))" }.joined(separator: "\n"))
      \\ir views.sql
      COMMIT;
      ANALYZE;

      """
    case .duckdb:
      """
      -- Loads everything; run in this folder:
      --   duckdb tally.duckdb < load.sql
      BEGIN;
      \(schema)
      \(tables.map { "\(copy($0)) FROM '\(path(of: $0))' (HEADER, NULLSTR '\\N');" }
        .joined(separator: "\n"))
      \(viewDefinitions)
      COMMIT;

      """
    }
  }

  private var schema: String { tables.map(definition).joined(separator: "\n\n") + "\n" }

  private var viewDefinitions: String {
    views.compactMap { view in
      TranslatedSQL(view.query, to: dialect).map {
        "CREATE VIEW \(quoted(view.name)) AS\n\($0.text);"
      }
    }.joined(separator: "\n\n") + "\n"
  }

  private func definition(_ table: HeldTable) -> String {
    let columns = table.columns.map { "  \(quoted($0.name)) \(type(of: $0))" }
    let key = table.key.map(quoted).joined(separator: ", ")
    let lines = columns + (key.isEmpty ? [] : ["  PRIMARY KEY (\(key))"])
    return "CREATE TABLE \(quoted(table.name)) (\n\(lines.joined(separator: ",\n"))\n);"
  }

  private func type(of column: HeldTable.Column) -> String {
    switch column.kind {
    // Texts are compared byte by byte, as here.
    case .text: dialect == .postgres ? "TEXT COLLATE \"C\"" : "TEXT"
    case .integer: "INTEGER"
    case .largeInteger: "BIGINT"
    case .real: "DOUBLE PRECISION"
    }
  }

  private func copy(_ table: HeldTable) -> String {
    "COPY \(quoted(table.name)) (\(table.columns.map { quoted($0.name) }.joined(separator: ", ")))"
  }

  private func quoted(_ name: String) -> String {
    "\"" + name.replacing("\"", with: "\"\"") + "\""
  }

  // MARK: Rows

  private static let pieceSize = 1 << 16

  private func write(_ table: HeldTable, to file: OutputFile) throws {
    var output = OutputBuffer()
    switch dialect {
    case .postgres: output.append("\(copy(table)) FROM stdin;\n")
    case .duckdb: output.append(table.columns.map { quoted($0.name) }.joined(separator: ",") + "\n")
    }
    try database.readRows(of: table) { row in
      write(row, table.columns.count, into: &output)
      if output.bytes.count >= Self.pieceSize {
        try file.write(output.bytes)
        output.removeAll()
      }
    }
    if dialect == .postgres { output.append("\\.\n") }
    try file.write(output.bytes)
  }

  private func write(_ row: PreparedStatement, _ count: Int, into output: inout OutputBuffer) {
    for column in 0..<count {
      if column > 0 { output.append(dialect == .postgres ? "\t" : ",") }
      switch row.value(at: column) {
      case .null: output.append("\\N")
      case .integer(let number): output.append(String(number))
      case .real(let number): output.append(number.description)
      case .text(let text), .blob(let text):
        output.append(dialect == .postgres ? text.inCopy : quoted(text))
      }
    }
    output.append("\n")
  }
}

extension String {
  /// As PostgreSQL's `COPY` takes it: what separates fields and lines is escaped.
  fileprivate var inCopy: String {
    writing { scalar in
      switch scalar {
      case "\\": "\\\\"
      case "\t": "\\t"
      case "\n": "\\n"
      case "\r": "\\r"
      default: nil
      }
    }
  }
}
