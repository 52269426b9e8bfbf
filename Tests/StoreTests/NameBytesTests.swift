import Diagnostics
import TestSupport
import Testing

@Suite("Names of files keep their bytes")
struct NameBytesTests {
  @Test(
    "every name comes back",
    arguments: [
      [0x61, 0xFF, 0x2E], [0xC3], [0xC3, 0xA9], [0xE2, 0x80, 0xAE], [0xED, 0xA0, 0x80],
      [0xF4, 0x8F, 0xBF, 0xBF], [0xF4, 0x8F, 0xBE, 0x80, 0xFF], [0xF4, 0x90, 0x80, 0x80], [],
    ] as [[UInt8]]
  )
  func comesBack(_ bytes: [UInt8]) { #expect(String(fileName: bytes).fileNameBytes == bytes) }

  @Test("also names that are thrown together")
  func comesBackAtRandom() {
    var dice = Dice(seed: 23)
    for _ in 0..<20_000 {
      let bytes = (0..<dice.roll(0...9)).map { _ in
        dice.isOne(in: 3)
          ? dice.pick([0xF4, 0x8F, 0xBF, 0xBE, 0x80, 0xC3]) : UInt8(dice.roll(1...255))
      }
      #expect(String(fileName: bytes).fileNameBytes == bytes)
    }
  }

  @Test(
    "names that are text are the text",
    arguments: ["table.csv", "Año.csv", "表.csv", "a\u{FFFD}"]
  )
  func isText(_ name: String) { #expect(String(fileName: Array(name.utf8)) == name) }
}
