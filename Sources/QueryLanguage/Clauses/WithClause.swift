package import Diagnostics

/// `with change, share, others` — columns computed from the figures, and rows that sum up others.
package struct WithClause: Clause {
  package static let keywords = ["with"]
  package static let synopsis = "with EXTRA, …"
  package static let summary =
    "adds change, yoy, share, running, rolling N, rank, index P, total, others, spark, sources"
  package static let example = "encounters by citizenship top 5 in fy2023 with share, others"
  package static let role = ClauseRole.computed
  package static let step = ClauseStep.sql
  package static let mayRepeat = true

  package let extras: [Extra]
  package let spans: [SourceSpan]

  package static func parse(
    from parser: inout Parser,
    startingWith keyword: String
  ) throws(Diagnostic) -> WithClause {
    let found = try parser.list { parser throws(Diagnostic) in
      let start = parser.position
      let extra = try Extra(from: &parser)
      return (extra, parser.span(from: start))
    }
    return WithClause(extras: found.map(\.0), spans: found.map(\.1))
  }

  package func resolve(into draft: inout ResolvedQuery, in scope: inout Scope) throws(Diagnostic) {
    for (extra, span) in zip(extras, spans) {
      try draft.add(extra, at: span, in: scope)
    }
  }

  package var spelling: String { "with " + extras.map(\.spelling).joined(separator: ", ") }
}

extension Parser {
  /// The number of periods of `rolling`, two or more.
  mutating func rollingCount() throws(Diagnostic) -> Int {
    let span = currentSpan
    expecting(.number)
    var count = 0
    if case .number(let number)? = current?.kind, let value = number.plainInteger {
      count = value
      advance()
    }
    guard (2...1000).contains(count) else {
      throw Diagnostic(
        "rolling-count",
        "`rolling` takes 2 to 1,000 periods",
        at: span,
        hint: "such as `rolling 12`"
      )
    }
    return count
  }
}

extension Diagnostic {
  static func unknownExtra(_ word: String, at span: SourceSpan) -> Diagnostic {
    let names = Extra.Keyword.allCases.map(\.rawValue)
    let near = word.isEmpty ? nil : closestMatch(to: word, among: names)
    let list = names.map { $0 == "rolling" ? "rolling 12" : $0 == "index" ? "index fy2019" : $0 }
    return Diagnostic(
      "unknown-extra",
      kind: near == nil ? .notLanguage : .misspelled,
      word.isEmpty ? "expected what to add here" : "`with` cannot add `\(word)`",
      at: span,
      hint: near.map { "did you mean `\($0)`?" }
        ?? "it adds " + list.map { "`\($0)`" }.joined(separator: ", ")
    )
  }
}
