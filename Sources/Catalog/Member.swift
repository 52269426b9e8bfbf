/// One value of a dimension: Venezuela, Tucson.
package struct Member: Hashable, Sendable {
  /// Values for what a table does not list separately.
  package enum Rest: Int, CaseIterable, Sendable {
    case none
    case other
    case unknown
  }

  package let id: Int
  package let key: String
  package let dimension: Int
  package let name: String
  /// The value of the parent dimension that it belongs to; 0 when there is none.
  package let parent: Int
  /// Whether it is a value, or a rest of the table: `other` or `unknown`.
  package let rest: Rest
}

extension Member: StoredValue {
  package static let table = "member"
  package static let columns = "id, key, dimension, name, parent, rest"

  package init?(row: some CatalogRow) {
    id = row.integer(at: 0)
    key = row.text(at: 1)
    dimension = row.integer(at: 2)
    name = row.text(at: 3)
    parent = row.integer(at: 4)
    rest = Rest(rawValue: row.integer(at: 5)) ?? .none
  }
}
