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

/// One value of a dimension: Venezuela, Tucson.
package struct Member: Hashable, Sendable {
  /// Values that stand for what is not told apart.
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
  package let rest: Rest

  package init(id: Int, key: String, dimension: Int, name: String, parent: Int, rest: Rest) {
    self.id = id
    self.key = key
    self.dimension = dimension
    self.name = name
    self.parent = parent
    self.rest = rest
  }
}

/// A named set of values of one dimension.
package struct MemberGroup: Hashable, Sendable {
  package let id: Int
  package let key: String
  package let dimension: Int
  package let name: String
  package let members: [Int]

  package init(id: Int, key: String, dimension: Int, name: String, members: [Int]) {
    self.id = id
    self.key = key
    self.dimension = dimension
    self.name = name
    self.members = members
  }
}

/// Words that people type and that are no name of the catalog, with what to show for them.
package struct Phrase: Hashable, Sendable {
  package let id: Int
  package let phrase: String
  /// A measure, `dimension=member`, or `measure where …`; empty when nothing is held.
  package let means: String
  package let note: String

  package init(id: Int, phrase: String, means: String, note: String) {
    self.id = id
    self.phrase = phrase
    self.means = means
    self.note = note
  }

  /// Whether it says which (`dimension=member`) and not what to count.
  package var standsForValue: Bool {
    means.utf8.contains(UInt8(ascii: "=")) && !means.split(separator: " ").contains("where")
  }
}
