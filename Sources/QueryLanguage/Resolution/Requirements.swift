package import Catalog

/// The values that dimensions can have at most.
package struct Requirements: Sendable {
  /// A dimension and the values that are left of it.
  package private(set) var entries: [(dimension: Int, members: IDSet)] = []

  package init() {}

  /// The values left of a dimension; `nil` when nothing is required of it.
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
