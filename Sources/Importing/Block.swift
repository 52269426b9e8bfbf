private import CMachine
import Synchronization

/// Bytes of whole records, followed by spare bytes that may be read.
final class Block {
  private(set) var base: UnsafeMutablePointer<UInt8>
  private(set) var capacity: Int
  var count = 0
  /// The number of its first line, counted from 1.
  var firstLine = 1

  /// Bytes that may be read past the end, so that 32 bytes can be read at once.
  private static let margin = 64

  init(capacity: Int = 1 << 18) {
    self.capacity = capacity
    base = .allocate(capacity: capacity + Self.margin)
    base.initialize(repeating: 0, count: capacity + Self.margin)
  }

  deinit { base.deallocate() }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  var free: UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(start: base + count, count: capacity - count)
  }

  func copy(_ bytes: [UInt8]) {
    while bytes.count > capacity { grow() }
    bytes.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { base.update(from: start, count: source.count) }
    }
  }

  func grow() {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2 + Self.margin)
    larger.initialize(repeating: 0, count: capacity * 2 + Self.margin)
    larger.update(from: base, count: count)
    base.deallocate()
    (base, capacity) = (larger, capacity * 2)
  }

  /// Ends the last line, where the file does not end in a line break.
  func endLastLine() {
    guard count > 0, base[count - 1] != UInt8(ascii: "\n") else { return }
    base[count] = UInt8(ascii: "\n")
    count += 1
  }

  /// The index just after the last line break that ends a record.
  func endOfLastRecord() -> Int? {
    var isQuoted = tally_occurrences(base, count, UInt8(ascii: "\"")) % 2 == 1
    var index = count
    while index > 0 {
      index -= 1
      if base[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if base[index] == UInt8(ascii: "\n"), !isQuoted { return index + 1 }
    }
    return nil
  }

  var lineCount: Int { tally_occurrences(base, count, UInt8(ascii: "\n")) }
}
