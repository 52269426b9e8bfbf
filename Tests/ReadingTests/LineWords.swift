import Asking
import Catalog
import Foundation
import QueryLanguage
import Reading
import Store
import TestSupport
import Testing

/// Words that only typed lines know, and what lines mean with them.
@Suite("Words of typed lines")
struct LineWords {
  private static let pipeline = PerThread("LineWords") { Pipeline(try ShippedDatabase.open()) }

  private func questions(_ line: String) throws -> [String] {
    guard case .questions(let found)? = try Self.pipeline.get().readings(of: line) else {
      return []
    }
    return found.map(\.statement)
  }

  private static func rows(_ file: String) throws -> [CommaSeparated.Row] {
    try CommaSeparated(contentsOf: ShippedDatabase.repository + "/seed/catalog/\(file).csv").rows
  }

  @Test("no text knows a word of the table of lines, and every text knows the others")
  func texts() throws {
    let catalog = try Self.pipeline.get().catalog
    let rows = try Self.rows("line-words")
    #expect(rows.count > 100)
    func words(_ text: String) -> [SpokenWord] {
      catalog.matches(key: Spelling.key(of: text)).compactMap {
        $0.kind == .word ? catalog.word($0.target) : nil
      }
    }
    for row in rows {
      let own = words(row["word"]).filter { $0.text == row["word"] && $0.isOfLines }
      #expect(own.contains { $0.part.rawValue == row["part"] }, "\(row["word"])")
      #expect(own.allSatisfy { $0.inTexts == nil }, "\(row["word"])")
    }
    for row in try Self.rows("words").enumerated().filter({ $0.offset % 97 == 0 }).map(\.element) {
      let own = words(row["word"]).filter { !$0.isOfLines }
      #expect(own.contains { $0.inTexts != nil }, "\(row["word"])")
    }
  }

  @Test("whether crossings fell is asked of the place that is mostly meant, and the rest is told")
  func places() throws {
    let catalog = try Self.pipeline.get().catalog
    for words in ["border crossings", "border encounters", "crossings", "illegal border crossings"]
    {
      for time in ["since Trump took office", "from 2023 to 2025", "after title 42 ended"] {
        let line = "did \(words) fall \(time)"
        guard case .questions(let found)? = try Self.pipeline.get().readings(of: line) else {
          Issue.record("\(line) is not read")
          continue
        }
        #expect(found.count == 1 && found[0].statement.contains("Southwest border"), "\(line)")
        let told = found[0].notes.compactMap { $0.components(between: "`").last }
        let isQuestion = told.contains { text in
          (try? Query(parsing: text, catalog: catalog)) != nil
            || (try? Check(parsing: text, catalog: catalog)) != nil
        }
        #expect(isQuestion, "\(line)")
      }
      for place in ["at the northern border", "in texas", "in the el paso sector"] {
        let found = try questions("did \(words) fall \(place) since 2023")
        #expect(found.allSatisfy { !$0.contains("Southwest border") }, "\(words) \(place)")
      }
    }
    for line in ["did border deaths fall from 2014 to 2015", "did apprehensions fall since 2023"] {
      #expect(try questions(line).allSatisfy { !$0.contains("Southwest border") }, "\(line)")
    }
  }

  @Test("periods are ranked by means, where what is counted is read on single days")
  func records() throws {
    for line in [
      "record number of ice detainees", "the most people in ICE detention ever at once",
      "highest number of people in ICE custody ever", "lowest number of detainees ever",
    ] {
      let found = try questions(line)
      #expect(found.count == 1)
      #expect(found.allSatisfy { $0.hasPrefix("ICE average daily population by month") }, "\(line)")
    }
    // Values are ranked as they are, and a level that has no mean is ranked itself.
    #expect(try questions("which state has the most 287(g) agreements") != [])
    for line in ["how many detainees are there", "most cases pending in immigration court ever"] {
      #expect(try questions(line).allSatisfy { !$0.contains("average") }, "\(line)")
    }
  }

