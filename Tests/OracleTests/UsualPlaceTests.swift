import Foundation
import Testing

/// Somebody who says `the border` mostly means the southwest one: its figure is told beside that of
/// all borders.
@Suite("The usual place is told beside all of them")
struct UsualPlaceTests {
  @Test("the note has the figure that the question about the place has", arguments: 2017...2025)
  func figures(_ year: Int) throws {
    for (words, measure) in [("border encounters", "encounters"), ("crossings", "apprehensions")] {
      let (answer, _) = try Tally.reply(to: "\(words) in fy\(year)")
      let (own, _) = try Tally.reply(to: "\(measure) for southwest in fy\(year)")
      let figure = try #require(
        own.split(separator: "\n").map { $0.trimmed }.first { $0.allSatisfy(\.isPartOfNumber) }
      )
      let said = figure.replacingOccurrences(of: "≈ ", with: "about ")
      #expect(answer.contains("all borders; Southwest border: \(said)\n"), "\(answer)")
    }
  }

  @Test("several figures are told as a question that has an answer")
  func series() throws {
    let lead = "all borders; Southwest border alone: `"
    for question in ["border encounters by fy", "crossings by month in fy2023"] {
      let (answer, _) = try Tally.reply(to: "\(question) | report")
      let told = try #require(answer.components(separatedBy: lead).dropFirst().first)
      let other = String(told.prefix { $0 != "`" })
      #expect(try Tally.reply(to: other).complaint.isEmpty, "\(other)")
    }
  }

  @Test(
    "what names its place, or speaks of none, is told nothing",
    arguments: [
      "encounters in fy2024", "apprehensions in fy2024", "border encounters for northern in fy2024",
      "crossings for el paso in fy2024", "border encounters by border in fy2024",
      "crossings in fy2024 for southwest", "border patrol agents in fy2019",
      "border patrol apprehensions in fy2024", "border deaths in fy2019",
    ]
  )
  func others(_ question: String) throws {
    let (answer, _) = try Tally.reply(to: question)
    #expect(!answer.contains("all borders"), "\(answer)")
  }
}

extension Substring {
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
}

extension Character {
  fileprivate var isPartOfNumber: Bool { isNumber || self == "," || self == "≈" || self == " " }
}
