/// Where the last statement of a text begins: after the last `;` that is neither quoted nor in a
/// comment.
struct StatementStart {
  /// In UTF-8 code units.
  let offset: Int

  /// `nil` inside a comment.
  init?(of text: String) {
    var start = 0
    var isQuoted = false
    var isComment = false
    for (index, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "\n"): isComment = false
      case UInt8(ascii: "\"") where !isComment: isQuoted.toggle()
      case UInt8(ascii: "#") where !isQuoted: isComment = true
      case UInt8(ascii: ";") where !isQuoted && !isComment: start = index + 1
      default: break
      }
    }
    guard !isComment else { return nil }
    let spaces = text.utf8.dropFirst(start).prefix { $0 == UInt8(ascii: " ") }.count
    offset = start + spaces
  }
}
