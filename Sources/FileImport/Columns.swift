/// Formats rows in columns: the first aligned left, the last unaligned, those between aligned
/// right.
struct Columns {
  let lines: [String]

  init(_ rows: [[String]]) {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
    }
    lines = rows.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let space = String(repeating: " ", count: max(0, widths[column] - cell.count))
        line += column == 0 ? cell + space : column == 3 ? "  " + cell : "  " + space + cell
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}
