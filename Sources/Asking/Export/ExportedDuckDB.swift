import Catalog
import Store

/// CSV, and one file of statements: DuckDB knows no way to read others.
struct ExportedDuckDB: ExportedEngine {
  func path(of table: HeldTable) -> String { "data/\(table.name).csv" }

  func statements(_ parts: ExportedParts) -> [(path: String, contents: String)] {
    let rows = parts.tables.map {
      "\($0.copy) FROM '\(path(of: $0))' (HEADER, NULLSTR '\\N');"
    }
    let load = """
      -- Loads everything; run in this folder:
      --   duckdb tally.duckdb < load.sql
      BEGIN;
      \(parts.schema)
      \(rows.joined(separator: "\n"))
      \(parts.views)
      COMMIT;

      """
    return [("load.sql", load)]
  }

  let textType = "TEXT"
  func head(of table: HeldTable) -> String {
    table.columns.map(\.name.inDoubleQuotes).joined(separator: ",")
  }
  let foot = ""
  let separator = ","
  func field(_ text: String) -> String { text.inDoubleQuotes }
}
