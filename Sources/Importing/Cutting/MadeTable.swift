import Diagnostics

/// A table that is made row by row, to be read like a file.
final class MadeTable {
  private let file: SpoolFile
  private let origins: RowOrigins
  private let path: String
  private let source: SourceFile
  private(set) var rows = 0
  private var isAtStart = true

  /// `spread` is the column that holds figures of several columns. `path` is what the table is
  /// called in messages.
  init(
    _ columns: [String],
    spread: Int?,
    of source: SourceFile,
    path: String,
    folder: String
  ) throws(FileMistake) {
    file = try SpoolFile(in: folder)
    origins = RowOrigins(spread: spread, folder: folder)
    (self.path, self.source) = (path, source)
    for column in columns { try append(column) }
    try endLine()
  }

  func append(_ text: String) throws(FileMistake) {
    var text = text
    text.makeContiguousUTF8()
    let result: Result<Void, FileMistake>? = text.utf8.withContiguousStorageIfAvailable { bytes in
      do throws(FileMistake) {
        return .success(try append(bytes))
      } catch {
        return .failure(error)
      }
    }
    try result?.get()
  }

  func append(_ text: UnsafeBufferPointer<UInt8>) throws(FileMistake) {
    if !isAtStart { file.append(.comma) }
    isAtStart = false
    let isPlain = !text.contains { $0 == .comma || $0 == .quote || $0 < .space }
    if isPlain { return try file.append(text) }
    file.append(.quote)
    for byte in text {
      if byte == .quote { file.append(.quote) }
      file.append(byte)
    }
    file.append(.quote)
  }

  func name(_ column: Int, _ name: String) { origins.name(column, name) }

  /// Ends a row that comes from a row of the source, with a figure from a column of it.
  func end(row: Int, column: Int = -1) throws(FileMistake) {
    try endLine()
    rows += 1
    try origins.append(row: row, column: column)
  }

  private func endLine() throws(FileMistake) {
    file.append(.lineFeed)
    isAtStart = true
  }

  /// The table as a file.
  func finish() throws(FileMistake) -> SourceFile {
    SourceFile(try file.reading(as: path), of: source, path: path, origins: origins)
  }
}
