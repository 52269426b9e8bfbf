/// One entry of a history, as libedit writes it: white space and backslashes as octal numbers, one
/// line.
struct HistoryEntry {
  static let fileHeader = Array("_HiStOrY_V2_\n".utf8)

  let text: String

  init(_ text: String) {
    self.text = text
  }

  /// `nil` where a line is not text: an empty block of the file system, or the bytes of another
  /// format.
  init?(encoded line: ArraySlice<UInt8>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(line.count)
    var rest = line
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "\\"), let escaped = HistoryEntry.takeEscape(from: &rest) {
        bytes.append(escaped)
      } else {
        bytes.append(byte)
      }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard !bytes.contains(0), text.utf8.elementsEqual(bytes) else { return nil }
    self.text = text
  }

  var encoded: [UInt8] {
    var line: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0...0x20, 0x7f, UInt8(ascii: "\\"):
        line.append(UInt8(ascii: "\\"))
        line += [byte >> 6, byte >> 3 & 7, byte & 7].map { UInt8(ascii: "0") + $0 }
      default:
        line.append(byte)
      }
    }
    return line + [UInt8(ascii: "\n")]
  }

  /// Three octal digits, or a second backslash; anything else is left unchanged.
  private static func takeEscape(from rest: inout ArraySlice<UInt8>) -> UInt8? {
    if rest.first == UInt8(ascii: "\\") { return rest.popFirst() }
    let digits = rest.prefix(3)
    let octal = UInt8(ascii: "0")...UInt8(ascii: "7")
    guard digits.count == 3, digits.allSatisfy(octal.contains) else { return nil }
    rest = rest.dropFirst(3)
    return digits.reduce(0) { $0 &<< 3 | ($1 - octal.lowerBound) }
  }
}
