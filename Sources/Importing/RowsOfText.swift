import Diagnostics
package import Workbooks

/// The rows of a file of text as rows of cells, for tables that are not read as they are.
package struct RowsOfText {
  private let file: SourceFile
  private let layout: TableLayout

  package init(_ file: SourceFile, _ layout: TableLayout) {
    (self.file, self.layout) = (file, layout)
  }

  /// Gives the rows after those that are skipped to `body`, until that returns `false`.
  package func read(_ body: (SheetRow) throws -> Bool) throws {
    let reader = BlockReader(file, from: 0, line: 1)
    let block = Block()
    let row = SheetRow()
    var delimiter = layout.delimiter
    var (line, skipped, isFirst) = (1, 0, true)
    while try reader.next(block) {
      let bytes = block.bytes
      var index = isFirst && bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
      line = block.firstLine
      while index < bytes.count {
        if skipped < layout.skipped {
          index = (bytes[index...].firstIndex(of: .lineFeed) ?? bytes.count - 1) + 1
          (skipped, line) = (skipped + 1, line + 1)
          continue
        }
        if isFirst {
          let rest = UnsafeBufferPointer(rebasing: bytes[index...])
          var start = HeaderStart(rest)
          start.skipSeparatorLine()
          delimiter = delimiter ?? start.delimiterOfTable
          (index, line, isFirst) = (index + start.index, line + start.line - 1, false)
        }
        var record = HeaderRecord(
          bytes,
          from: index,
          line: line,
          delimiter ?? .comma,
          path: file.path
        )
        row.begin(line)
        for (column, text) in try record.cells().enumerated() {
          var text = text
          text.withUTF8 { row.append($0.withoutSpaces, column: column) }
        }
        line += bytes[index..<record.index].count { $0 == .lineFeed }
        index = record.index
        if row.count > 0, try !body(row) { return }
      }
    }
  }
}
