private import CIconv

/// How the letters of a file of text are written as bytes, where that is not UTF-8: whatever the
/// iconv of the C library knows.
package struct TextEncoding: Sendable, Equatable {
  /// As `--encoding` takes it: `windows-1252`.
  package let name: String

  /// `nil` for a name that iconv does not know. `latin-1` and `mac-roman` are names as well.
  package init?(_ name: String) {
    self.init(known: name.lowercased())
    guard !name.isEmpty, name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }),
      let converter = converter
    else { return nil }
    iconv_close(converter)
  }

  private init(known name: String) { self.name = name }

  /// The encoding that the first bytes of a file say with a mark of their order; `nil` where there
  /// is none, and the file is UTF-8 unless something else is said.
  init?(marked start: [UInt8]) {
    guard let mark = Self.marks.first(where: { start.starts(with: $0.bytes) }) else { return nil }
    self.init(known: mark.name)
  }

  /// Longer ones first: that of UTF-32 begins like that of UTF-16.
  private static let marks: [(bytes: [UInt8], name: String)] = [
    ([0xff, 0xfe, 0, 0], "utf-32le"), ([0, 0, 0xfe, 0xff], "utf-32be"),
    ([0xff, 0xfe], "utf-16le"), ([0xfe, 0xff], "utf-16be"),
  ]

  /// UTF-16 without a mark, where every other byte of what looks like a line of text is zero.
  init?(likely start: [UInt8]) {
    let bytes = start.prefix(200)
    let zeros = bytes.indices.filter { bytes[$0] == 0 }
    guard zeros.count > bytes.count / 3, bytes.count > 3 else { return nil }
    if zeros.allSatisfy({ $0 % 2 == 1 }) {
      self.init(known: "utf-16le")
    } else if zeros.allSatisfy({ $0 % 2 == 0 }) {
      self.init(known: "utf-16be")
    } else {
      return nil
    }
  }

  /// Makes UTF-8; `nil` where iconv does not know the encoding. To be closed.
  var converter: UnsafeMutableRawPointer? {
    let converter = iconv_open("UTF-8", Self.namesOfIconv[name] ?? name.uppercased())
    return converter == UnsafeMutableRawPointer(bitPattern: -1) ? nil : converter
  }

  private static let namesOfIconv = [
    "latin-1": "ISO-8859-1", "latin1": "ISO-8859-1", "latin-9": "ISO-8859-15",
    "mac-roman": "MACINTOSH", "macroman": "MACINTOSH", "ansi": "WINDOWS-1252",
  ]
}
