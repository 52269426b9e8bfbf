import Results

/// The rows of a table, fitted to the width of the screen.
struct TableGrid {
  private var columns: [TableColumn] = []
  private let partialRows: [Bool]
  /// The column that shows which rows are partial: the first column of time; otherwise the first
  /// column.
  private let markColumn: Int
  /// Headings of the columns for which there is no room.
  private(set) var hidden: [String] = []

  init(columns: [AnswerColumn], rows: [AnswerRow], style: OutputStyle) {
    partialRows = rows.map(\.isPartial)
    markColumn = columns.firstIndex { $0.kind.isTime } ?? 0
    let hasMarks = partialRows.contains(true)
    for (index, column) in columns.enumerated() where column.room != .none {
      self.columns.append(
        TableColumn(
          column,
          cells: rows.map { $0.cells[index] },
          hasMarks: hasMarks && index == markColumn,
          style: style
        )
      )
    }
    if let width = style.width { fit(into: width - 1) }
  }

  func write(into page: inout Page) {
    page.write(bold: line { $0.writeHeading(into: &$1) })
    page.write(dim: line { $0.writeRule(into: &$1) })
    page.write(ShownRows(partialRows.count, most: page.style.rows)) { row, output in
      write(row: row, into: &output)
    }
  }

  private func write(row: Int, into output: inout OutputBuffer) {
    for (index, column) in columns.enumerated() {
      if index > 0 { output.append(spaces: 2) }
      column.write(row: row, isMarked: index == markColumn && partialRows[row], into: &output)
    }
  }

  private func line(_ write: (TableColumn, inout OutputBuffer) -> Void) -> String {
    var output = OutputBuffer()
    for (index, column) in columns.enumerated() {
      if index > 0 { output.append(spaces: 2) }
      write(column, &output)
    }
    output.removeTrailingSpaces()
    return output.text
  }

  /// Leaves out columns from the right until the others fit with their text cut, then cuts only as
  /// much text as it must.
  private mutating func fit(into room: Int) {
    while columns.count > 1, lineWidth(of: columns.map(\.leastWidth)) > room {
      hidden.insert(columns.removeLast().heading, at: 0)
    }
    while lineWidth(of: columns.map(\.width)) > room, let widest = widestTextColumn {
      columns[widest].shrink()
    }
  }

  private func lineWidth(of widths: [Int]) -> Int {
    widths.reduce(0, +) + 2 * max(0, widths.count - 1)
  }

  private var widestTextColumn: Int? {
    columns.indices.filter { columns[$0].width > columns[$0].leastWidth }
      .max { columns[$0].width < columns[$1].width }
  }
}
