/// Room for more sums.
extension Cube {
  func append(
    _ high: UInt64,
    _ low: UInt64,
    _ figures: UnsafePointer<Int64>,
    _ marks: UnsafePointer<UInt8>
  ) {
    appendKey(high, low)
    let (sums, known) = (sums(of: count), self.marks(of: count))
    for figure in 0..<figureCount {
      sums[figure] = figures[figure]
      known[figure] = marks[figure]
    }
    count += 1
  }

  /// The number of the combination with a key, which is added if it is new. Of a cube without
  /// figures alone, which is a set of keys.
  func number(of high: UInt64, _ low: UInt64) -> Int {
    let (slot, entry) = find(high, low)
    guard entry < 0 else { return entry }
    appendKey(high, low)
    count += 1
    take(slot)
    return count - 1
  }

  /// Writes the key of the next combination.
  @inline(__always)
  private func appendKey(_ high: UInt64, _ low: UInt64) {
    if count == capacity { grow() }
    let own = words + count * stride
    for place in 2..<firstSum { own[place] = 0 }
    (own[0], own[1]) = (high, low)
  }

  func grow() {
    capacity += max(capacity / 2, 64)
    words = UnsafeMutablePointer.resized(words, to: capacity * stride)
  }

  func enlarge() {
    mask = mask * 2 + 1
    slots.deallocate()
    slots = .allocate(capacity: mask + 1)
    fillSlots()
  }

  func fillSlots() {
    slots.initialize(repeating: 0, count: mask + 1)
    for entry in 0..<count {
      let key = key(of: entry)
      var index = Int(truncatingIfNeeded: Self.hash(key[0], key[1])) & mask
      while slots[index] != 0 { index = (index + 1) & mask }
      slots[index] = UInt32(entry + 1)
    }
  }
}
