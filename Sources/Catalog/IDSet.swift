/// A few ids, in order.
///
/// An array and not a `Set`: most hold one to twenty, and hashing costs a process that answers one
/// question more than it saves (docs/decisions/0004-no-hashing-on-the-hot-path.md). Large ones are
/// searched by bisection, and two of them are merged in order.
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

  package func contains(_ id: Int) -> Bool {
    guard elements.count > Self.few else { return elements.contains(id) }
    var (low, high) = (0, elements.count)
    while low < high {
      let middle = (low + high) / 2
      if elements[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < elements.count && elements[low] == id
  }

  /// Up to this many ids are searched one by one.
  private static let few = 16

  package mutating func insert(_ id: Int) {
    let index = elements.firstIndex { $0 >= id } ?? elements.endIndex
    guard index == elements.endIndex || elements[index] != id else { return }
    elements.insert(id, at: index)
  }

  package func union(_ other: IDSet) -> IDSet { IDSet(elements + other.elements) }

  package func intersection(_ other: IDSet) -> IDSet { filtered { other.contains($0) } }

  /// The ids that are not in the other set.
  package func subtracting(_ other: IDSet) -> IDSet { filtered { !other.contains($0) } }

  private func filtered(_ isKept: (Int) -> Bool) -> IDSet {
    var kept = IDSet()
    kept.elements = elements.filter(isKept)
    return kept
  }

  package func isSubset(of other: IDSet) -> Bool { elements.allSatisfy(other.contains) }
}
