import Catalog
import Output
package import SQLCompiler
package import Store

/// Everything that is held, shipped and imported, as files that another database loads.
package struct EngineExport {
  private let dialect: SQLDialect
  private let engine: any ExportedEngine
  private let database: Database
  private let tables: [HeldTable]
  private let views: [NamedViews.View]

  package init(_ dialect: SQLDialect, of database: Database) throws {
    self.dialect = dialect
    self.database = database
    engine =
      switch dialect {
      case .postgres: ExportedPostgres()
      case .duckdb: ExportedDuckDB()
      }
    tables = try database.heldTables()
    views = try database.namedViews(ofOneDatabase: true).all
  }

  /// The files of the folder.
  package var files: [OutputFolder.File] {
    let parts = ExportedParts(tables: tables, schema: schema, views: viewDefinitions)
    let own =
      engine.statements(parts).map { OutputFolder.File($0, contents: Array($1.utf8)) }
      + tables.map { table in
        OutputFolder.File(engine.path(of: table)) { try write(table, to: $0) }
      }
    return own + [ExportManifest.file(for: own.map(\.path))]
  }

  // MARK: Definitions

  private var schema: String { tables.map(definition).joined(separator: "\n\n") + "\n" }

  private var viewDefinitions: String {
    views.compactMap { view in
      TranslatedSQL(view.query, to: dialect).map {
        "CREATE VIEW \(view.name.inDoubleQuotes) AS\n\($0.text);"
      }
    }.joined(separator: "\n\n") + "\n"
  }

  private func definition(_ table: HeldTable) -> String {
    let columns = table.columns.map { "  \($0.name.inDoubleQuotes) \(type(of: $0))" }
    let key = table.key.map(\.inDoubleQuotes).joined(separator: ", ")
    let lines = columns + (key.isEmpty ? [] : ["  PRIMARY KEY (\(key))"])
    return "CREATE TABLE \(table.name.inDoubleQuotes) (\n\(lines.joined(separator: ",\n"))\n);"
  }

  private func type(of column: HeldTable.Column) -> String {
    switch column.kind {
    case .text: engine.textType
    case .integer: "INTEGER"
    case .largeInteger: "BIGINT"
    case .real: "DOUBLE PRECISION"
    }
  }

  // MARK: Rows

  private static let pieceSize = 1 << 16

  private func write(_ table: HeldTable, to file: OutputFile) throws {
    var output = OutputBuffer()
    output.append(engine.head(of: table) + "\n")
    try database.readRows(of: table) { row in
      write(row, table.columns.count, into: &output)
      if output.bytes.count >= Self.pieceSize {
        try file.write(output.bytes)
        output.removeAll()
      }
    }
    output.append(engine.foot)
    try file.write(output.bytes)
  }

  private func write(_ row: PreparedStatement, _ count: Int, into output: inout OutputBuffer) {
    for column in 0..<count {
      if column > 0 { output.append(engine.separator) }
      switch row.value(at: column) {
      case .null: output.append("\\N")
      case .integer(let number): output.append(String(number))
      case .real(let number): output.append(number.description)
      case .text(let text), .blob(let text): output.append(engine.field(text))
      }
    }
    output.append("\n")
  }
}
