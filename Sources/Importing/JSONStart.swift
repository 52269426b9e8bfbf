/// How a file of JSON begins.
enum JSONStart {
  /// Whether text begins a file of JSON: with an object, or with a list of them.
  static func begins(_ text: some Collection<UInt8>) -> Bool {
    let signs = text.lazy.filter { !isSpace($0) }.prefix(2)
    guard let first = signs.first else { return false }
    return first == .openBrace
      || first == .openBracket && signs.dropFirst().first.map { $0 == .openBrace } ?? false
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    [.space, .tab, .lineFeed, .carriageReturn].contains(byte)
  }
}
