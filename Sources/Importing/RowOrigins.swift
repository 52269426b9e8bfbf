import Diagnostics
import Workbooks

/// Where the rows of a table come from that was made of a sheet, of a wide table or of objects.
final class RowOrigins: @unchecked Sendable {
  /// Where each line of the table comes from, from its second line on: a row, and the column of
  /// its figure or -1.
  private var rows: [Int32] = []
  private var columns: [Int16] = []
  /// The names of columns that figures come from, by their numbers.
  private var names: [Int: String] = [:]
  /// The column of the made table that holds figures from several columns, counted from 0.
  private let spread: Int?

  init(spread: Int?) { self.spread = spread }

  func append(row: Int, column: Int = -1) {
    rows.append(Int32(truncatingIfNeeded: row))
    if spread != nil { columns.append(Int16(truncatingIfNeeded: column)) }
  }

  func name(_ column: Int, _ name: String) { names[column] = name }

  /// The row from which a line of the made table comes.
  func row(of line: Int) -> Int {
    rows.isEmpty ? line : Int(rows[min(max(0, line - 2), rows.count - 1)])
  }

  /// A mistake with the place where it is in the file.
  func located(_ mistake: FileMistake) -> FileMistake {
    guard let line = mistake.line else { return mistake }
    var column = mistake.column
    if let spread, let own = column, own.number == spread + 1, !columns.isEmpty {
      let number = Int(columns[min(max(0, line - 2), columns.count - 1)])
      if number >= 0 {
        let name = names[number].map { "\(ColumnName.letters(number)) (\($0))" }
        column = .init(name: name ?? ColumnName.letters(number), number: number + 1)
      }
    }
    return FileMistake(
      mistake.file,
      line: row(of: line),
      column: column,
      mistake.message,
      hint: mistake.hint
    )
  }
}
