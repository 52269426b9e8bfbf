/// A named set of values of one dimension.
package struct MemberGroup: Hashable, Sendable {
  package let id: Int
  package let key: String
  package let dimension: Int
  package let name: String
  package let members: [Int]
}

extension MemberGroup: StoredValue {
  package static let table = "member_group"
  package static let columns = "id, key, dimension, name, members"

  package init?(row: some CatalogRow) {
    id = row.integer(at: 0)
    key = row.text(at: 1)
    dimension = row.integer(at: 2)
    name = row.text(at: 3)
    members = row.integers(at: 4)
  }
}
