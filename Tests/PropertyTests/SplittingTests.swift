import Shell
import Testing

@Suite("Where a statement ends")
struct SplittingTests {
  private func texts(_ script: String) -> [String] {
    StatementSplitter.statements(of: script).map(\.text)
  }

  @Test("texts of SQL are in single quotes, and those of the language are not")
  func quotes() {
    #expect(texts("sql SELECT ';'; removals") == ["sql SELECT ';'", "removals"])
    #expect(texts("SQL SELECT 'it''s' || ';'") == ["SQL SELECT 'it''s' || ';'"])
    #expect(texts("removals; sql SELECT 1; sql SELECT ';'").count == 3)
    #expect(texts("who's removed; returns") == ["who's removed", "returns"])
    #expect(texts("sqlite's removals; returns") == ["sqlite's removals", "returns"])
  }

  @Test("SQL goes on in brackets, after an operator, in a text and in indented lines")
  func goesOn() {
    #expect(texts("sql SELECT count(\n*) FROM member\nremovals").count == 2)
    #expect(texts("sql SELECT 'a\nb'\nremovals").count == 2)
    #expect(texts("sql SELECT name\n  FROM member\nremovals").count == 2)
    #expect(texts("sql SELECT name\nfrom member\nWHERE id = 1\nremovals").count == 2)
    #expect(texts("sql WITH r AS (\n SELECT 1\n)\nSELECT * FROM r\nremovals").count == 2)
    #expect(texts("removals in fy2012\nwhere citizenship = mexico").count == 2)
  }
}
