/// The sums of a table in one period.
package struct PeriodTotal: Sendable {
  /// Coded as the time of the table says.
  package let period: Int
  /// The sum of each figure; `nil` where no cell has a number.
  package let figures: [Int64?]
  /// Number of rows of the table.
  package let rows: Int
  /// Whether some cell of each figure was withheld.
  package let isWithheld: [Bool]
  /// How many rows of the table are sums of several rows of the file.
  package let rowsOfSeveral: Int
  /// How many of those are sums of rows that say the same, figures and all.
  package let rowsSaidTwice: Int
}
