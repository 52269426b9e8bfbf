import Catalog
package import Diagnostics

/// `as deportations on record` — a column's own name; at the end for a question of one column.
package struct AsClause: Clause {
  package static let keywords = ["as"]
  package static let synopsis = "as NAME"
  package static let summary = "what the column is called"
  package static let example = "encounters as met, removals as removed by fy since 2020"
  package static let role = ClauseRole.shape
  package static let step = ClauseStep.answer

  package let label: String
  private let span: SourceSpan

  package static func parse(
    from parser: inout Parser,
    startingWith keyword: String
  ) throws(Diagnostic) -> AsClause {
    let name = parser.unknownName()
    guard !name.text.isEmpty, !Keywords.contains(name.text.lowercased()) || name.isQuoted else {
      throw .expected("a name", at: parser.currentSpan)
    }
    guard name.text.utf8.count <= Limits.name else { throw .nameTooLong(at: name.span) }
    // `removals as a share of encounters` is no label.
    guard name.isQuoted || !endsWithMeasure(name, parser.catalog) else {
      throw Diagnostic(
        "long-label",
        kind: .notLanguage,
        "a name like `share of removals` is written in quotes",
        at: name.span,
        hint: "`as \"\(name.text)\"`"
      )
    }
    parser.pass(name)
    return AsClause(label: name.text, span: name.span)
  }

  /// `a share of encounters`, `a percent of the total`
  private static func endsWithMeasure(_ name: Name, _ catalog: any CatalogReader) -> Bool {
    let words = name.text.split(separator: " ")
    guard words.contains("of") else { return false }
    let isShare = words.prefix(2).contains { word in
      catalog.matches(key: Spelling.key(of: String(word))).contains { match in
        match.kind == .word && catalog.word(match.target)?.part == .share
      }
    }
    return isShare
      || words.indices.dropFirst().contains { start in
        let rest = words[start...].map(String.init).joined(separator: " ")
        return catalog.matches(key: Spelling.key(of: rest)).contains { $0.kind == .measure }
      }
  }

  /// Names the only column of a question.
  func name(_ query: inout Query) throws(Diagnostic) {
    guard query.columns.count == 1 else {
      throw Diagnostic(
        "as-of-several",
        "`as` at the end names the only column, and here are \(query.columns.count)",
        at: span,
        hint: "put `as \(label)` directly after the column it names"
      )
    }
    guard query.columns[0].label == nil else {
      throw Diagnostic("named-twice", "the column has a name already", at: span)
    }
    query.columns[0].label = label
  }

  package func resolve(into draft: inout ResolvedQuery, in scope: inout Scope) {}

  package var spelling: String { "as \"\(label)\"" }
}

extension Parser {
  /// Moves past a name that was read without looking it up.
  mutating func pass(_ name: Name) {
    while let token = current, token.range.lowerBound < name.span.end { advance() }
  }
}
