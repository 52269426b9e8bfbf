/// A sum of the cells of some rows in their order. A change of one cell always makes another one:
/// each step keeps apart whatever came before it, and whatever it adds.
///
/// It is against accidents: whoever means harm can write sums, too.
package struct RowSum: Equatable, Sendable {
  private(set) var value: UInt64 = 0
  private(set) var rows = 0

  package init() {}

  mutating func endRow() { rows += 1 }

  mutating func add(_ number: Int) { mix(UInt64(bitPattern: Int64(number))) }

  /// An empty cell: a number that no cell holds.
  mutating func addEmpty() { mix(0x6e6f_2076_616c_7565) }

  mutating func add(_ text: some Collection<UInt8>) {
    mix(UInt64(text.count))
    var (word, count) = (UInt64(0), 0)
    for byte in text {
      word = word << 8 | UInt64(byte)
      count += 1
      if count % 8 == 0 { mix(word) }
    }
    mix(word)
  }

  private mutating func mix(_ word: UInt64) {
    value = (value ^ word) &* 0x9e37_79b9_7f4a_7c15
    value ^= value >> 32
  }
}
