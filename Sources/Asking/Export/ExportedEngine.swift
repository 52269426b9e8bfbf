import Catalog
import Store

/// Another database as an export writes for it: its files, and its own words in them.
protocol ExportedEngine: Sendable {
  /// The file with the rows of a table.
  func path(of table: HeldTable) -> String

  /// The files that are run.
  func statements(_ parts: ExportedParts) -> [(path: String, contents: String)]

  /// The type of texts, which are compared byte by byte, as here.
  var textType: String { get }

  /// What precedes the rows of a table, in a line of its own.
  func head(of table: HeldTable) -> String

  /// What follows them.
  var foot: String { get }

  /// What is between two fields of a row.
  var separator: String { get }

  /// A text as a field.
  func field(_ text: String) -> String
}

extension HeldTable {
  /// `COPY "table" ("column", …)`, to which the engine adds where rows come from.
  var copy: String {
    "COPY \(name.inDoubleQuotes) (\(columns.map(\.name.inDoubleQuotes).joined(separator: ", ")))"
  }
}
