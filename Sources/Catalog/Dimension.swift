/// Something that figures can be broken down by, other than time.
package struct Dimension: Hashable, Sendable {
  package let id: Int
  /// The id in the seed, the column of the fact tables, and the name in exports.
  package let key: String
  package let name: String
  package let plural: String
  /// The coarser dimension that its values roll up to; 0 when there is none.
  package let parent: Int
  /// What is counted where only a value of it is named, the first choice first.
  package let counts: [String]
  package let description: String

  package static func == (a: Dimension, b: Dimension) -> Bool { a.id == b.id }
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension Dimension: StoredValue {
  package static let table = "dimension"
  package static let columns = "id, key, name, plural, parent, description, counts"

  package init?(row: some CatalogRow) {
    id = row.integer(at: 0)
    key = row.text(at: 1)
    name = row.text(at: 2)
    plural = row.text(at: 3)
    parent = row.integer(at: 4)
    description = row.text(at: 5)
    counts = row.text(at: 6).split(separator: ";").map { String($0.drop { $0 == " " }) }
  }
}
