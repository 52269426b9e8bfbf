import Testing

@testable import Importing

@Suite("Keys and their numbers")
struct KeySetTests {
  @Test("numbers are those of a plain dictionary", arguments: 0..<4)
  func numbers(_ seed: Int) {
    var dice = SmallDice(seed: UInt64(seed))
    let set = KeySet()
    var known: [PackedKey: Int] = [:]
    for _ in 0..<20_000 {
      // Keys that differ in one word, in its lowest or its highest bits.
      let part = UInt64(dice.roll(500)) << UInt64([0, 20, 50][dice.roll(3)])
      let key = PackedKey(high: dice.roll(2) == 0 ? part : 0, low: dice.roll(2) == 0 ? part : 7)
      let expected = known[key] ?? known.count
      known[key] = expected
      #expect(set.number(of: key) == expected)
    }
    #expect(set.keys.count == known.count)
    #expect(set.keys.enumerated().allSatisfy { known[$1] == $0 })
  }

  @Test("a cube has as many rows of some columns as there are different keys", arguments: 0..<4)
  func rows(_ seed: Int) {
    var dice = SmallDice(seed: UInt64(seed))
    let cube = Cube(keys: 3, figures: 1)
    var all: Set<[UInt32]> = []
    var row = Cube.Row(keys: 3, figures: 1)
    for _ in 0..<3_000 {
      row.codes = [UInt32(dice.roll(40)), UInt32(dice.roll(3)), UInt32(dice.roll(900))]
      #expect(cube.add(row))
      all.insert(row.codes)
    }
    for kept in [[], [0], [1], [2], [0, 1], [0, 2], [0, 1, 2]] {
      let expected = Set(all.map { row in kept.map { row[$0] } }).count
      #expect(cube.rowCount(keeping: kept) == expected, "\(kept)")
    }
  }
}
