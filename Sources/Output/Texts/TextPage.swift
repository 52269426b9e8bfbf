package import Results

/// The text with its statements marked, and the list of them: for a terminal, and as plain text.
package struct TextPage: TextFormat {
  package static let name = "table"
  private let style: OutputStyle
  private var isFirst = true

  package init(style: OutputStyle) { self.style = style }

  package mutating func write(_ text: ReadText, into output: inout OutputBuffer) {
    if !isFirst { output.append("\n") }
    isFirst = false
    append(style.inked(style.shown(text.summary), .heading), into: &output, indent: 0)
    if style.isAccessible {
      for (index, statement) in text.statements.enumerated() {
        tell(index, statement, into: &output)
      }
      return
    }
    for paragraph in text.paragraphs {
      output.append("\n")
      append(marked(paragraph, text), into: &output, indent: 2)
    }
    if !text.statements.isEmpty { output.append("\n") }
    let verdictWidth = text.statements.map(\.verdict.rawValue.count).max() ?? 0
    for (index, statement) in text.statements.enumerated() {
      list(index, statement, verdictWidth, into: &output)
    }
  }

  /// The words of a paragraph, statements in brackets with their numbers.
  private func marked(_ paragraph: ReadText.Paragraph, _ text: ReadText) -> String {
    paragraph.pieces.map { piece in
      guard let index = piece.statement else { return style.shown(piece.text) }
      let words = "[\(index + 1) \(style.shown(piece.text))]"
      return style.inked(words, text.statements[index].verdict.ink)
    }.joined()
  }

  private func list(
    _ index: Int,
    _ statement: TextStatement,
    _ verdictWidth: Int,
    into output: inout OutputBuffer
  ) {
    let words = StatementFinding(statement: statement, screen: ScreenText(style))
    let number = String(index + 1)
    let verdict = statement.verdict.rawValue
    let padding = String(repeating: " ", count: max(0, verdictWidth - verdict.count))
    let lead =
      String(repeating: " ", count: max(0, 3 - number.count)) + number + " "
      + style.inked(verdict, statement.verdict.ink) + padding
    append("\(lead)  \(style.shown(words.finding))", into: &output, indent: 6)
    for check in words.checks { append("      " + style.shown(check), into: &output, indent: 8) }
    for aside in words.asides {
      append("      " + style.inked(style.shown(aside), .beside), into: &output, indent: 8)
    }
  }

  private func tell(_ index: Int, _ statement: TextStatement, into output: inout OutputBuffer) {
    let words = StatementFinding(statement: statement, screen: ScreenText(style))
    let lines =
      ["Statement \(index + 1), \(statement.verdict.rawValue): \(statement.text)", words.finding]
      + words.checks + words.asides
    for line in lines where !line.isEmpty { output.append(style.shown(line) + "\n") }
  }

  private func append(_ line: String, into output: inout OutputBuffer, indent: Int) {
    for part in TextLine.wrapped(line, toWidth: style.width.map { $0 - 1 }, indent: indent) {
      output.append(part)
      output.append("\n")
    }
  }
}

extension TextVerdict {
  var ink: Ink { ofFigures?.ink ?? .beside }
}
