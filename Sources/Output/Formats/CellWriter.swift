package import Results

/// Writes the cells of a row one after the other, each independently of the others.
package protocol CellWriter: Sendable {
  /// Writes what is before the cell of a column in its row.
  func open(_ column: Int, into output: inout OutputBuffer)
  func write(_ cell: Cell, of column: Int, into output: inout OutputBuffer)
  /// Writes what comes after the last cell.
  func end(into output: inout OutputBuffer)
}

extension CellWriter {
  func write(_ row: AnswerRow, into output: inout OutputBuffer) {
    for (index, cell) in row.cells.enumerated() {
      open(index, into: &output)
      write(cell, of: index, into: &output)
    }
    end(into: &output)
  }
}
