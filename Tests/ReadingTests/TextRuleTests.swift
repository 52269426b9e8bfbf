import Asking
import Catalog
import Results
import TestSupport
import Testing

/// The rules by which statements of texts are read, each with what it gives.
@Suite("Rules of texts")
struct TextRuleTests {
  private static let day = Day(year: 2025, month: 1, day: 14)

  /// Each line has a text, and after `=>` the checks that it gives, or a verdict where it gives
  /// none.
  @Test("each text gives its checks", arguments: try Examples.lines(of: "rules"))
  func gives(_ example: Examples.Line) throws {
    let judge = TextJudge(Pipeline(try ShippedDatabase.open()))
    let read = try judge.read(example.text, name: "-", day: Self.day)
    let given = read.statements.map { statement in
      statement.checks.isEmpty
        ? statement.verdict.rawValue : statement.checks.map(\.statement).joined(separator: " & ")
    }
    #expect(given == example.gives, "\(example.text)")
  }

  @Test("a text in parts has the statements of the whole")
  func parts() throws {
    let text = String(
      repeating: "In December 2024 there were 47,324 apprehensions at the southwest border.\n\n",
      count: 150
    )
    let judge = TextJudge(Pipeline(try ShippedDatabase.open()))
    let whole = try judge.read(text, name: "-", day: Self.day).statements.map(\.range)
    var places: [Range<Int>] = []
    var count = 0
    try judge.read(text, name: "-", day: Self.day, inParts: true) { part in
      places += part.statements.map(\.range)
      count += 1
    }
    #expect(places == whole)
    #expect(whole.count == 150 && count > 1)
  }

  @Test("a text between two paragraphs can be cut", arguments: ["\n\n", "\r\n\r\n", "\n \n"])
  func lineEnds(_ between: String) throws {
    let judge = TextJudge(Pipeline(try ShippedDatabase.open()))
    let parts = [
      "In December 2024 there were 47,324 apprehensions at the southwest border.",
      "Fentanyl seizures fell by 19 percent between fiscal 2023 and fiscal 2024.",
    ]
    let whole = try judge.read(parts.joined(separator: between), name: "-", day: Self.day)
    let cut = try parts.flatMap { try judge.read($0, name: "-", day: Self.day).statements }
    #expect(whole.statements.map(\.text) == cut.map(\.text))
    #expect(
      whole.statements.map { $0.checks.map(\.statement) } == cut.map { $0.checks.map(\.statement) }
    )
  }
}
