import Catalog

/// The beginning of something typed, and what can complete it.
package struct TypedBeginning {
  /// In lower case.
  let prefix: String
  private let key: String

  package init(_ partial: String) {
    prefix = partial.lowercased()
    key = Spelling.key(of: partial)
  }

  /// Whether an item begins with the typed text.
  package func isBeginning(of item: QueryCompletion.Item) -> Bool {
    if prefix.isEmpty || item.text.lowercased().hasPrefix(prefix) { return true }
    guard !key.isEmpty, !endsInSign else { return false }
    guard prefix.last == " " else { return Spelling.key(of: item.text).hasPrefix(key) }
    // After a space a word is finished: only further words are suggested.
    let own = Spelling.words(of: item.text).map(\.key)
    return own.count > pieces.count && own.starts(with: pieces)
  }

  private var pieces: [String] { Spelling.words(of: prefix).map(\.key) }

  /// Whether the text ends in a sign of the language, after which no name continues.
  private var endsInSign: Bool {
    prefix.last { $0 != " " }.map { "|>;,=<+*(".contains($0) } ?? false
  }
}
