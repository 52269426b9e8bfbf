/// One row of an answer: a cell for each column.
package struct AnswerRow: Equatable, Sendable {
  package var cells: [Cell]
  /// Whether the row covers less than its period: the data or the question ends inside it.
  package var isPartial: Bool
  /// Whether the row sums up others: `Others`, `Total`.
  package var isSummary: Bool
  /// The place of its column among those that `across` makes; 0 elsewhere.
  package var column: Int

  package init(
    cells: [Cell],
    isPartial: Bool = false,
    isSummary: Bool = false,
    column: Int = 0
  ) {
    self.cells = cells
    self.isPartial = isPartial
    self.isSummary = isSummary
    self.column = column
  }
}
