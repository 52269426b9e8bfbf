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

  /// A comment says `is` or `are`, `means`, and `after`.
  @Test("comments say where things are in plain words")
  func commentsArePlain() {
    let odd = SourceFile.all.flatMap { file in
      file.comments.filter { $0.contains(/\bstands?\b|\btold apart\b|\b[Bb]ehind [`a-z]/) }
        .map { "\(file.path): \($0)" }
    }
    #expect(odd == [])
  }

  @Test("every type that other targets see is explained")
  func typesAreExplained() {
    let astray = SourceFile.all.flatMap { file in
      file.unexplained.map { "\($0) in \(file.path)" }
    }
    #expect(astray == [])
  }
}
