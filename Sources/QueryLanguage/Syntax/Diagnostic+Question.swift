import Catalog
import Diagnostics

extension Diagnostic {
  static func unknownMeasure(_ name: Name, near: [String]) -> Diagnostic {
    Diagnostic(
      "unknown-measure",
      kind: near.isEmpty ? .speech : .misspelled,
      "no measure is called `\(name.text)`",
      at: name.span,
      hint: near.isEmpty ? "`help measures` lists what can be counted" : alternatives(near)
    )
  }

  static func expectedMeasure(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "expected-measure",
      kind: .speech,
      "expected something to count here",
      at: span,
      hint: "such as `removals` or `encounters`; `help measures` lists them"
    )
  }

  static func repeatedClause(_ word: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic("repeated-clause", kind: .notLanguage, "`\(word)` is used twice", at: span)
  }

  static func rangeWithHyphen(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "range-with-hyphen",
      kind: .notLanguage,
      "periods from one to another have two dots between them",
      at: span,
      hint: "such as `in 2020..2022`"
    )
  }

  static func listWithoutIn(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "list-without-in",
      kind: .notLanguage,
      "a condition on several values has `in` and brackets",
      at: span,
      hint: "such as `where citizenship in (mexico, guatemala)`"
    )
  }

  static func testWithoutWhere(_ sign: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "test-without-where",
      "a test on figures goes after `where`",
      at: span,
      hint: "such as `removals by fy where removals \(sign) 300,000`"
    )
  }

  static func signAfterClause(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "sign-after-clause",
      "an expression goes before the clauses",
      at: span,
      hint: "such as `removals + returns by fy`"
    )
  }

  static func valueWithoutFor(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "value-without-for",
      kind: .notLanguage,
      "`\(text)` is left over after the name before it",
      at: span,
      hint: "`for \(text)` keeps only that value"
    )
  }

  static func measureWithoutComma(_ text: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "measure-without-comma",
      kind: .notLanguage,
      "`\(text)` is something to count, and comes after what is counted",
      at: span,
      hint: "side by side they are columns, with a comma between them"
    )
  }

  static func noClause(_ word: String, at span: SourceSpan) -> Diagnostic {
    let near = closestMatches(to: word, among: Clauses.all.flatMap { $0.keywords }.sorted())
    return Diagnostic(
      "unknown-clause",
      kind: near.isEmpty ? .speech : .misspelled,
      "`\(word)` does not start a clause",
      at: span,
      hint: near.isEmpty
        ? "clauses are \(Clauses.all.map { "`\($0.keywords[0])`" }.joined(separator: " "))"
        : alternatives(near)
    )
  }

  static func unexpected(at span: SourceSpan) -> Diagnostic {
    Diagnostic("unexpected", "this does not belong here", at: span)
  }
}
