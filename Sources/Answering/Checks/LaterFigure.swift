package import Planner

/// The figure of a period after the statement's own.
package struct LaterFigure {
  let piece: RowPeriod
  package let value: Estimate?

  package init(piece: RowPeriod, value: Estimate?) {
    self.piece = piece
    self.value = value
  }
}
