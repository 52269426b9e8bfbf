import Diagnostics
import Testing

@Suite("Suggestions")
struct SuggestionTests {
  @Test(
    "a slip of one letter is recognized",
    arguments: ["sinse", "sincr", "snce", "sicne", "sincee"]
  )
  func recognizes(_ slip: String) {
    #expect(closestMatch(to: slip, among: ["by", "since", "top"]) == "since")
  }

  @Test("an unrelated word is not guessed at")
  func refuses() {
    #expect(closestMatch(to: "vegetables", among: ["by", "since", "top"]) == nil)
  }

  @Test("the nearest come first and no more than asked for")
  func ordered() {
    let near = closestMatches(to: "removal", among: ["removals", "renewal", "approval"], limit: 2)
    #expect(near == ["removals", "renewal"] || near == ["removals"])
  }
}

@Suite("Drawing a diagnostic")
struct DiagnosticFormatterTests {
  private let formatter = DiagnosticFormatter(width: \.count)

  @Test("carets are under the place, the hint and questions below")
  func draws() {
    let diagnostic = Diagnostic(
      "unknown-clause",
      "`sinse` does not start a clause",
      at: SourceSpan(15..<20),
      hint: "did you mean `since`?",
      questions: ["removals by fy since 2010"]
    )
    #expect(
      formatter.format(diagnostic, in: "removals by fy sinse 2010") == """
        error: `sinse` does not start a clause
          removals by fy sinse 2010
                         ^^^^^
        hint: did you mean `since`?
        try:  removals by fy since 2010
        """
    )
  }

  @Test("only the line of the place is shown, and control characters are not")
  func severalLines() {
    let source = "removals,\n\treturns sinse 2010"
    let diagnostic = Diagnostic("x", "wrong", at: SourceSpan(19..<24))
    #expect(
      formatter.format(diagnostic, in: source) == """
        error: wrong
           returns sinse 2010
                   ^^^^^
        """
    )
  }

  @Test("a place outside the text is drawn at its end", arguments: [0, 3, 4, 99])
  func outside(_ offset: Int) {
    let diagnostic = Diagnostic("x", "wrong", at: SourceSpan(offset..<offset + 2))
    #expect(formatter.format(diagnostic, in: "abc").hasPrefix("error: wrong"))
  }
}
