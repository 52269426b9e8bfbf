import Testing

/// A file is read in one sitting.
@Suite("Files are short")
struct FileLengthTests {
  /// More lines ask for a second file.
  private static let most = 250

  /// Longer files, with the most lines that each may have. This list only shrinks.
  private static let exceptions: [String: Int] = [
    "Importing/Cutting/CutReader.swift": 264,
    "Importing/TableSums.swift": 271,
    "SQLCompiler/Dialects/SQLParser+Expressions.swift": 287,
  ]

  @Test("no file has more lines than can be read at once")
  func filesAreShort() {
    let long = SourceFile.all.filter { $0.lines > Self.exceptions[$0.path] ?? Self.most }
    #expect(long.map { "\($0.path): \($0.lines)" } == [])
  }

  @Test("no exception is a short file, or none at all")
  func exceptionsAreNeeded() {
    let long = SourceFile.all.filter { $0.lines > Self.most }.map(\.path)
    #expect(Set(Self.exceptions.keys).subtracting(long) == [])
  }
}
