import Foundation

/// A small reader of CSV, apart from the program's own.
package struct CommaSeparated {
  package struct Row {
    private let columns: [String: Int]
    package let cells: [String]

    /// The text of a cell, empty where there is no such column.
    package subscript(column: String) -> String { columns[column].map { cells[$0] } ?? "" }

    fileprivate init(_ cells: [String], columns: [String: Int]) {
      self.cells = cells
      self.columns = columns
    }
  }

  package let header: [String]
  package let rows: [Row]

  package init(contentsOf path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var lines = text.contains("\"") ? Self.quoted(text) : Self.plain(text)
    let header = lines.removeFirst()
    let columns = Dictionary(uniqueKeysWithValues: zip(header, header.indices))
    self.header = header
    rows = lines.map { Row($0, columns: columns) }
  }

  private static func plain(_ text: String) -> [[String]] {
    text.components(separatedBy: "\n").filter { !$0.isEmpty }
      .map { $0.components(separatedBy: ",") }
  }

  /// Cells in quotes may hold commas, line feeds and doubled quotes.
  private static func quoted(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    // Every second piece between quotes is inside them; an empty piece outside is a quote.
    for (index, piece) in text.components(separatedBy: "\"").enumerated() {
      if index % 2 == 1 {
        row[row.count - 1] += piece
      } else if piece.isEmpty && index > 0 {
        row[row.count - 1] += "\""
      } else {
        for (number, line) in piece.components(separatedBy: "\n").enumerated() {
          if number > 0 {
            rows.append(row)
            row = []
          }
          let cells = line.components(separatedBy: ",")
          if row.isEmpty { row = cells } else { join(cells, to: &row) }
        }
      }
    }
    return rows
  }

  private static func join(_ cells: [String], to row: inout [String]) {
    row[row.count - 1] += cells[0]
    row += cells.dropFirst()
  }
}
