import Testing

/// The formatter wraps code, and leaves comments as they are.
@Suite("Comments are easy to read")
struct CommentTests {
  @Test("no comment is wider than code may be")
  func commentsFit() {
    let wide = SourceFile.all.flatMap { file in
      file.comments.filter { $0.count > 100 }.map { "\(file.path): \($0)" }
    }
    #expect(wide == [])
  }

  @Test("every type that other targets see is explained")
  func typesAreExplained() {
    let astray = SourceFile.all.flatMap { file in
      file.unexplained.map { "\($0) in \(file.path)" }
    }
    #expect(astray == [])
  }
}
