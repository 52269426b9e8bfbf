import Catalog
package import Diagnostics

/// `under biden` — the periods of which an administration held office on most days.
package struct UnderClause: Clause {
  package static let keywords = ["under"]
  package static let synopsis = "under ADMINISTRATION, …"
  package static let summary = "the periods that `by administration` gives an administration"
  package static let example = "removals by fy under obama"
  package static let role = ClauseRole.period
  package static let step = ClauseStep.plan

  package let administrations: [PeriodTerm]

  /// `under 500,000` belongs to a statement, and begins no clause.
  package static func begins(_ parser: Parser) -> Bool {
    switch parser.peek(1)?.kind {
    case .number, .minus: false
    default: true
    }
  }

  package static func parse(
    from parser: inout Parser,
    startingWith keyword: String
  ) throws(Diagnostic) -> UnderClause {
    UnderClause(
      administrations: try parser.list { parser throws(Diagnostic) in
        parser.expecting(.administration)
        guard let term = try parser.dated(), case .administration = term.value else {
          throw .expectedAdministration(&parser)
        }
        return term
      }
    )
  }

  package func resolve(into draft: inout ResolvedQuery, in scope: inout Scope) throws(Diagnostic) {
    draft.keep(terms: administrations.flatMap(\.administrations))
  }

  package var spelling: String {
    "under " + administrations.map(\.spelling).joined(separator: ", ")
  }
}

extension PeriodTerm {
  /// The terms of an administration; none where it is another period.
  var administrations: [Administration] {
    if case .administration(let terms) = value { terms } else { [] }
  }
}

extension ResolvedQuery {
  /// Keeps the periods of some terms of office, as far as the planner knows which these are.
  mutating func keep(terms: [Administration]) {
    relativePeriods.append(.under(terms))
  }
}

extension Diagnostic {
  fileprivate static func expectedAdministration(_ parser: inout Parser) -> Diagnostic {
    let name = parser.unknownName()
    let near = parser.nearest(to: name, kinds: .administrations)
    return Diagnostic(
      "expected-administration",
      kind: near.isEmpty ? .notLanguage : .misspelled,
      name.text.isEmpty
        ? "expected an administration here" : "no administration is called `\(name.text)`",
      at: name.span,
      hint: near.isEmpty
        ? "such as `obama`, `trump first term`, `biden`; `show events` lists them"
        : "did you mean " + near.map { "`\($0)`" }.joined(by: " or ") + "?"
    )
  }
}
