import Testing

/// A file is read in one sitting.
@Suite("Files are short")
struct FileLengthTests {
  /// More lines ask for a second file.
  private static let most = 250

  @Test("no file has more lines than can be read at once")
  func filesAreShort() {
    let long = SourceFile.all.filter { $0.lines > Self.most }
    #expect(long.map { "\($0.path): \($0.lines)" } == [])
  }
}
