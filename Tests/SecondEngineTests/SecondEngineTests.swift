import Foundation
import TestSupport
import Testing

/// Random questions, answered by the program and by this small engine over the same published tables.
///
/// The dice fall alike in every run. `SECOND_ENGINE_SEED` throws others, `SECOND_ENGINE_COUNT` more.
@Suite("A second engine gives the same figures")
struct SecondEngineTests {
  private static let environment = ProcessInfo.processInfo.environment

  /// One seed of a user's, or some, of which the last ones once gave different figures.
  private static let seeds: [UInt64] =
    environment["SECOND_ENGINE_SEED"].flatMap { UInt64($0) }.map { [$0] }
    ?? [2026, 206_240_259, 1_948_420_795]

  /// The questions of all seeds.
  private static let count = environment["SECOND_ENGINE_COUNT"].flatMap(Int.init) ?? 2400

  @Test("Random questions", arguments: seeds)
  func agree(_ seed: UInt64) throws {
    let count = Self.count / Self.seeds.count
    var tally = Tallied()
    var random = RandomQuestions(try Catalogue.shared.get(), seed: seed)
    while tally.asked < count { try tally.ask(&random) }
    print(tally.summary)
    #expect(tally.compared >= min(2000, count * 3 / 4), "\(tally.summary)")
  }
}

/// What became of the questions asked.
struct Tallied {
  private(set) var asked = 0
  private(set) var compared = 0
  private(set) var figures = 0
  private(set) var refused = 0
  private(set) var differing = 0
  private(set) var declined: [String: Int] = [:]

  var summary: String {
    let reasons = declined.sorted { $0.value > $1.value }.map { "  \($0.value) \($0.key)" }
    return """
      second engine: \(asked) questions, \(compared) compared (\(figures) figures, \(refused) refused by both), \
      \(differing) differ, \(asked - compared) declined:
      \(reasons.joined(separator: "\n"))
      """
  }

  mutating func ask(_ random: inout RandomQuestions) throws {
    asked += 1
    do {
      let question = try random.question()
      var answering = Answering(question, in: random.catalogue)
      let outcome = try answering.outcome()
      if let doubt = answering.doubts.min() { throw Declined(doubt) }
      try compare(outcome, question)
    } catch let reason as Declined {
      declined[reason.reason, default: 0] += 1
    }
  }

  private mutating func compare(_ outcome: Outcome, _ question: Question) throws {
    compared += 1
    switch (outcome, try Program.ask(question.text)) {
    case (.refusal, .refusal): refused += 1
    case (.refusal(let reason), .rows(let rows)):
      differing += 1
      Issue.record("\(question.text)\n  answered in \(rows.count) rows, to be refused: \(reason)")
    case (.answer, .refusal(let complaint)):
      differing += 1
      Issue.record("\(question.text)\n  refused: \(complaint)")
    case (.answer(let answer), .rows(let rows)):
      let comparison = Comparison(answer, Replied(rows, to: question), question)
      figures += comparison.figures
      guard !comparison.differences.isEmpty else { return }
      differing += 1
      let lines = comparison.differences.prefix(4).joined(separator: "\n  ")
      Issue.record("\(question.text)\n  \(lines)\n  \(comparison.differences.count) differ")
    }
  }
}
