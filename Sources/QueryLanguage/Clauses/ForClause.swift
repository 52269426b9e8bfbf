package import Diagnostics

/// `for venezuela, cuba, southwest` — values without their dimension.
///
/// Values of one dimension are alternatives; values of different dimensions must all hold.
package struct ForClause: Clause {
  package static let keywords = ["for"]
  package static let synopsis = "for VALUE, …"
  package static let summary = "only these values: countries, borders, sectors, at ports, …"
  package static let example = "encounters for venezuela, southwest by fy"
  package static let role = ClauseRole.values
  package static let step = ClauseStep.sql
  package static let mayRepeat = true

  package let values: [Name]

  package init(values: [Name]) {
    self.values = values
  }

  package static func parse(
    from parser: inout Parser,
    startingWith keyword: String
  ) throws(Diagnostic) -> ForClause {
    ForClause(values: try parser.list { parser throws(Diagnostic) in try parser.value() })
  }

  package func resolve(into draft: inout ResolvedQuery, in scope: inout Scope) {
    // Resolved with those of other `for` clauses: values of one dimension are alternatives.
    draft.pendingValues += values
  }

  package var spelling: String { "for " + values.map(\.spelling).joined(separator: ", ") }
}
