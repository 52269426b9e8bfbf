/// Lines for a screen, with a margin of one column.
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
      for part in line.wrapped(toWidth: style.textWidth.map { $0 - 1 }) {
        if line.link.isEmpty { write(dim: part) } else { write(linked: part, line) }
      }
    }
  }

  /// A part of a line that leads to an address; what is before its words does not.
  private mutating func write(linked part: String, _ line: PageLine) {
    let lead = !line.lead.isEmpty && part.hasPrefix(line.lead) ? line.lead : ""
    let words = part.dropFirst(lead.count)
    let spaces = words.prefix { $0 == " " }
    output.append(" ")
    let linked = style.linked(String(words.dropFirst(spaces.count)), to: line.link)
    output.append(style.inked("\(lead)\(spaces)\(linked)", .beside))
    output.append("\n")
  }

  /// Wraps a heading whose first words, the lead, are marked.
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

/// A text cut into lines at words, each with the same indent.
package func wrapped(_ text: String, toWidth width: Int?, indent: Int) -> [String] {
  let margin = String(repeating: " ", count: indent)
  return PageLine(lead: margin, text, indent: indent).wrapped(toWidth: width)
}
