/// A row of a table that is being written.
package struct TableRow {
  /// Coded as the time of the table says.
  package let period: Int
  /// The place of a value of each dimension.
  package let places: UnsafeBufferPointer<UInt32>
  /// Figures as whole numbers of their smallest parts; 0 where there is none.
  package let figures: UnsafeBufferPointer<Int64>
  /// Bits of ``CellMark`` for each figure.
  let marks: UnsafeBufferPointer<UInt8>
  /// How exactly its figures are stated: a code of `Hedge`.
  package let hedge: UInt8

  package init(
    period: Int,
    places: UnsafeBufferPointer<UInt32>,
    figures: UnsafeBufferPointer<Int64>,
    marks: UnsafeBufferPointer<UInt8>,
    hedge: UInt8 = 0
  ) {
    self.period = period
    self.places = places
    self.figures = figures
    self.marks = marks
    self.hedge = hedge
  }

  /// Whether a figure holds a number.
  package func hasNumber(_ figure: Int) -> Bool { marks[figure] & CellMark.number != 0 }
  /// Whether something of a figure was withheld.
  package func isWithheld(_ figure: Int) -> Bool { marks[figure] & CellMark.withheld != 0 }
}
