/// Another database that can be asked: what SQLite takes is written for it.
package enum SQLDialect: Sendable {
  case postgres, duckdb

  /// The longest name in bytes; longer ones are cut there, and could be the same then.
  var longestName: Int? {
    switch self {
    case .postgres: 63
    case .duckdb: nil
    }
  }

  /// A function by the name that it has there.
  func function(_ name: String) -> String {
    switch (self, name) {
    case (.postgres, "group_concat"): "string_agg"
    default: name
    }
  }

  /// The sign of a division of whole numbers, without a rest.
  var wholeDivision: String {
    switch self {
    case .postgres: "/"
    case .duckdb: "//"
    }
  }
}
