package import Diagnostics

/// `where citizenship != mexico` — a condition on the values of dimensions.
package struct WhereClause: Clause {
  package static let keywords = ["where"]
  package static let synopsis = "where DIMENSION = VALUE, where COLUMN > NUMBER"
  package static let summary =
    "a condition: =, !=, in (…), not in (…), and, or, not; on figures <, <=, =, !=, >=, >"
  package static let example = "encounters where citizenship != mexico and border = southwest by fy"
  package static let role = ClauseRole.condition
  package static let step = ClauseStep.sql
  package static let mayRepeat = true

  package let condition: ConditionTree

  package static func parse(
    from parser: inout Parser,
    startingWith keyword: String
  ) throws(Diagnostic) -> WhereClause {
    WhereClause(condition: try parser.condition())
  }

  package func resolve(into draft: inout ResolvedQuery, in scope: inout Scope) throws(Diagnostic) {
    let (dimensions, tests) = try condition.separated()
    draft.pendingTests += tests
    if let dimensions { draft.restrict(to: try scope.condition(dimensions)) }
  }

  package var spelling: String { "where " + condition.spelling }
}

extension ConditionTree {
  /// As written in a question, with the brackets that it needs.
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
    case .comparison(let test): test.spelling
    }
  }

  private var spellingInsideAnd: String {
    if case .either = self { "(\(spelling))" } else { spelling }
  }

  private var spellingInsideNot: String {
    switch self {
    case .either, .all: "(\(spelling))"
    case .not, .test, .comparison: spelling
    }
  }

  /// Separates tests of facts from tests of finished rows, which can only be joined by `and`.
  fileprivate func separated() throws(Diagnostic) -> (ConditionTree?, [ColumnTest]) {
    var (dimensions, tests): ([ConditionTree], [ColumnTest]) = ([], [])
    let parts = if case .all(let parts) = self { parts } else { [self] }
    for part in parts {
      if case .comparison(let test) = part {
        tests.append(test)
      } else if let test = part.firstColumnTest {
        throw .testInsideOr(test)
      } else {
        dimensions.append(part)
      }
    }
    return (dimensions.count > 1 ? .all(dimensions) : dimensions.first, tests)
  }

  /// A test on figures somewhere in the condition.
  var firstColumnTest: ColumnTest? {
    switch self {
    case .either(let parts), .all(let parts):
      for part in parts { if let test = part.firstColumnTest { return test } }
      return nil
    case .not(let inner, _): return inner.firstColumnTest
    case .test: return nil
    case .comparison(let test): return test
    }
  }
}

extension Diagnostic {
  fileprivate static func testInsideOr(_ test: ColumnTest) -> Diagnostic {
    Diagnostic(
      "test-inside-or",
      "a test on figures judges finished rows, and is joined by `and` only",
      at: test.span,
      hint: "as in `where citizenship != mexico and \(test.spelling)`"
    )
  }
}
