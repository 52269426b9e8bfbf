import Catalog

/// The finer periods of a fold, in order.
package struct FoldFrame: Sendable {
  package let pieces: [RowPeriod]
  /// For each of them, the row that it belongs to.
  package let rows: [Int]
  /// For each row, whether the fold counts every finer period of it.
  package let isWhole: [Bool]
  /// Periods that the fold does not count, because they are partial or not held.
  let leftOut: [Period]
}
