package import Catalog
package import Results

/// What was found in the rows that a note must explain.
package struct RowFindings {
  /// Why figures shown are missing, each reason once.
  package var absences: [Absence] = []
  /// Steps to which figures shown were rounded.
  package var roundings = IDSet()
  /// Codes of the hedges of figures shown.
  package var hedges = IDSet()
  /// Number of cells withheld in sums that are shown.
  package var withheldCells = 0
  /// Number of sums that lack periods in which the value is not listed separately.
  package var shortSums = 0
  /// Number of cells not published in sums that are shown.
  package var emptyCells = 0
  /// For each piece of the plan, whether a row is about it.
  package var pieces: [Bool]
  /// Number of rows read.
  package var rowCount = 0
  /// Whether a figure of the period that rows are compared with is a bound.
  var hasBoundBeside = false
  /// Whether a figure that was divided by, or subtracted, is a floor.
  var hasFloorBelow = false
  /// Whether rows are broken down by a dimension.
  let isDivided: Bool

  init(pieces: [Bool], isDivided: Bool) {
    self.pieces = pieces
    self.isDivided = isDivided
  }

  /// Why cells without a row in the statement are missing.
  package mutating func note(_ all: [Absence]) {
    for absence in all { note(absence) }
  }

  mutating func note(_ absence: Absence) {
    if !absences.contains(absence) { absences.append(absence) }
  }
}
