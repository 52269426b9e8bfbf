/// The blocks of a plain text or of Markdown.
///
/// A line that is short, ends no sentence and is followed by another is a heading; other lines of a
/// paragraph belong together.
package enum TextBlocks {
  package static func blocks(of text: String, _ kind: TextKind) -> [TextBlock] {
    let scalars = Array(text.unicodeScalars)
    return kind == .html ? HTMLBlocks(scalars).blocks : lines(scalars, isMarked: kind == .markdown)
  }

  /// The longest line that can be a heading.
  private static let longestHeading = 60

  private static func lines(_ scalars: [Unicode.Scalar], isMarked: Bool) -> [TextBlock] {
    var blocks: [TextBlock] = []
    var open: TextBlock?
    var line = 0
    var start = 0
    while start < scalars.count {
      let end = scalars[start...].firstIndex { $0.isLineEnd } ?? scalars.count
      line += 1
      let own = Line(scalars, start..<end, isMarked: isMarked)
      if own.isBlank {
        close(&open, &blocks)
      } else {
        if own.isItem || own.isHeading || endsItself(open) { close(&open, &blocks) }
        var block =
          open ?? TextBlock(own.isHeading ? .heading : own.isItem ? .item : .paragraph, line: line)
        if !block.scalars.isEmpty { block.append(" ", at: start - 1) }
        for place in own.content { block.append(scalars[place], at: place) }
        open = block
        if own.isHeading { close(&open, &blocks) }
      }
      start = end + 1
      // `\r\n` is one end of a line.
      if end < scalars.count, scalars[end] == "\r", start < scalars.count, scalars[start] == "\n" {
        start += 1
      }
    }
    close(&open, &blocks)
    return blocks
  }

  private static func close(_ open: inout TextBlock?, _ blocks: inout [TextBlock]) {
    if let block = open, block.hasWords { blocks.append(block) }
    open = nil
  }

  /// Whether a line begins something new behind what is open: it ended a sentence, or is as short
  /// as a heading.
  private static func endsItself(_ open: TextBlock?) -> Bool {
    guard let open, let last = open.scalars.last(where: { $0 != " " }) else { return false }
    if [".", "!", "?", ":", "\"", ")", ";"].contains(last) { return true }
    return open.scalars.count <= longestHeading
  }

  /// One line of the input.
  private struct Line {
    let content: Range<Int>
    var isHeading = false
    var isItem = false

    init(_ scalars: [Unicode.Scalar], _ line: Range<Int>, isMarked: Bool) {
      var first = line.lowerBound
      var last = line.upperBound
      while first < last, scalars[first].properties.isWhitespace { first += 1 }
      while last > first, scalars[last - 1].properties.isWhitespace { last -= 1 }
      if first < last, isMarked {
        while first < last, scalars[first] == "#" || scalars[first] == ">" {
          isHeading = isHeading || scalars[first] == "#"
          first += 1
        }
      }
      if last - first > 2, "-*•—–·".unicodeScalars.contains(scalars[first]),
        scalars[first + 1] == " "
      {
        isItem = true
        first += 2
      }
      while first < last, scalars[first].properties.isWhitespace { first += 1 }
      content = first..<last
    }

    var isBlank: Bool { content.isEmpty }
  }
}

extension Unicode.Scalar {
  fileprivate var isLineEnd: Bool { self == "\n" || self == "\r" || value == 0x2028 }
}
