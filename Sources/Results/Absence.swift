/// Why there is no figure. None of these is zero.
package enum Absence: Hashable, CaseIterable, Sendable {
  /// No table holds the period or the combination.
  case notHeld
  /// The publisher left the cell empty.
  case notPublished
  /// The publisher withheld the cell, to protect people: printed `D`.
  case withheld
  /// The measure cannot exist there.
  case notApplicable
  /// Under the publisher's threshold, or rounded to zero.
  case small
  /// Counted by the publisher under `other`.
  case withinOther
  /// The table of the period never names the value, which may be counted under its `other`.
  case notNamed
  /// A part of the calculation is divided by zero.
  case dividedByZero
  /// A period of the comparison is missing or partial, or a figure in it is a bound.
  case notComparable
  /// What is not listed separately, and rows that sum up others, have no rank.
  case notRanked
}
