package import Catalog
package import QueryLanguage

/// Why a dataset cannot answer a figure.
package enum Misfit: Error, Hashable, Sendable {
  /// It is not broken down by a dimension of the question.
  case dimension(Dimension)
  /// A value of the question never occurs in it.
  case value(Condition.Test)
  /// It holds only a part, which the question does not name.
  case scope([Dataset.ScopeEntry])
  /// It holds only a part, which the question leaves out.
  case excluded
  /// Its rows do not add up to the whole, and the question needs their sum.
  case incomplete
  /// Too much of it is under `other`, which belongs to no parent.
  case rollup(Dimension)
}
