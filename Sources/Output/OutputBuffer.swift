/// A buffer of output bytes. Its owner empties it into a file or a terminal.
package struct OutputBuffer: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  package mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  package mutating func append(_ byte: UInt8) { bytes.append(byte) }

  package mutating func append(_ more: [UInt8]) { bytes.append(contentsOf: more) }

  package mutating func append(_ more: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: more)
  }

  package mutating func append(_ scalar: Unicode.Scalar) {
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  package mutating func append(spaces count: Int) {
    guard count > 0 else { return }
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count))
  }

  /// Replaces what changes the direction of the text that follows on a screen, U+2028 to U+202E and
  /// U+2066 to U+2069. A file keeps them: they are a part of names.
  package mutating func keepDirection() {
    guard bytes.contains(0xE2) else { return }
    var place = 0
    while place + 2 < bytes.count {
      guard bytes[place] == 0xE2 else {
        place += 1
        continue
      }
      let isDirection =
        bytes[place + 1] == 0x80 && (0xA8...0xAE).contains(bytes[place + 2])
        || bytes[place + 1] == 0x81 && (0xA6...0xA9).contains(bytes[place + 2])
      if isDirection { bytes.replaceSubrange(place..<place + 3, with: [0xEF, 0xBF, 0xBD]) }
      place += 3
    }
  }

  mutating func removeLast() { bytes.removeLast() }

  package mutating func removeTrailingSpaces() {
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
  }
}
