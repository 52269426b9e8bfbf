import Asking
import Catalog
import Results
import TestSupport
import Testing

/// A text that says what the figures say is never called wrong, however it says it.
@Suite("True texts")
struct TrueTextTests {
  private static let day = Day(year: 2025, month: 1, day: 14)
  private static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private let judge: TextJudge

  init() throws {
    judge = TextJudge(Pipeline(try ShippedDatabase.open()))
  }

  private func verdicts(of text: String) throws -> [(text: String, verdict: TextVerdict)] {
    try judge.read(text, name: "-", day: Self.day).statements.map { ($0.text, $0.verdict) }
  }

  /// The figure of a month, as the answer to a statement of it has it.
  private func figure(_ place: Place, _ month: Int, _ year: Int) throws -> Int {
    let name = Self.names[month - 1]
    let text = "In \(name) \(year) there were more than 1 million apprehensions \(place.words)."
    let read = try judge.read(text, name: "-", day: Self.day)
    let answer = try #require(read.statements.first?.checks.first)
    guard case .integer(let figure)? = answer.figures.first?.number else {
      throw Failure.noFigure(text)
    }
    return figure
  }

  private enum Failure: Error { case noFigure(String) }

  struct Place: Sendable, CustomStringConvertible {
    let words: String
    var description: String { words }
  }

  static let places = [
    Place(words: "at the southwest border"), Place(words: "along the northern border"),
    Place(words: "in the Tucson sector"),
  ]

  private static func written(_ number: Int) -> String {
    var digits = String(number)
    var parts: [String] = []
    while digits.count > 3 {
      parts.insert(String(digits.suffix(3)), at: 0)
      digits = String(digits.dropLast(3))
    }
    return ([digits] + parts).joined(separator: ",")
  }

  /// The figure, that of the month before and that of a year before, told in sentences that carry
  /// more and more.
  private static func texts(
    _ place: Place,
    _ month: Int,
    _ figures: (own: Int, before: Int, earlier: Int)
  ) -> [String] {
    let year = 2024
    let own = written(figures.own)
    let name = names[month - 1]
    let first = "In \(name) \(year) there were \(own) apprehensions \(place.words)"
    let percent = Int(
      (100 * Double(figures.own - figures.earlier) / Double(figures.earlier)).rounded()
    )
    let change = "\(abs(percent)) percent \(percent < 0 ? "fewer" : "more")"
    let direction = figures.own < figures.before ? "fell" : "rose"
    var texts = [
      "\(first). A year earlier there had been \(written(figures.earlier)).",
      "\(first), compared with \(written(figures.before)) the month before.",
      "\(first). They \(direction) from \(written(figures.before)) a month earlier.",
      "Apprehensions \(place.words) went from \(written(figures.before)) in "
        + "\(names[month - 2]) \(year) to \(own) in \(name).",
      "In \(name), agents caught \(own) people \(place.words). The month before it had been "
        + "\(written(figures.before)).",
    ]
    if percent != 0 {
      texts += [
        "\(first), \(change) than a year earlier.",
        "\(first). That is \(change) than in \(name) of the year before.",
        "Apprehensions \(place.words) were \(change) in \(name) \(year) than a year before.",
      ]
    }
    return texts
  }

  @Test("what is true does not fail", arguments: places)
  func truth(_ place: Place) throws {
    var judged = 0
    for month in 2...12 {
      let figures = (
        own: try figure(place, month, 2024), before: try figure(place, month - 1, 2024),
        earlier: try figure(place, month, 2023)
      )
      for text in Self.texts(place, month, figures) {
        for (statement, verdict) in try verdicts(of: text) {
          #expect(verdict != .fails, "\(statement) — of: \(text)")
          judged += verdict == .holds || verdict == .close ? 1 : 0
        }
      }
    }
    // Most are understood: two statements a text, eight texts a month.
    #expect(judged > 11 * 8)
  }

  @Test("what is wrong by a fifth fails, where nothing is carried", arguments: places)
  func falsehood(_ place: Place) throws {
    for month in 1...12 {
      let figure = try figure(place, month, 2024)
      let wrong = Self.written(figure + figure / 5)
      let text =
        "In \(Self.names[month - 1]) 2024 there were \(wrong) apprehensions \(place.words)."
      #expect(try verdicts(of: text).map(\.verdict) == [.fails], "\(text)")
    }
  }
}
