/// SQL of this program as another database takes it: the same rows, in the same layout.
///
/// SQLite is lenient where others are strict, and the statement that answers a question makes use
/// of that: a test is the number 1 or 0 there, a subquery needs no name, a division by zero is
/// empty, empty values come first. All of it is made explicit. Only the statements that the program
/// writes are understood, never what somebody typed.
package struct TranslatedSQL {
  package private(set) var text = ""

  /// `nil` where the statement has something that is not understood.
  package init?(_ sql: String, to dialect: SQLDialect) {
    let bytes = Array(sql.utf8)
    var parser = SQLParser(SQLToken.all(of: bytes), dialect)
    parser.parse()
    guard !parser.hasFailed else { return nil }
    var place = 0
    for (index, token) in parser.tokens.enumerated() {
      text += String(decoding: bytes[place..<token.range.lowerBound], as: UTF8.self)
      text += parser.edits.before[index] ?? ""
      text +=
        parser.edits.instead[index] ?? String(decoding: bytes[token.range], as: UTF8.self)
      text += parser.edits.after[index] ?? ""
      place = token.range.upperBound
    }
  }
}
