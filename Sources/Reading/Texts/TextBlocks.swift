/// The blocks of a text, one after the other: only the one that is read is held.
package struct TextBlocks: Sequence, IteratorProtocol {
  private var lines: LineBlocks
  /// Those of a page, which is read whole.
  private var page: [TextBlock].Iterator?

  package init(of text: String, _ kind: TextKind) {
    lines = LineBlocks(kind == .html ? "" : text, isMarked: kind == .markdown)
    if kind == .html { page = HTMLBlocks(Array(text.unicodeScalars)).blocks.makeIterator() }
  }

  package mutating func next() -> TextBlock? { page?.next() ?? lines.next() }
}
