/// One row of an answer: a cell for each column.
package struct AnswerRow: Equatable, Sendable {
  package var cells: [Cell]
  /// Whether the row covers less than its period: the data or the question ends inside it.
  package var isPartial: Bool
  /// For each of the last cells, the figures, whether that is so of it; empty where all are alike.
  package var partialFigures: [Bool]
  /// Whether the row sums up others: `Others`, `Total`.
  package var isSummary: Bool
  /// The place of its column among those that `across` makes; 0 elsewhere.
  package var column: Int

  package init(
    cells: [Cell],
    isPartial: Bool = false,
    partialFigures: [Bool] = [],
    isSummary: Bool = false,
    column: Int = 0
  ) {
    self.cells = cells
    self.isPartial = isPartial
    self.partialFigures = partialFigures
    self.isSummary = isSummary
    self.column = column
  }

  /// Whether the figure in a cell covers less than the period of the row.
  package func isPartial(at cell: Int) -> Bool {
    let figure = cell - (cells.count - partialFigures.count)
    return isPartial && (partialFigures.indices.contains(figure) ? partialFigures[figure] : true)
  }
}
