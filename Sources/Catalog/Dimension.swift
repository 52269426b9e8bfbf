/// Something that figures can be broken down by, other than time.
package struct Dimension: Hashable, Sendable {
  package let id: Int
  /// The id in the seed, the column of the fact tables, and the name in exports.
  package let key: String
  package let name: String
  package let plural: String
  /// The coarser dimension that its values roll up to; 0 when there is none.
  package let parent: Int
  package let description: String

  package init(
    id: Int,
    key: String,
    name: String,
    plural: String,
    parent: Int,
    description: String
  ) {
    self.id = id
    self.key = key
    self.name = name
    self.plural = plural
    self.parent = parent
    self.description = description
  }

  package static func == (a: Dimension, b: Dimension) -> Bool { a.id == b.id }
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
