package import Diagnostics

/// `across component` — a column for each value of one more dimension.
package struct AcrossClause: Clause {
  package static let keywords = ["across"]
  package static let synopsis = "across DIMENSION"
  package static let summary = "a column for each value of one more dimension"
  package static let example = "encounters for southwest by fy across component since 2020"
  package static let role = ClauseRole.rows
  package static let step = ClauseStep.sql

  package let key: ByClause.Key

  package static func parse(
    from parser: inout Parser,
    startingWith keyword: String
  ) throws(Diagnostic) -> AcrossClause {
    let start = parser.position
    let key = try ByClause.key(from: &parser)
    if case .value(let name) = key { throw .valueAcross(name) }
    guard parser.current?.kind != .comma else {
      throw .severalAcross(at: parser.span(from: start))
    }
    return AcrossClause(key: key)
  }

  package func resolve(into draft: inout ResolvedQuery, in scope: inout Scope) throws(Diagnostic) {
    // Added after every key of `by`, wherever it was typed.
    draft.acrossKey = key
  }

  package var spelling: String { "across " + key.spelling }
}

extension Diagnostic {
  fileprivate static func valueAcross(_ name: Name) -> Diagnostic {
    Diagnostic(
      "value-across",
      "`across` takes a dimension, and `\(name.text)` is a value",
      at: name.span,
      hint: "`for \(name.spelling)` keeps only that value"
    )
  }

  fileprivate static func severalAcross(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "several-across",
      "`across` takes one dimension",
      at: span,
      hint: "the others go after `by`"
    )
  }
}
