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
