import Catalog
package import Diagnostics

/// What follows `where`, as typed.
package indirect enum ConditionTree: Equatable, Sendable {
  case either([ConditionTree])
  case all([ConditionTree])
  case not(ConditionTree, SourceSpan)
  case test(dimension: Name, isExcluded: Bool, values: [Name], isList: Bool)
  /// `removals > 300,000`: a column, by its name or as an expression, against a number.
  case comparison(ColumnTest)
}
