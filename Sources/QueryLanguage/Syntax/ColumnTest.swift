import Catalog
package import Diagnostics

/// A test on a finished row: `removals > 300,000`.
package struct ColumnTest: Equatable, Sendable {
  /// What is left of the sign, as typed: perhaps the name of a column of the answer.
  package let name: String
  /// The same as an expression, when it is one.
  package let expression: Query.Expression?
  package let comparison: Comparison
  package let number: NumberLiteral
  package let isNegative: Bool
  package let span: SourceSpan
}
