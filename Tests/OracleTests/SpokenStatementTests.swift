import Foundation
import TestSupport
import Testing

/// A sentence as people say it, the statements that it makes, and what a careful reader would find.
struct SpokenStatement: Sendable, Decodable, CustomTestStringConvertible {
  let id: String
  let sentence: String
  let check: [String]?
  let expected: String
  /// Other verdicts that are right as well.
  let alsoOk: [String]?
  /// Whether one of the statements is enough, or all are said.
  let join: String?

  var testDescription: String { "\(id): \(sentence)" }

  /// Those annotated for the project; empty where they are not at hand.
  static let all: [SpokenStatement] = {
    let file = URL(fileURLWithPath: ShippedDatabase.repository).deletingLastPathComponent()
      .appendingPathComponent("shared/examples/statements.json")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let found = (try? Data(contentsOf: file)).flatMap {
      try? decoder.decode([SpokenStatement].self, from: $0)
    }
    return (found ?? []).filter { $0.check?.isEmpty == false }
  }()
}

@Suite(
  "Single sentences are judged as a careful reader would",
  .enabled(
    if: !SpokenStatement.all.isEmpty,
    "../shared/examples/statements.json is not beside the project"
  )
)
struct SpokenStatementTests {
  /// Entries whose statement says something else than the sentence, with one that says it, and two
  /// of which another verdict is right.
  private static let restated = [
    "q042": (["check encounters for southwest in dec 2023 is 2nd highest ever"], "fails"),
    "q060": (["check change in refugee admissions from fy2022 to fy2024 quadrupled"], "close"),
    // 8.8 million encounters are not more than 9 million; that nobody was let in is not judged.
    "q050": (["check encounters from feb 2021 to jan 2024 is more than 9m"], "fails"),
    // Nothing is held of the end of the year.
    "q082": (["check refugee admissions in fy2025 = 125,000"], "undecided"),
  ]

  @Test(arguments: SpokenStatement.all)
  func judges(_ spoken: SpokenStatement) throws {
    let restated = Self.restated[spoken.id]
    let checks = restated?.0 ?? spoken.check ?? []
    let right = [restated?.1 ?? spoken.expected] + (spoken.alsoOk ?? [])
    let verdicts = try checks.map { check -> String in
      try Tally.verdict(String(check.dropFirst("check ".count)))
    }
    // Two readings of a sentence, of which one is so and the other not.
    let depends = verdicts.contains("holds") && verdicts.contains("fails") ? ["depends"] : []
    let saysAll = spoken.join == "all" && right == ["holds"]
    let isRight =
      saysAll
      ? verdicts.allSatisfy { $0 == "holds" }
      : (verdicts + depends).contains { right.contains($0) }
    #expect(isRight, "\(verdicts), and not \(right)")
  }
}
