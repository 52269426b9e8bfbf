import Testing

/// A file is read in one sitting.
@Suite("Files are short")
struct FileLengthTests {
  /// More lines ask for a second file.
  private static let most = 250

  /// Longer files, with the most lines that each may have. This list only shrinks.
  private static let exceptions: [String: Int] = [
    "Answering/RowReader.swift": 269,
    "Asking/Pipeline.swift": 291,
    "Importing/Cube.swift": 260,
    "Importing/Cutting/CutReader.swift": 273,
    "Importing/RecordReader.swift": 378,
    "Importing/TableSums.swift": 271,
    "Output/Graphics/VegaView.swift": 294,
    "Planner/Checks/CheckPlan.swift": 295,
    "Planner/Tables/FigureTables.swift": 292,
    "QueryLanguage/Completion/Context.swift": 269,
    "QueryLanguage/Resolution/ResolvedQuery.swift": 271,
    "QueryLanguage/Syntax/Parser+Question.swift": 289,
    "SQLCompiler/Dialects/SQLParser+Expressions.swift": 287,
    "SQLCompiler/FinalSQL.swift": 293,
    "SQLCompiler/FoldSQL.swift": 274,
    "SQLCompiler/FrameSQL.swift": 303,
    "SQLCompiler/SegmentSQL.swift": 301,
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
