import CMachine
import Testing

@testable import Importing

@Suite("Where cells end, 32 bytes at a time")
struct CellEndsTests {
  @Test(
    "each byte of every kind at every place, in both ways of looking",
    arguments: [",", ";", "\t", "|"]
  )
  func everyByte(_ delimiter: Unicode.Scalar) {
    let delimiter = UInt8(ascii: delimiter)
    for byte in UInt8.min ... .max {
      let isEnd = byte == delimiter || byte == UInt8(ascii: "\"") || byte < 0x20
      for place in 0..<32 {
        for filler in [UInt8(ascii: "a"), 0xff, 0x80, 0x20, 0x7f] {
          var bytes = [UInt8](repeating: filler, count: 32)
          bytes[place] = byte
          let expected: UInt32 = isEnd ? 1 << UInt32(place) : 0
          #expect(tally_cell_ends(bytes, delimiter) == expected, "byte \(byte) at \(place)")
          #expect(
            tally_cell_ends_by_words(bytes, delimiter) == expected,
            "byte \(byte) at \(place)"
          )
        }
      }
    }
  }

  @Test("bytes at random are looked at alike in both ways", arguments: 0..<4)
  func random(_ seed: Int) {
    var dice = SmallDice(seed: UInt64(seed))
    for _ in 0..<5_000 {
      let bytes = (0..<32).map { _ in UInt8(dice.roll(256)) }
      let expected = bytes.enumerated().reduce(into: UInt32(0)) { ends, byte in
        let isEnd = byte.element < 0x20 || [0x22, 0x2c].contains(byte.element)
        if isEnd { ends |= 1 << UInt32(byte.offset) }
      }
      #expect(tally_cell_ends(bytes, 0x2c) == expected)
      #expect(tally_cell_ends_by_words(bytes, 0x2c) == expected)
    }
  }
}
