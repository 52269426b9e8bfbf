package import Results

/// The text with its statements marked, and a table of them.
package struct TextMarkdown: TextFormat {
  package static let name = "markdown"

  package init(style: OutputStyle) {}

  package mutating func write(_ text: ReadText, into output: inout OutputBuffer) {
    let screen = ScreenText(isUnicode: true)
    output.append("## \(text.summary.inMarkdown)\n\n")
    for paragraph in text.paragraphs {
      let words = paragraph.pieces.map { piece in
        piece.statement.map { "**\(screen.safe(piece.text).inMarkdown)** \\[\($0 + 1)\\]" }
          ?? screen.safe(piece.text).inMarkdown
      }.joined()
      output.append((paragraph.isHeading ? "### " : paragraph.isItem ? "- " : "") + words + "\n\n")
    }
    guard !text.statements.isEmpty else { return }
    output.append("| | verdict | figure | check | sources |\n|---|---|---|---|---|\n")
    for (index, statement) in text.statements.enumerated() {
      let words = StatementFinding(statement: statement, screen: ScreenText(isUnicode: true))
      let checks = words.checks.map { "`\($0)`" }.joined(separator: "<br>")
      let sources = TextRecord(text: text, statement: statement).sources.joined(separator: "; ")
      output.append(
        "| \(index + 1) | \(statement.verdict.rawValue) | \(words.finding.inMarkdown) | "
          + "\(checks.replacing("|", with: "\\|")) | \(sources.inMarkdown) |\n"
      )
    }
    output.append("\n")
  }
}
