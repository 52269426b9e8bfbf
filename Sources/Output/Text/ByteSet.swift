/// A set of bytes, with lookup in constant time.
struct ByteSet {
  private var words = SIMD4<UInt64>()

  init(_ isMember: (UInt8) -> Bool) {
    for byte in UInt8.min...UInt8.max where isMember(byte) {
      words[Int(byte >> 6)] |= 1 << UInt64(byte & 63)
    }
  }

  func contains(_ byte: UInt8) -> Bool { words[Int(byte >> 6)] >> UInt64(byte & 63) & 1 != 0 }

  /// Whether a character that a terminal acts on may begin with it: 0xC2 begins U+0080 to U+00BF,
  /// of which some are controls.
  static func mayBeginControl(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == 0xC2
  }

  /// Whether none of them is in a text.
  func isAbsent(from text: UnsafeBufferPointer<UInt8>) -> Bool {
    for byte in text where contains(byte) { return false }
    return true
  }
}

extension OutputBuffer {
  /// Appends a text if its bytes pass the test, and otherwise does nothing. Returns whether it was
  /// appended.
  mutating func append(_ text: String, if isFine: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { own in
      guard isFine(own) else { return false }
      append(own)
      return true
    } ?? false
  }
}
