package import Diagnostics

/// `where citizenship != mexico` — a condition on the values of dimensions.
package struct WhereClause: Clause {
  package static let keywords = ["where"]
  package static let synopsis = "where DIMENSION = VALUE"
  package static let summary = "a condition: =, !=, in (…), not in (…), and, or, not"
  package static let example = "encounters where citizenship != mexico and border = southwest by fy"
  package static let role = ClauseRole.condition
  package static let mayRepeat = true

  package let condition: ConditionTree

  package static func parse(
    from parser: inout Parser,
    startingWith keyword: String
  ) throws(Diagnostic) -> WhereClause {
    WhereClause(condition: try parser.condition())
  }

  package func resolve(into draft: inout ResolvedQuery, in scope: inout Scope) throws(Diagnostic) {
    draft.restrict(to: try scope.condition(condition))
  }

  package var spelling: String { "where " + condition.spelling }
}

extension ConditionTree {
  /// As it is written in a question, with the brackets that it needs.
  package var spelling: String {
    switch self {
    case .either(let parts): parts.map(\.spelling).joined(separator: " or ")
    case .all(let parts): parts.map(\.spellingInsideAnd).joined(separator: " and ")
    case .not(let inner, _): "not " + inner.spellingInsideNot
    case .test(let dimension, let isExcluded, let values, isList: false):
      "\(dimension.spelling) \(isExcluded ? "!=" : "=") \(values.map(\.spelling).joined())"
    case .test(let dimension, let isExcluded, let values, isList: true):
      "\(dimension.spelling) \(isExcluded ? "not in" : "in") "
        + "(\(values.map(\.spelling).joined(separator: ", ")))"
    }
  }

  private var spellingInsideAnd: String {
    if case .either = self { "(\(spelling))" } else { spelling }
  }

  private var spellingInsideNot: String {
    switch self {
    case .either, .all: "(\(spelling))"
    case .not, .test: spelling
    }
  }
}
