import QueryLanguage

/// What was typed from a place to the end, to be taken as one name.
struct TypedWords {
  /// A UTF-8 offset in the line.
  let start: Int
  let partial: String

  init(_ line: String, from index: String.Index) {
    start = line.utf8.distance(from: line.startIndex, to: index)
    partial = String(line[index...])
  }

  init(_ line: String, after offset: Int) {
    let rest = line.utf8.dropFirst(offset)
    let spaces = rest.prefix { $0 == UInt8(ascii: " ") }.count
    start = min(offset + spaces, line.utf8.count)
    partial = String(decoding: Array(rest.dropFirst(spaces)), as: UTF8.self)
  }

  /// The text without leading spaces.
  var trimmed: TypedWords {
    let spaces = partial.prefix { $0 == " " }.utf8.count
    return TypedWords(start: start + spaces, partial: String(partial.dropFirst(spaces)))
  }

  private init(start: Int, partial: String) {
    self.start = start
    self.partial = partial
  }

  /// The items that begin with it.
  func offer(_ items: [QueryCompletion.Item]) -> QueryCompletion.Offer {
    QueryCompletion.Offer(
      start: start,
      items: items.filter(TypedBeginning(partial).isBeginning).withoutRepeats
    )
  }
}
