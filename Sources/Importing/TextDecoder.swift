private import CIconv

/// Turns bytes of another encoding into UTF-8, piece by piece.
struct TextDecoder {
  private let converter: UnsafeMutableRawPointer

  /// `nil` where the encoding is not known. To be closed.
  init?(_ encoding: TextEncoding) {
    guard let converter = encoding.converter else { return nil }
    self.converter = converter
  }

  func close() { iconv_close(converter) }

  /// Begins a text anew.
  func restart() { _ = iconv(converter, nil, nil, nil, nil) }

  /// Decodes bytes up to the end, or to the first that is no letter or is not there whole. Returns
  /// how many are left from there.
  mutating func decode(_ bytes: [UInt8], into text: inout [UInt8]) -> Int {
    var left = bytes.count
    var source = bytes.map { CChar(bitPattern: $0) }
    // No letter has more than four bytes in UTF-8, and none has less than one elsewhere.
    var target = [CChar](repeating: 0, count: bytes.count * 4 + 16)
    var free = target.count
    let size = target.count
    source.withUnsafeMutableBufferPointer { source in
      target.withUnsafeMutableBufferPointer { target in
        var (from, into) = (source.baseAddress, target.baseAddress)
        _ = iconv(converter, &from, &left, &into, &free)
      }
    }
    text.append(contentsOf: target[..<(size - free)].lazy.map { UInt8(bitPattern: $0) })
    return left
  }
}
