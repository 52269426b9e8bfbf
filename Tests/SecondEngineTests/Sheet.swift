import Foundation

/// A CSV file as it stands: a header and rows of text.
struct Sheet {
  let header: [String]
  let rows: [[String]]

  init(contentsOf path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var lines = text.contains("\"") ? Self.quoted(text) : Self.plain(text)
    header = lines.removeFirst()
    rows = lines
  }

  /// The rows as cells by the names of their columns.
  var records: [Record] {
    rows.map { Record(cells: Dictionary(uniqueKeysWithValues: zip(header, $0))) }
  }

  private static func plain(_ text: String) -> [[String]] {
    text.components(separatedBy: "\n").filter { !$0.isEmpty }
      .map { $0.components(separatedBy: ",") }
  }

  /// Cells in quotes may hold commas and doubled quotes.
  private static func quoted(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    for byte in text.utf8 {
      switch (byte, isQuoted) {
      case (UInt8(ascii: "\""), _):
        isQuoted.toggle()
        // A doubled quote closes and opens again: what stood between was nothing.
        if isQuoted, cell.last == 0 {
          cell[cell.count - 1] = byte
        } else if !isQuoted {
          cell.append(0)
        }
      case (UInt8(ascii: ","), false), (UInt8(ascii: "\n"), false):
        row.append(String(decoding: cell.filter { $0 != 0 }, as: UTF8.self))
        cell.removeAll(keepingCapacity: true)
        if byte == UInt8(ascii: "\n") {
          rows.append(row)
          row.removeAll()
        }
      default: cell.append(byte)
      }
    }
    return rows
  }
}

/// A row of a sheet.
struct Record {
  fileprivate let cells: [String: String]

  func has(_ column: String) -> Bool { cells[column] != nil }

  /// The text of a cell, empty where there is no such column.
  subscript(column: String) -> String { cells[column] ?? "" }
}

extension String {
  /// The parts of a list inside a cell.
  var list: [String] { isEmpty ? [] : components(separatedBy: "; ") }

  /// The two sides of `dimension=member`.
  var pair: (String, String) {
    let sides = components(separatedBy: "=")
    return (sides[0], sides.count > 1 ? sides[1] : "")
  }
}