  @Test("a year before its part is the year after it")
  func parts() throws {
    let parts = ["Q1", "q3", "December", "march", "first half", "H2", "summer", "third quarter"]
    for year in ["2023", "fy2024", "FY25", "2021"] {
      for part in parts {
        let usual = try questions("how many encounters in \(part) \(year)")
        #expect(try questions("how many encounters in \(year) \(part)") == usual, "\(year) \(part)")
      }
    }
    // A part that has a year of its own keeps it.
    let both = try questions("how many encounters were there in 2023 and march 2024")
    #expect(both.allSatisfy { $0.contains("2023") && $0.contains("mar 2024") }, "\(both)")
  }

  @Test("who publishes is asked of what is counted, or named")
  func publishers() throws {
    let pipeline = try Self.pipeline.get()
    let lead = "publisher="
    let words = try Self.rows("words").filter { $0["means"].hasPrefix(lead) }
    #expect(words.count > 200)
    var (read, refused) = (0, 0)
    for measure in ["removals", "encounters", "naturalizations", "asylum grants", "green cards"] {
      let known = try #require(pipeline.catalog.measures().first { $0.name == measure })
      let shorts = Set(
        pipeline.catalog.holdings(of: known.id)
          .compactMap { pipeline.catalog.source($0.dataset.source)?.short }
      )
      for row in words where row["word"].hasPrefix("according to") {
        let names = (row["means"]).dropFirst(lead.count).components(separatedBy: "; ")
        let found = try questions("\(measure) \(row["word"]) in 2019")
        let own = "\(names[0]) \(measure)"
        if found.contains(where: { $0.hasPrefix(own) }) { continue }
        let isPublished = names.contains(where: shorts.contains)
        #expect(found.isEmpty != isPublished, "\(measure) \(row["word"]): \(found)")
        if isPublished { read += 1 } else { refused += 1 }
      }
    }
    #expect(read > 10 && refused > 10, "\(read), \(refused)")
  }

  @Test("an agency of which nothing is known is never left out")
  func agencies() throws {
    let others = try Self.rows("line-words").filter {
      $0["part"] == "deny" && $0["means"] == "other"
    }
    #expect(others.count > 10)
    for name in try Self.pipeline.get().catalog.measures().map(\.name) {
      for row in others {
        let line = "how many \(row["word"]) \(name) in 2023"
        #expect(try questions(line).isEmpty, "\(line)")
      }
    }
  }

  @Test("what is said not to be counted adds nothing, unless it is a part or the whole")
  func denied() throws {
    let catalog = try Self.pipeline.get().catalog
    let measures = catalog.measures().filter { $0.subject == "departures" }
    var tried = 0
    for own in measures {
      for other in measures where own != other {
        let plain = try questions("how many \(own.name) in 2016")
        let found = try questions("how many \(own.name), not \(other.name), in 2016")
        let isPart = catalog.isPart(own, of: other) || catalog.isPart(other, of: own)
        #expect(found.isEmpty || found == plain && !isPart, "\(own.name), not \(other.name)")
        if !found.isEmpty { tried += 1 }
      }
    }
    #expect(tried > 50)
  }

  @Test("since a decade is since its first year, and prior to it without it")
  func decades() throws {
    for decade in stride(from: 1930, through: 2010, by: 10) {
      for (lead, year) in [("since", decade), ("prior to", decade)] {
        let found = try questions("lowest year for apprehensions \(lead) the \(decade)s")
        let usual = try questions("lowest year for apprehensions \(lead) \(year)")
        #expect(found == usual, "\(lead) the \(decade)s")
      }
    }
  }

  @Test(
    "what is made of several periods at a time is what the language makes of them",
    arguments: [
      ("12 month rolling total of apprehensions", "apprehensions by month with rolling 12"),
      ("3 month moving average of the detention population", "by month with rolling 3"),
      ("5 year rolling sum of removals", "removals by fy with rolling 5"),
    ]
  )
  func rolling(_ line: String, _ meaning: String) throws {
    let found = try questions(line)
    #expect(found.count == 1 && found.allSatisfy { $0.hasSuffix(meaning) }, "\(found)")
    // Of what is counted over time the language has sums, and a mean is only offered as one.
    #expect(try questions("12 month moving average of apprehensions").isEmpty)
  }
}

extension String {
  /// What lies between two of a sign.
  fileprivate func components(between sign: Character) -> [String] {
    let parts = split(separator: sign, omittingEmptySubsequences: false).map(String.init)
    return parts.indices.filter { $0 % 2 == 1 }.map { parts[$0] }
  }
}
