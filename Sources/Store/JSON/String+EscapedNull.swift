extension String {
  /// Whether JSON holds the escape of U+0000, at which SQLite ends a text.
  package var hasEscapedNull: Bool {
    var bytes = utf8[...]
    let null = "u0000".utf8
    while let place = bytes.firstIndex(of: UInt8(ascii: "\\")) {
      let after = bytes[bytes.index(after: place)...]
      if after.starts(with: null) { return true }
      // What follows is escaped, and no sign that escapes.
      bytes = after.dropFirst()
    }
    return false
  }
}
