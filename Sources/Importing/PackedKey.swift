/// The numbers of a row, packed into 128 bits; in the order of the columns.
struct PackedKey: Hashable, Comparable {
  let high: UInt64
  let low: UInt64

  init(high: UInt64, low: UInt64) { (self.high, self.low) = (high, low) }

  init(_ key: (high: UInt64, low: UInt64)) { (high, low) = key }

  static func < (a: PackedKey, b: PackedKey) -> Bool {
    a.high != b.high ? a.high < b.high : a.low < b.low
  }
}
