/// Different keys, numbered from 0 in the order in which they are added.
struct KeySet {
  private(set) var keys: [PackedKey] = []
  /// The number of a key, counted from 1; 0 in an empty place.
  private var slots: [UInt32]

  /// `capacity`: how many keys are expected.
  init(capacity: Int = 32) {
    slots = Array(repeating: 0, count: 1 << KeyPacking.width(of: 2 * capacity))
  }

  /// The number of a key, which is added if it is new.
  mutating func number(of key: PackedKey) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: Cube.hash(key.high, key.low)) & mask
    while slots[index] != 0 {
      let number = Int(slots[index]) - 1
      if keys[number] == key { return number }
      index = (index + 1) & mask
    }
    keys.append(key)
    slots[index] = UInt32(keys.count)
    if keys.count * 2 > mask { enlarge() }
    return keys.count - 1
  }

  private mutating func enlarge() {
    slots = Array(repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, key) in keys.enumerated() {
      var index = Int(truncatingIfNeeded: Cube.hash(key.high, key.low)) & mask
      while slots[index] != 0 { index = (index + 1) & mask }
      slots[index] = UInt32(number + 1)
    }
  }
}
