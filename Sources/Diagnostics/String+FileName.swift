/// Names of files are bytes, and need not be text. As a `String`, a byte that is not part of UTF-8
/// is one of the last 128 code points, U+10FF80 to U+10FFFF, which mean nothing else; where a
/// name really holds one of those, its bytes are written in the same way. So every name has one
/// text, every text one name, and names that are text are unchanged.
extension String {
  /// A name or an argument as the system gives it.
  package init(fileName bytes: some Collection<UInt8>) {
    // The code points that are such bytes begin with F4; few names hold that byte.
    if !bytes.contains(0xF4), let text = String(validating: bytes, as: UTF8.self) {
      self = text
      return
    }
    var text = String.UnicodeScalarView()
    var rest = Array(bytes)[...]
    while let first = rest.first {
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      let character = String(validating: rest.prefix(length), as: UTF8.self)?.unicodeScalars
      if let scalar = character?.first, character?.count == 1, scalar.byteOfName == nil {
        text.append(scalar)
        rest = rest.dropFirst(length)
      } else {
        text.append(Unicode.Scalar(0x10_FF00 + UInt32(first)) ?? "\u{FFFD}")
        rest = rest.dropFirst()
      }
    }
    self = String(text)
  }

  /// A name that ends with a zero byte.
  package init(fileName start: UnsafePointer<CChar>) {
    var count = 0
    while start[count] != 0 { count += 1 }
    self = start.withMemoryRebound(to: UInt8.self, capacity: count) {
      String(fileName: UnsafeBufferPointer(start: $0, count: count))
    }
  }

  /// The bytes of the name, as ``init(fileName:)`` took them.
  package var fileNameBytes: [UInt8] {
    guard utf8.contains(0xF4) else { return Array(utf8) }
    return unicodeScalars.flatMap { scalar -> [UInt8] in
      scalar.byteOfName.map { [$0] } ?? Array(String(scalar).utf8)
    }
  }

  /// The name for calls of the system, ended by a zero byte.
  package var onDisk: [CChar] { fileNameBytes.map { CChar(bitPattern: $0) } + [0] }
}

extension Unicode.Scalar {
  /// The byte of a name that the code point means.
  fileprivate var byteOfName: UInt8? {
    value >= 0x10_FF80 ? UInt8(truncatingIfNeeded: value) : nil
  }
}
