/// Different keys, numbered from 0 in the order in which they are added: a cube without figures.
struct KeySet {
  private let cube = Cube(widths: [], figures: 0, capacity: 32)

  /// The number of a key, which is added if it is new.
  func number(of key: PackedKey) -> Int { cube.number(of: key.high, key.low) }

  var count: Int { cube.count }

  /// In the order of their numbers.
  var keys: [PackedKey] {
    (0..<cube.count).map { PackedKey(high: cube.key(of: $0)[0], low: cube.key(of: $0)[1]) }
  }
}
