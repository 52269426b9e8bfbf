/// A text of up to 32 bytes as four words, padded with zeros.
struct ShortText {
  typealias Words = SIMD4<UInt64>

  /// In bytes.
  static let longest = 32

  /// What keeps some bytes of four words.
  final class Masks {
    /// Four words of ones below four of zeros.
    private let words: UnsafeMutablePointer<UInt64>

    init() {
      words = .allocate(capacity: 8)
      words.initialize(repeating: .max, count: 4)
      (words + 4).initialize(repeating: 0, count: 4)
    }

    deinit { words.deallocate() }

    @inline(__always)
    subscript(length: Int) -> Words {
      UnsafeRawPointer(words)
        .loadUnaligned(fromByteOffset: ShortText.longest - length, as: Words.self)
    }
  }

  private let words: Words
  private let length: Int

  /// Reads 32 bytes.
  @inline(__always)
  init(_ text: UnsafePointer<UInt8>, _ length: Int, _ masks: Masks) {
    words = UnsafeRawPointer(text).loadUnaligned(as: Words.self) & masks[length]
    self.length = length
  }

  @inline(__always)
  var hash: UInt64 {
    let first = words[0] &* 0x9e37_79b9_7f4a_7c15 ^ words[1] &* 0xbf58_476d_1ce4_e5b9
    let second = words[2] &* 0x94d0_49bb_1331_11eb ^ words[3] &* 0xd6e8_feb8_6659_fd93
    let both = first ^ second ^ UInt64(truncatingIfNeeded: length)
    return (both ^ (both >> 32)).scattered
  }

  /// Whether the text is another one of the same length, of which four words are read.
  @inline(__always)
  func equals(_ other: UnsafePointer<UInt64>, _ masks: Masks) -> Bool {
    UnsafeRawPointer(other).loadUnaligned(as: Words.self) & masks[length] == words
  }
}

extension UInt64 {
  /// The same bits brought into disorder: a hash of a hash.
  @inline(__always)
  var scattered: UInt64 {
    let product = self &* 0x9e37_79b9_7f4a_7c15
    return product ^ (product >> 29)
  }
}
