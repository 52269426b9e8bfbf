package import Catalog
package import QueryLanguage

/// A dataset that can answer a figure, and how.
package struct Candidate: Sendable {
  package let holding: Holding
  /// Unbroken runs of the periods that it holds, in order.
  package let runs: [PeriodRun]
  /// How each dimension of the question is read, in the order of the question's keys.
  package let keys: [KeyAccess]
  /// What its rows must satisfy, in terms of its own dimensions; `nil` when every row counts.
  package let condition: Condition?
  /// Whether cells that the publisher withheld are summed over.
  package let sumsWithheld: Bool
  /// Values of a group or parent that it does not tell apart.
  package let untold: Int
  /// Its place among the datasets that can answer, in order of preference.
  package internal(set) var place = 0

  package var dataset: Dataset { holding.dataset }

  /// Where a dimension of the question comes from.
  package enum KeyAccess: Hashable, Sendable {
    case column(Dimension)
    /// Rolled up from a finer dimension.
    case parent(of: Dimension)
    /// The same value for the whole table.
    case constant(Int)
  }
}

/// Why a dataset cannot answer a figure.
package enum Misfit: Error, Hashable, Sendable {
  /// It is not broken down by a dimension asked for.
  case dimension(Dimension)
  /// A value asked for never occurs in it.
  case value(Condition.Test)
  /// It holds only a part, which the question does not name.
  case scope([Dataset.ScopeEntry])
  /// It holds only a part, which the question leaves out.
  case excluded
  /// Its rows do not add up to the whole, and the question needs their sum.
  case incomplete
  /// Too much of it stands under `other`, which no parent holds.
  case rollup(Dimension)
}
