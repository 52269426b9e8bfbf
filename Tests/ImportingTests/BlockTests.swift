import Testing

@testable import Importing

@Suite("Blocks of whole records")
struct BlockTests {
  @Test(
    "lines are counted, whatever the length",
    arguments: [0, 1, 31, 32, 33, 8_159, 8_160, 9_000]
  )
  func lines(_ length: Int) {
    for every in [1, 2, 3, 50] {
      let bytes = (0..<length).map { UInt8(ascii: $0 % every == 0 ? "\n" : "x") }
      let block = Block(capacity: max(1, length))
      block.copy(bytes)
      block.count = length
      #expect(block.lineCount == bytes.count { $0 == UInt8(ascii: "\n") })
    }
  }

  @Test("the last record ends at a line break outside quotes", arguments: 0..<8)
  func lastRecord(_ seed: Int) {
    var dice = SmallDice(seed: UInt64(seed))
    for length in [1, 5, 40, 200] {
      let bytes = (0..<length).map { _ in Array("\n\"aaaaaa".utf8)[dice.roll(8)] }
      let block = Block(capacity: 256)
      block.copy(bytes)
      block.count = length
      var (isQuoted, end): (Bool, Int?) = (false, nil)
      for (index, byte) in bytes.enumerated() {
        if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
        if byte == UInt8(ascii: "\n"), !isQuoted { end = index + 1 }
      }
      #expect(block.endOfLastRecord() == end)
    }
  }
}
