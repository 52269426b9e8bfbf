/// Lines on their way to a screen, with a margin of one column.
struct Page {
  let style: OutputStyle
  private(set) var output = OutputBuffer()

  init(style: OutputStyle) {
    self.style = style
  }

  var text: ScreenText { ScreenText(style) }

  mutating func writeBlank() { output.append("\n") }

  mutating func writePlainLine(_ write: (inout OutputBuffer) -> Void) {
    output.append(spaces: 1)
    write(&output)
    output.removeTrailingSpaces()
    output.append("\n")
  }

  mutating func write(bold line: String) { write(line, .heading) }

  mutating func write(dim line: String) { write(line, .beside) }

  /// Wraps the lines at the width of the terminal.
  mutating func write(dim lines: [PageLine]) {
    for line in lines {
      for part in line.wrapped(toWidth: style.textWidth.map { $0 - 1 }) { write(dim: part) }
    }
  }

  /// Wraps a heading whose first words, the lead, stand out.
  mutating func write(heading line: PageLine, lead ink: Ink) {
    let lines = line.wrapped(toWidth: style.textWidth.map { $0 - 1 })
    output.append(" " + style.inked(line.lead, ink))
    output.append(style.inked(String(lines[0].dropFirst(line.lead.count)), .heading) + "\n")
    for line in lines.dropFirst() { write(bold: line) }
  }

  private mutating func write(_ line: String, _ ink: Ink) {
    output.append(" ")
    output.append(style.inked(line, ink))
    output.append("\n")
  }
}

/// One line of the foot, which may be wrapped.
struct PageLine {
  /// What stands before the words and is never wrapped: `1  FY2020–22  `.
  let lead: String
  let words: String
  /// Columns before the words where the line goes on.
  let indent: Int

  init(lead: String = "", _ words: String, indent: Int? = nil) {
    self.lead = lead
    self.words = words
    self.indent = indent ?? lead.displayWidth + 2
  }

  func wrapped(toWidth width: Int?) -> [String] {
    guard let width, (lead + words).displayWidth > width else { return [lead + words] }
    // On a narrow screen the words need the room more than the columns do.
    let indent = String(repeating: " ", count: min(indent, max(2, width - 24)))
    var lines: [String] = []
    var line = lead
    var hasWords = false
    for word in unbrokenWords {
      if hasWords, line.displayWidth + 1 + word.displayWidth > width {
        lines.append(line)
        line = indent
        hasWords = false
      }
      line += (hasWords ? " " : "") + word
      hasWords = true
    }
    return lines + [line]
  }

  /// The words; a sign such as `≈` or a dash stays with the figure beside it.
  private var unbrokenWords: [String] {
    var words: [String] = []
    for word in self.words.split(separator: " ") {
      if let last = words.last, ["≈", "~", ">", "<"].contains(last) {
        words[words.count - 1] = last + " " + word
      } else {
        words.append(String(word))
      }
    }
    return words
  }
}

/// A text cut into lines at words, each behind the same indent.
package func wrapped(_ text: String, toWidth width: Int?, indent: Int) -> [String] {
  let margin = String(repeating: " ", count: indent)
  return PageLine(lead: margin, text, indent: indent).wrapped(toWidth: width)
}
