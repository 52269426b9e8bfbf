import Output
import Store

/// Files with `COPY`, and one that reads them all in one transaction.
struct ExportedPostgres: ExportedEngine {
  func path(of table: HeldTable) -> String { "data/\(table.name).sql" }

  func statements(_ parts: ExportedParts) -> [(path: String, contents: String)] {
    let load = """
      -- Loads everything into the schema that comes first in search_path:
      --   psql --dbname=tally --file=load.sql
      \\set ON_ERROR_STOP on
      BEGIN;
      \\ir schema.sql
      \(parts.tables.map { "\\ir \(path(of: $0))" }.joined(separator: "\n"))
      \\ir views.sql
      COMMIT;
      ANALYZE;

      """
    return [("load.sql", load), ("schema.sql", parts.schema), ("views.sql", parts.views)]
  }

  let textType = "TEXT COLLATE \"C\""
  func head(of table: HeldTable) -> String { "\(table.copy) FROM stdin;" }
  let foot = "\\.\n"
  let separator = "\t"

  /// What separates fields and lines is escaped.
  func field(_ text: String) -> String {
    text.writing { scalar in
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
