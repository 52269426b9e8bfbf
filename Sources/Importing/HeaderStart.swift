/// Where the header of a file of text begins.
struct HeaderStart {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var index: Int
  /// Counted from 1.
  private(set) var line = 1
  private var named: UInt8?

  /// At the beginning of the file, after a mark of its encoding.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    index = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
  }

  /// Moves to the next line; `false` where there is none.
  mutating func skipLine() -> Bool {
    guard let end = bytes[index...].firstIndex(of: .lineFeed), end + 1 < bytes.count else {
      return false
    }
    index = end + 1
    line += 1
    return true
  }

  /// Moves past a line such as `sep=;`, with which a file tells spreadsheets what is between
  /// its cells.
  mutating func skipSeparatorLine() {
    let end = bytes[index...].firstIndex(of: .lineFeed) ?? bytes.count
    let text = bytes[index..<end].filter { $0 != .carriageReturn }
    guard text.count == 5, text.starts(with: Array("sep=".utf8)) else { return }
    if skipLine() { named = text[4] }
  }

  /// What is between the cells of the line: whichever of comma, semicolon, tab and bar there is
  /// most of outside of quotes.
  var delimiter: UInt8 {
    if let named { return named }
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes[index...] {
      if byte == .quote {
        isQuoted.toggle()
      } else if byte == .lineFeed, !isQuoted {
        break
      } else if !isQuoted, Self.delimiters.contains(byte) {
        counts[byte, default: 0] += 1
      }
    }
    // Of equal numbers the first.
    return Self.delimiters.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) } ?? .comma
  }

  /// What is between the cells of the table that begins here, perhaps below titles: that of the
  /// first line that has as many of it as the next one, or else of this line.
  var delimiterOfTable: UInt8 {
    if let named { return named }
    var place = self
    for _ in 0..<Self.mostTitles {
      let own = place.delimiter
      let count = place.count(of: own)
      guard place.skipLine() else { break }
      if count > 0, place.count(of: own) == count { return own }
    }
    return delimiter
  }

  /// How many lines of titles are looked at.
  private static let mostTitles = 40

  /// How often a delimiter is in the line, outside of quotes.
  private func count(of delimiter: UInt8) -> Int {
    var (count, isQuoted) = (0, false)
    for byte in bytes[index...] {
      if byte == .quote {
        isQuoted.toggle()
      } else if byte == .lineFeed, !isQuoted {
        break
      } else if byte == delimiter, !isQuoted {
        count += 1
      }
    }
    return count
  }

  private static let delimiters: [UInt8] = [.comma, UInt8(ascii: ";"), .tab, UInt8(ascii: "|")]
}
