import Testing

/// A function is one idea.
@Suite("Functions are short")
struct FunctionLengthTests {
  /// More lines ask for a second function.
  private static let most = 60
  /// What is a table, one line or statement for each of many cases. This list only shrinks.
  private static let tables: Set = ["func sql(in file: String) -> String {"]

  @Test("no function has more lines than fit on a screen")
  func functionsAreShort() {
    let functions = SourceFile.all.flatMap { file in
      file.functions.map { (path: file.path, function: $0) }
    }
    #expect(functions.count > 3_000, "the functions were not found")
    let long = functions.filter { $0.function.lines > Self.most }
    #expect(
      long.filter { !Self.tables.contains($0.function.declaration) }
        .map { "\($0.path): \($0.function.declaration): \($0.function.lines)" } == []
    )
    #expect(Self.tables.subtracting(long.map(\.function.declaration)) == [])
  }

  @Test("the lines of a function are counted from its declaration to its last brace")
  func linesAreCounted() {
    let lines = """
      protocol Form {
        func parse(from text: String) -> Int?
        var name: String { get }
      }
      struct One: Form {
        func parse(
          from text: String
        ) -> Int? {
          if text.isEmpty { return nil }
          return 1
        }
        init() {}
        mutating func turn() {
          func inner() {
            print(1)
          }
        }
      }
      """.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let found = SourceFunction.all(in: lines)
    #expect(found.map(\.lines) == [6, 5, 3])
    #expect(
      found.map(\.declaration) == ["func parse(", "mutating func turn() {", "func inner() {"]
    )
  }
}
