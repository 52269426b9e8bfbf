import Catalog
package import Diagnostics

/// The words of a statement, with their places; comments are left out.
package struct StatementWords {
  /// A word as it was typed, and where.
  package struct Word: Sendable {
    package let text: String
    package let span: SourceSpan
  }

  package private(set) var words: ArraySlice<Word>
  /// The whole statement as it was typed.
  package let source: String
  /// Where the statement ends, for what is missing there.
  package let end: Int

  package init(_ text: String) {
    var cutter = WordCutter()
    for byte in text.utf8 where !cutter.isInComment { cutter.read(byte) }
    cutter.finish()
    words = cutter.words[...]
    source = text
    end = words.last?.span.end ?? 0
  }

  private init(_ words: ArraySlice<Word>, end: Int, source: String) {
    self.words = words
    self.source = source
    self.end = end
  }

  package var first: Word? { words.first }
  package var isEmpty: Bool { words.isEmpty }
  /// As they were typed, with one space between them.
  package var text: String { words.map(\.text).joined(by: " ") }

  /// All of them; where there is none, the end of the statement.
  package var span: SourceSpan {
    guard let first = words.first, let last = words.last else { return SourceSpan(end..<end + 1) }
    return first.span.joined(with: last.span)
  }

  package func dropFirst() -> StatementWords {
    StatementWords(words.dropFirst(), end: end, source: source)
  }

  /// The words before and after the first that is the given one; `nil` when there is none.
  package func split(at word: String) -> (before: StatementWords, after: StatementWords)? {
    guard let index = words.firstIndex(where: { $0.text.lowercased() == word }) else { return nil }
    return (
      StatementWords(words[..<index], end: words[index].span.end, source: source),
      StatementWords(words[(index + 1)...], end: end, source: source)
    )
  }
}

extension StatementWords {
  /// What comes before the format and the file, and these two.
  package var delivery: (StatementWords, Delivery) {
    get throws(Diagnostic) {
      let sign = words.indices.first(where: isFileSign) ?? words.endIndex
      let before = words[..<sign]
      let head = StatementWords(before, end: before.last?.span.end ?? end, source: source)
      let isNamed = sign < words.endIndex
      let file = isNamed ? try file(after: words[sign].span.start + 1) : nil
      guard let (before, after) = head.split(at: "|") else { return (head, Delivery(file: file)) }
      let format = Delivery.Format(name: after.text.lowercased(), span: after.span)
      return (before, Delivery(format: format, file: file))
    }
  }

  /// Whether `>` at a place names a file, and is not a test on figures: `where removals > 300,000`.
  private func isFileSign(_ index: Int) -> Bool {
    let text = words[index].text
    if text.hasPrefix(">\"") { return true }
    guard text == ">" else { return false }
    let next = index + 1 < words.endIndex ? words[index + 1].text.first : nil
    return next.map { !$0.isNumber && $0 != "-" } ?? true
  }

  /// `"removals.csv"`, from a place to the end of the words.
  private func file(after start: Int) throws(Diagnostic) -> Delivery.File {
    let last = words.last?.span.end ?? start
    let bytes = Array(source.utf8.prefix(last).dropFirst(start).drop { $0 == UInt8(ascii: " ") })
    let typed = String(decoding: bytes, as: UTF8.self)
    let span = SourceSpan(last - bytes.count..<max(last, last - bytes.count + 1))
    guard typed.withoutQuotes != typed, typed.utf8.count > 2 else {
      throw .expectedFile(in: source, from: span.start)
    }
    return Delivery.File(path: typed.withoutQuotes, span: span)
  }

  /// The words that end before a place.
  package func until(_ place: Int) -> StatementWords {
    StatementWords(words.filter { $0.span.end <= place }[...], end: place, source: source)
  }
}

/// Cuts a statement at spaces; `|` is a separate word.
private struct WordCutter {
  private(set) var words: [StatementWords.Word] = []
  private(set) var isInComment = false
  private var word: [UInt8] = []
  private var offset = 0
  private var isQuoted = false

  mutating func read(_ byte: UInt8) {
    defer { offset += 1 }
    switch byte {
    case UInt8(ascii: "\""):
      isQuoted.toggle()
      word.append(byte)
    case UInt8(ascii: "#") where word.isEmpty && !isQuoted: isInComment = true
    case UInt8(ascii: "|") where !isQuoted:
      finish()
      word = [byte]
      offset += 1
      finish()
      offset -= 1
    // The last of these is the sign that continues a statement on the next line.
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"),
      UInt8(ascii: "\\"):
      finish()
    default: word.append(byte)
    }
  }

  mutating func finish() {
    guard !word.isEmpty else { return }
    let text = String(decoding: word, as: UTF8.self)
    words.append(.init(text: text, span: SourceSpan(offset - word.count..<offset)))
    word = []
  }
}
