package import Diagnostics

/// The first record of a file: the names of its columns.
package struct Header: Sendable {
  package let columns: [String]
  /// What is between cells.
  package let delimiter: UInt8
  /// How it was found, with what is between cells.
  package let layout: TableLayout
  /// Where the rows begin.
  let end: Int
  /// The line on which they begin.
  let line: Int
  /// The line on which the header begins.
  package let ownLine: Int

  package init(
    of file: SourceFile,
    _ layout: TableLayout = TableLayout()
  ) throws(FileMistake) {
    let block = Block()
    let reader = BlockReader(file, from: 0, line: 1)
    guard try reader.next(block) else {
      throw FileMistake(file.path, "the file is empty", try: [.showingBeginning])
    }
    let bytes = block.bytes
    var start = HeaderStart(bytes)
    for _ in 0..<layout.skipped {
      guard start.skipLine() else {
        throw FileMistake(
          file.path,
          "has no header after \(layout.skipped) lines that are skipped",
          try: [.removing("--skip", "\(layout.skipped)"), .showingBeginning]
        )
      }
    }
    start.skipSeparatorLine()
    delimiter = layout.delimiter ?? start.delimiter
    self.layout = TableLayout(skipped: layout.skipped, delimiter: delimiter)
    ownLine = start.line
    var record = HeaderRecord(bytes, start, delimiter, path: file.path)
    columns = try record.cells()
    end = min(record.index, file.size)
    line = start.line + bytes[start.index..<record.index].count { $0 == .lineFeed }
  }
}
