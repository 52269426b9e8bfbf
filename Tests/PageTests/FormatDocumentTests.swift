import Output
import TestSupport
import Testing

/// The documents that list the formats by hand. Help, completion and the reference page read
/// `OutputFormats.all` themselves.
@Suite("Documents that list the formats")
struct FormatDocumentTests {
  private static let answering = OutputFormats.all.filter { $0.uses.contains(.answers) }
  private static let checking = OutputFormats.all.filter { $0.uses.contains(.checks) }
  private static let others = OutputFormats.all.filter { !$0.uses.contains(.answers) }

  @Test("the grammar has an example of each, in the order of the list")
  func grammarExamples() throws {
    let names = OutputFormats.all.map { "`\($0.name)`" }.joined(separator: " ")
    try expect("docs/language/grammar.md", holds: "| `format` | \(names) |")
  }

  @Test("the grammar says what writes answers, and what statements")
  func grammarSentence() throws {
    let (others, checking) = (quoted(Self.others), quoted(Self.checking))
    try expect(
      "docs/language/grammar.md",
      holds: "Answers are written as all but \(others), statements as \(checking)."
    )
  }

  @Test("the manual lists them under --format")
  func manual() throws {
    let names = Self.answering.map { $0.name }
    try expect(
      "docs/tally.1",
      holds: """
        .Li \(names.dropLast().joined(separator: " , "))
        or
        .Li \(names[names.count - 1]) ;
        checked statements also as
        .Li \(Self.others.map { $0.name }.joined(separator: " , ")) .
        """
    )
  }

  @Test("the page of formats says what each is for that writes answers")
  func formatsPage() throws {
    let path = "docs/language/formats.md"
    let rows = try Page(path: path).read().split(separator: "\n").filter { $0.hasPrefix("| ") }
    for format in Self.answering {
      #expect(
        rows.contains { $0.contains("`\(format.name)`") },
        "\(path): the table of what formats are for has no `\(format.name)`; add it to its row"
      )
    }
  }

  private func expect(_ path: String, holds words: String) throws {
    #expect(
      try Page(path: path).read().contains(words),
      "\(path): where the formats are listed, it should say\n\(words)"
    )
  }

  private func quoted(_ formats: [any OutputFormat.Type]) -> String {
    let names = formats.map { "`\($0.name)`" }
    guard let last = names.last, names.count > 1 else { return names.joined() }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
