package import Results

/// What was found, in sentences with the sources, to be put under an article.
package struct TextReport: TextFormat {
  package static let name = "report"
  private let style: OutputStyle
  private var isFirst = true

  package init(style: OutputStyle) { self.style = style }

  package mutating func write(_ text: ReadText, into output: inout OutputBuffer) {
    if !isFirst { output.append("\n") }
    isFirst = false
    append(text.summary, into: &output)
    for statement in text.statements {
      output.append("\n")
      let speaker = statement.speaker.isEmpty ? "" : " (\(statement.speaker))"
      guard !statement.checks.isEmpty else {
        append(
          "“\(statement.text)”\(speaker). \(statement.verdict.rawValue): \(statement.why)",
          into: &output
        )
        continue
      }
      append("“\(statement.text)”\(speaker). \(statement.verdict.rawValue).", into: &output)
      for check in statement.checks {
        let report = CheckReport(check, ScreenText(style))
        append(report.paragraph, into: &output)
        for citation in report.citations { append(citation, into: &output) }
      }
    }
  }

  private func append(_ paragraph: String, into output: inout OutputBuffer) {
    for line in TextLine.wrapped(style.shown(paragraph), toWidth: style.textWidth, indent: 0) {
      output.append(line + "\n")
    }
  }
}
