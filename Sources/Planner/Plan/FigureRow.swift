package import Catalog

/// What one row of an answer has of one figure.
package struct FigureRow: Sendable {
  /// The days that are answered, including those on which there was nothing to count.
  package let held: DaySet
  /// The datasets that answer it, as indices into the segments of the figure.
  package let sources: [Int]
  /// Whether the measure could not be counted at all then.
  package let isImpossible: Bool
  /// Inside a fold, the days of the finer periods that it counts; otherwise `nil`.
  let counted: DaySet?
}
