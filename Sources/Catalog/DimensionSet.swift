/// Dimensions as the bits of one number, so that the database can tell which tables a question may
/// be answered from.
///
/// The bit of a dimension is its id; all beyond the last bit share it. So a set may seem to hold
/// more than it was made of, never less.
package struct DimensionSet: Hashable, Sendable {
  package private(set) var bits = 0

  private static let lastBit = 62

  package init() {}

  /// Every dimension.
  package static var all: DimensionSet {
    var set = DimensionSet()
    set.bits = Int.max
    return set
  }

  package init(_ ids: some Sequence<Int>) {
    for id in ids { insert(id) }
  }

  /// 0, which means no dimension, is left out.
  package mutating func insert(_ id: Int) {
    if id > 0 { bits |= 1 << min(id, Self.lastBit) }
  }

  /// Whether a set that has the bit of a dimension has that dimension, and no other one.
  package static func isOwnBit(of id: Int) -> Bool { id < lastBit }

  /// The bits of this set that another one does not have.
  package func subtracting(_ other: DimensionSet) -> DimensionSet {
    var set = self
    set.bits &= ~other.bits
    return set
  }

  /// The bits of every set that has no dimension but those of this one, this one and the empty one
  /// included; nil where there are more than `most`.
  package func subsets(atMost most: Int) -> [Int]? {
    guard bits.nonzeroBitCount < Int.bitWidth - 1, 1 << bits.nonzeroBitCount <= most else {
      return nil
    }
    var subset = bits
    var all = [subset]
    while subset != 0 {
      subset = (subset - 1) & bits
      all.append(subset)
    }
    return all
  }
}
