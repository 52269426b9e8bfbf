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
