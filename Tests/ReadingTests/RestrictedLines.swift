import Asking
import Catalog
import Foundation
import QueryLanguage
import Reading
import Store
import TestSupport
import Testing

/// A word that restricts is never dropped: where one is added to a line that is read, the question
/// is another, or the word is told, or nothing is answered.
@Suite("Words added to lines")
struct RestrictedLines {
  private static let pipeline = PerThread("RestrictedLines") {
    Pipeline(try ShippedDatabase.open())
  }

  private func readings(_ line: String) throws -> [Reading] {
    guard case .questions(let found)? = try Self.pipeline.get().readings(of: line) else {
      return []
    }
    return found
  }

  /// Lines with room for a restriction, of many measures.
  private static let lines = [
    "how many encounters were there in 2023", "how many people were removed in 2019",
    "top 5 countries for refugees in 2022", "share of encounters that were families in 2023",
    "did apprehensions fall from 2021 to 2023", "how much fentanyl was seized in 2024",
    "asylum grants 2022 vs 2023", "how many people are in ICE detention right now",
    "highest month ever for border apprehensions", "ICE removals as of last year please",
    "worst year for border deaths", "when did apprehensions first pass 200,000",
    "naturalizations doubled since 2003, true?", "apprehensions may 2025 vs same month last year",
    "fewer encounters in 2025 than in any year since 2020", "add returns to removals for 2019",
    "completed and received court cases since 2015", "average monthly encounters in 2022",
  ]

  /// Words that keep to a part, or make another quantity, each of another kind.
  private static func restrictions(_ catalog: any CatalogReader) -> [String] {
    let dimensions = ["citizenship", "sector", "demographic", "drug", "criminality", "visa_class"]
    let values = catalog.dimensions().filter { dimensions.contains($0.key) }.flatMap { own in
      catalog.members(of: own.id).filter { $0.rest == .none }.prefix(3).map(\.name)
    }
    let denials = [
      "only", "without", "except", "not", "never", "pending", "first-time", "unique", "rate",
      "per capita", "smuggling", "separated", "unsuccessful", "planned", "pregnant", "left-handed",
      "adjusted for inflation", "per agent", "TSA", "at night", "by boat", "who later returned",
    ]
    return values + denials
  }

  @Test("are never left out without a word")
  func nothingIsDropped() throws {
    let catalog = try Self.pipeline.get().catalog
    var answered = 0
    for line in Self.lines {
      let own = try readings(line)
      #expect(own.count == 1, "\(line): \(own.map(\.statement))")
      let words = line.split(separator: " ").map(String.init)
      for added in Self.restrictions(catalog) where !line.lowercased().contains(added.lowercased())
      {
        for place in [0, words.count / 2, words.count] {
          var longer = words
          longer.insert(added, at: place)
          let text = longer.joined(separator: " ")
          for reading in try readings(text) where own.contains(where: { same($0, reading) }) {
            Issue.record("\(text): `\(added)` adds nothing to \(reading.statement)")
          }
          answered += 1
        }
      }
    }
    #expect(answered > 1_000)
  }

  /// Whether two readings say the same, and nothing more is told of one.
  private func same(_ one: Reading, _ other: Reading) -> Bool {
    one.statement.lowercased() == other.statement.lowercased() && one.notes == other.notes
  }

  @Test("nothing is a share of itself")
  func nothingIsShareOfItself() throws {
    let catalog = try Self.pipeline.get().catalog
    var tried = 0
    for measure in catalog.measures().map(\.name) {
      for words in ["as a share of", "percent of", "share of all", "as percentage of"] {
        for value in ["decisions", "the total", "mexicans", "families", measure] {
          for reading in try readings("\(measure) \(words) \(value) in 2022") {
            tried += 1
            let sides = reading.statement.components(separatedBy: " / ")
            guard sides.count == 2 else { continue }
            let whole = sides[1].components(separatedBy: " in ")[0]
            #expect(sides[0] != whole, "\(measure) \(words) \(value): \(reading.statement)")
          }
        }
      }
    }
    #expect(tried > 50)
  }
}
