/// A name with `*` for any letters. Case and the number of spaces make no difference.
package struct NamePattern: Sendable, Hashable {
  package let text: String
  private let pieces: [[UInt8]]

  package init(_ text: String) {
    self.text = text
    pieces = Self.folded(text).split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
      .map(Array.init)
  }

  /// The patterns that bars are between; the one of empty names where there is nothing else.
  package static func alternatives(_ text: String) -> [NamePattern] {
    text.isEmpty ? [NamePattern("")] : text.split(separator: "|").map { NamePattern(String($0)) }
  }

  package func matches(_ name: String) -> Bool {
    let name = Self.folded(name)
    guard pieces.count > 1 else { return pieces[0] == name }
    guard name.starts(with: pieces[0]) else { return false }
    var place = pieces[0].count
    for piece in pieces.dropFirst().dropLast() {
      guard let found = Self.find(piece, in: name, from: place) else { return false }
      place = found + piece.count
    }
    let last = pieces[pieces.count - 1]
    return name.count - place >= last.count && name.suffix(last.count).elementsEqual(last)
  }

  private static func find(_ piece: [UInt8], in name: [UInt8], from start: Int) -> Int? {
    guard name.count - start >= piece.count else { return nil }
    return (start...name.count - piece.count).first { name[$0...].starts(with: piece) }
  }

  /// In small letters, with one space between words and none at the ends.
  static func folded(_ text: String) -> [UInt8] {
    var folded: [UInt8] = []
    for byte in text.lowercased().utf8 {
      let isSpace = byte == .space || byte == .lineFeed || byte == .carriageReturn || byte == .tab
      if !isSpace {
        folded.append(byte)
      } else if let last = folded.last, last != .space {
        folded.append(.space)
      }
    }
    if folded.last == .space { folded.removeLast() }
    return folded
  }
}
