/// Counts different keys in little memory: exactly while they are few, and then from the smallest
/// of their hashes, within some 3 % (Bar-Yossef and others, "Counting distinct elements in a data
/// stream", RANDOM 2002).
struct DistinctKeys {
  private var hashes: Set<UInt64> = []
  /// Larger hashes are not kept.
  private var largest = UInt64.max

  private static let kept = 1 << 10

  /// Adds the keys of all combinations, of which only some columns count.
  mutating func add(_ cube: Cube, keeping columns: [Int]) {
    let mask = cube.packing.mask(keeping: columns)
    for entry in 0..<cube.count {
      let key = cube.key(of: entry)
      let hash = Cube.hash(key[0] & mask.high, key[1] & mask.low) &* 0x9e37_79b9_7f4a_7c15
      guard hash <= largest else { continue }
      hashes.insert(hash)
      if hashes.count > 2 * Self.kept { keepSmallest() }
    }
  }

  private mutating func keepSmallest() {
    let smallest = hashes.sorted().prefix(Self.kept)
    hashes = Set(smallest)
    largest = smallest.last ?? .max
  }

  /// The number of different keys, as far as it is known.
  var count: Int {
    guard largest < .max else { return hashes.count }
    return Int(Double(hashes.count) / (Double(largest) / Double(UInt64.max)))
  }
}

extension Cube {
  /// The number of combinations of some columns.
  func rowCount(keeping columns: [Int]) -> Int {
    let mask = packing.mask(keeping: columns)
    let known = KeySet()
    for entry in 0..<count {
      let key = key(of: entry)
      _ = known.number(of: PackedKey(high: key[0] & mask.high, low: key[1] & mask.low))
    }
    return known.count
  }
}
