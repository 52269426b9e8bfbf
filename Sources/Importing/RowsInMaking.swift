package import Diagnostics

/// Rows of cells that are made into a table, one after the other.
package final class RowsInMaking {
  private let table: MadeTable

  package init(
    _ columns: [String],
    of file: SourceFile,
    folder: String
  ) throws(FileMistake) {
    table = try MadeTable(columns, spread: nil, of: file, path: file.path, folder: folder)
  }

  /// Adds a row that comes from a line of the file.
  package func append(_ cells: [String], line: Int) throws(FileMistake) {
    for cell in cells { try table.append(cell) }
    try table.end(row: line)
  }

  /// The table as a file.
  package func finish() throws(FileMistake) -> SourceFile { try table.finish() }
}
