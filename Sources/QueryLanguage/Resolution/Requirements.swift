package import Catalog

/// Upper bounds of the values of dimensions.
package struct Requirements: Sendable {
  /// A dimension and the values that it can have.
  package private(set) var entries: [(dimension: Int, members: IDSet)] = []

  package init() {}

  /// The values that a dimension can have; `nil` when it is unrestricted.
  package subscript(dimension: Int) -> IDSet? {
    entries.first { $0.dimension == dimension }?.members
  }

  mutating func leaveOut(_ test: Condition.Test) {
    guard let index = entries.firstIndex(where: { $0.dimension == test.dimension.id }) else {
      return
    }
    entries[index].members = IDSet(
      entries[index].members.elements.filter { !test.members.contains($0) }
    )
  }

  mutating func add(_ test: Condition.Test) {
    let members = IDSet(test.members)
    if let index = entries.firstIndex(where: { $0.dimension == test.dimension.id }) {
      entries[index].members = entries[index].members.intersection(members)
    } else {
      entries.append((test.dimension.id, members))
    }
  }
}
