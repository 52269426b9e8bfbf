/// The blocks of a plain text or of Markdown.
///
/// A line that is short, ends no sentence and is followed by another is a heading; other lines of a
/// paragraph belong together.
struct LineBlocks {
  private var scalars: String.UnicodeScalarView.Iterator
  /// The character after the last one that was taken.
  private var ahead: Unicode.Scalar?
  /// Its place.
  private var place = 0
  private var line = 0
  private let isMarked: Bool
  private var open: TextBlock?
  private var waiting: [TextBlock] = []

  /// The longest line that can be a heading.
  fileprivate static let longestHeading = 60

  init(_ text: String, isMarked: Bool) {
    scalars = text.unicodeScalars.makeIterator()
    ahead = scalars.next()
    self.isMarked = isMarked
  }

  mutating func next() -> TextBlock? {
    while waiting.isEmpty, ahead != nil { takeLine() }
    if waiting.isEmpty { close() }
    return waiting.isEmpty ? nil : waiting.removeFirst()
  }

  private mutating func takeLine() {
    line += 1
    let start = place
    let own = Line(nextLine(), isMarked: isMarked)
    guard !own.content.isEmpty else { return close() }
    if own.isItem || own.isHeading || endsItself { close() }
    var block =
      open ?? TextBlock(own.isHeading ? .heading : own.isItem ? .item : .paragraph, line: line)
    if !block.scalars.isEmpty { block.append(" ", at: start - 1) }
    for index in own.content.indices { block.append(own.content[index], at: start + index) }
    open = block
    if own.isHeading { close() }
  }

  /// The characters up to the end of the line, which is passed.
  private mutating func nextLine() -> [Unicode.Scalar] {
    var line: [Unicode.Scalar] = []
    while let scalar = advance() {
      guard scalar.isLineEnd else {
        line.append(scalar)
        continue
      }
      // `\r\n` is one end of a line.
      if scalar == "\r", ahead == "\n" { _ = advance() }
      break
    }
    return line
  }

  private mutating func advance() -> Unicode.Scalar? {
    guard let scalar = ahead else { return nil }
    ahead = scalars.next()
    place += 1
    return scalar
  }

  private mutating func close() {
    if var block = open, block.hasWords {
      if block.kind == .paragraph, block.isTitle { block.kind = .heading }
      waiting.append(block)
    }
    open = nil
  }

  /// Whether a line begins something new after what is open: it ended a sentence, or is as short
  /// as a heading.
  private var endsItself: Bool {
    guard let open, let last = open.scalars.last(where: { $0 != " " }) else { return false }
    if [".", "!", "?", ":", "\"", ")", ";"].contains(last) { return true }
    return open.scalars.count <= Self.longestHeading
  }

  /// One line of the input.
  private struct Line {
    let content: ArraySlice<Unicode.Scalar>
    var isHeading = false
    var isItem = false

    init(_ scalars: [Unicode.Scalar], isMarked: Bool) {
      var own = scalars[...].trimmed
      if isMarked {
        while let first = own.first, first == "#" || first == ">" {
          isHeading = isHeading || first == "#"
          own = own.dropFirst()
        }
      }
      if own.count > 2, "-*•—–·".unicodeScalars.contains(own[own.startIndex]),
        own[own.startIndex + 1] == " "
      {
        isItem = true
        own = own.dropFirst(2)
      }
      content = own.trimmed
    }
  }
}

extension TextBlock {
  /// Whether it is a few words without a number and without the end of a sentence.
  fileprivate var isTitle: Bool {
    scalars.count <= LineBlocks.longestHeading && !scalars.contains(where: \.isDigit)
      && scalars.last(where: { $0 != " " }).map { $0.isLetter } ?? false
  }
}

extension ArraySlice<Unicode.Scalar> {
  /// Without spaces at its ends.
  fileprivate var trimmed: ArraySlice {
    var own = self
    while let first = own.first, first.properties.isWhitespace { own = own.dropFirst() }
    while let last = own.last, last.properties.isWhitespace { own = own.dropLast() }
    return own
  }
}

extension Unicode.Scalar {
  fileprivate var isLineEnd: Bool { self == "\n" || self == "\r" || value == 0x2028 }
}
