import Asking
import Catalog
import Foundation
import Results
import Store
import TestSupport
import Testing

/// A statement of less than what is counted is never judged by all of it: no word that no slot took
/// is in a statement that is said to fail.
@Suite("Statements of less than what is counted")
struct RestrictedTextTests {
  private static let day = Day(year: 2025, month: 1, day: 14)
  private let pipeline: Pipeline
  private let judge: TextJudge

  init() throws {
    pipeline = Pipeline(try ShippedDatabase.open())
    judge = TextJudge(pipeline)
  }

  private func verdicts(of text: String) throws -> [TextVerdict] {
    try judge.read(text, name: "-", day: Self.day).statements.map(\.verdict)
  }

  /// Words that keep a count to less, and where they are put: before what is counted, after it, at
  /// the end, or before all.
  private static let restrictions: [(before: String, after: String, last: String, first: String)] =
    [
      ("armed ", "", "", ""), ("female ", "", "", ""), ("left-handed ", "", "", ""),
      ("", " of nurses", "", ""), ("", " near Sasabe", "", ""), ("", " on ranches", "", ""),
      ("", " by boat", "", ""), ("", " at night", "", ""), ("", " with tattoos", "", ""),
      ("", "", " and were injured", ""), ("", "", " who were younger than 12", ""),
      ("", "", " for shoplifting", ""), ("", "", " in Cochise County", ""),
      ("", "", " that began under a bridge", ""), ("", "", " or carried rifles", ""),
      ("", "", "", "Among musicians, "), ("", "", "", "On weekends "),
      ("", "", "", "By parachute, "),
    ]

  private static func text(
    _ measure: String,
    _ words: (before: String, after: String, last: String, first: String) = ("", "", "", "")
  ) -> String {
    let opening = words.first.isEmpty ? "In" : words.first + "in"
    return "\(opening) fiscal 2023 there were 83,517 \(words.before)\(measure)\(words.after)"
      + "\(words.last)."
  }

  @Test("of no measure does a statement fail that is kept to less by a word")
  func restricted() throws {
    var judged = 0
    for measure in pipeline.catalog.measures() where measure.kind == .flow {
      guard try verdicts(of: Self.text(measure.name)) == [.fails] else { continue }
      judged += 1
      for number in 0..<6 {
        let words = Self.restrictions[(7 * number + judged) % Self.restrictions.count]
        let text = Self.text(measure.name, words)
        let verdicts = try verdicts(of: text)
        #expect(!verdicts.contains(.fails), "\(text)")
      }
    }
    // The same statement without them fails: words are what keeps it from that.
    #expect(judged > 20)
  }

  @Test("words that nobody knows keep a statement to less, wherever they are")
  func unknown() throws {
    var dice = Dice(seed: 2020)
    let syllables = ["zor", "bla", "kem", "tul", "vish", "dran", "pel", "gox"]
    for _ in 0..<60 {
      let word = (0..<3).map { _ in syllables.randomElement(using: &dice) ?? "" }.joined()
      for text in [
        "In fiscal 2023 there were 1,000,000 \(word) apprehensions along the southwest border.",
        "In fiscal 2023 there were 1,000,000 apprehensions near \(word.capitalized).",
        "In fiscal 2023 there were 1,000,000 apprehensions in the \(word) sector.",
        "In fiscal 2023 agents apprehended 1,000,000 people with \(word).",
        "Of the \(word), 1,000,000 were apprehended in fiscal 2023.",
        "In fiscal 2023 there were 1,000,000 apprehensions, twice as many \(word) as in 2022.",
      ] {
        let first = try verdicts(of: text).first
        #expect(first != .fails || text.contains("twice"), "\(text)")
        if text.contains("twice") {
          #expect(try verdicts(of: text).dropFirst().allSatisfy { $0 != .fails }, "\(text)")
        }
      }
    }
  }

  @Test(
    "a part of a month or a year is not judged by the whole",
    arguments: ["early January", "mid-January", "late January", "early fiscal"]
  )
  func parts(_ part: String) throws {
    let text = "In \(part) 2024 there were 1,234 apprehensions along the southwest border."
    #expect(try !verdicts(of: text).contains(.fails))
    let level =
      "At the start of fiscal 2021 there were 1.3 million immigration court cases pending."
    #expect(try !verdicts(of: level).contains(.fails))
    let whole = "In January 2024 there were 1,234 apprehensions along the southwest border."
    #expect(try verdicts(of: whole) == [.fails])
  }

  @Test(
    "another meaning of a word is not taken where it loses what is said",
    arguments: [
      "There were 895 deaths on the southwest border in fiscal 2024.",
      "The Border Patrol counted 895 deaths on the southwest border in fiscal 2022.",
      "From fiscal 2021 to 2024 more than ten million came across the southwest border.",
      "More than nine million crossed the border in fiscal 2023.",
    ]
  )
  func meanings(_ text: String) throws {
    #expect(try !verdicts(of: text).contains(.fails))
  }

  @Test("what was not confirmed is not gone on from to a statement that fails")
  func unconfirmed() throws {
    let text = """
      Judges in the valley heard 704,514 quarrels last fiscal year, twice as many as in 2022. \
      There were 56,520 apprehensions near Sasabe in October 2024, 70 percent more than in October \
      2023.
      """
    #expect(try !verdicts(of: text).contains(.fails))
  }
}
