/// A few ids, in order.
///
/// An array and not a `Set`: most hold one to twenty, and hashing costs a process that answers one
/// question more than it saves (docs/decisions/0004-no-hashing-on-the-hot-path.md).
package struct IDSet: Hashable, Sendable {
  package private(set) var elements: [Int]

  package init(_ elements: [Int] = []) {
    self.elements = []
    self.elements.reserveCapacity(elements.count)
    for element in elements.sorted() where self.elements.last != element {
      self.elements.append(element)
    }
  }

  package var isEmpty: Bool { elements.isEmpty }
  package var count: Int { elements.count }

  package func contains(_ id: Int) -> Bool { elements.contains(id) }

  package mutating func insert(_ id: Int) {
    let index = elements.firstIndex { $0 >= id } ?? elements.endIndex
    guard index == elements.endIndex || elements[index] != id else { return }
    elements.insert(id, at: index)
  }

  package func union(_ other: IDSet) -> IDSet { IDSet(elements + other.elements) }

  package func intersection(_ other: IDSet) -> IDSet {
    IDSet(elements.filter { other.contains($0) })
  }

  package func subtracting(_ other: IDSet) -> IDSet {
    IDSet(elements.filter { !other.contains($0) })
  }

  package func isSubset(of other: IDSet) -> Bool { elements.allSatisfy(other.contains) }
}
