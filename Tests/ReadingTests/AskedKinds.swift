import Asking
import Catalog
import Foundation
import QueryLanguage
import Reading
import Store
import TestSupport
import Testing

/// Kinds of questions, each asked of many measures.
@Suite("Kinds of questions")
struct AskedKinds {
  private static let pipeline = PerThread("AskedKinds") { Pipeline(try ShippedDatabase.open()) }

  private func readings(_ line: String) throws -> [Reading] {
    guard case .questions(let found)? = try Self.pipeline.get().readings(of: line) else {
      return []
    }
    return found
  }

  private func statements(_ line: String) throws -> [String] {
    try readings(line).map(\.statement)
  }

  private func answers(_ question: String) throws -> Bool {
    let pipeline = try Self.pipeline.get()
    return (try? pipeline.plan(question)) != nil
  }

  /// Names of measures that are published by fiscal year, and what they are about.
  private func yearly() throws -> [Measure] {
    try Self.pipeline.get().catalog.measures().filter { measure in
      guard measure.kind == .flow else { return false }
      return try answers("\(measure.name) by fy top 1") && !answers("\(measure.name) by cy top 1")
        || ["encounters", "removals", "apprehensions"].contains(measure.name)
    }
  }

  @Test("the worst and the best of years are the one end or the other, and it is said which")
  func merits() throws {
    var tried = 0
    for measure in try yearly() {
      for (word, end) in [("worst", "highest"), ("best", "highest"), ("worst", "lowest")] {
        for reading in try readings("\(word) year for \(measure.name)")
        where reading.notes.contains(where: { $0.contains(" read as the \(end)") }) {
          tried += 1
          let side = end == "highest" ? " top 1" : " bottom 1"
          #expect(reading.statement.contains(side), "\(word) \(measure.name)")
        }
      }
      let found = try readings("worst year for \(measure.name)")
      #expect(
        found.allSatisfy { $0.notes.contains { $0.contains("read as the") } },
        "\(measure.name)"
      )
    }
    #expect(tried > 30)
    // Of other things nobody says what is good.
    for thing in ["president", "country", "border policy", "idea"] {
      #expect(try statements("worst \(thing) for encounters").isEmpty)
    }
  }

  @Test("a verb with a factor is judged against the year that is said, or the year before")
  func factors() throws {
    let verbs = [
      ("doubled", "doubled"), ("tripled", "tripled"), ("rose tenfold", "rose by 10 times"),
      ("halved", "halved"), ("went up 5x", "rose by 5 times"), ("cut in half", "halved"),
    ]
    for measure in ["encounters", "naturalizations", "refugee admissions", "green cards"] {
      for (verb, judgment) in verbs {
        let since = try statements("\(measure) \(verb) since 2012, true?")
        #expect(since.count == 1, "\(measure) \(verb) since: \(since)")
        #expect(since.allSatisfy { $0.hasPrefix("check change in \(measure) from fy2012 to fy") })
        #expect(since.allSatisfy { $0.hasSuffix(" " + judgment) }, "\(since)")
        let one = try statements("is it true that \(measure) \(verb) in 2021")
        #expect(one == ["check change in \(measure) from fy2020 to fy2021 \(judgment)"])
      }
    }
  }

  @Test("the same period of the year before is the previous year, named or not")
  func samePeriods() throws {
    let words = ["the same period last year", "same time a year ago", "the same period in 2023"]
    for measure in ["encounters", "apprehensions", "inadmissibles"] {
      for period in ["march 2024", "fy2024", "q2 fy2024"] {
        for word in words {
          let found = try statements("how do \(measure) in \(period) compare to \(word)")
          #expect(found.count == 1 && found.allSatisfy { $0.hasSuffix(" vs previous year") })
          #expect(found.allSatisfy { $0.hasPrefix("\(measure) in ") }, "\(found)")
        }
        // A year that is not the one before is another question.
        #expect(try statements("\(measure) in \(period) vs the same period in 2019").isEmpty)
      }
    }
  }

  @Test("when figures passed a number is the first period above it, the last time the last")
  func crossings() throws {
    let pipeline = try Self.pipeline.get()
    for (measure, number) in [
      ("encounters", "300,000"), ("apprehensions", "250,000"), ("ICE removals", "300,000"),
      ("immigration court cases pending", "2 million"), ("refugee admissions", "10,000"),
    ] {
      for verb in ["pass", "first exceed", "top", "go above"] {
        let found = try statements("when did \(measure) \(verb) \(number)")
        #expect(found.count == 1, "\(measure) \(verb): \(found)")
        #expect(found.allSatisfy { $0.contains(" > ") && $0.hasSuffix(" limit 1") }, "\(found)")
        #expect(found.allSatisfy { !$0.contains(" desc") && (try? pipeline.plan($0)) != nil })
      }
      let last = try statements("when was the last time \(measure) were above \(number)")
      #expect(last.count == 1 && last.allSatisfy { $0.contains(" desc limit 1") }, "\(last)")
    }
    // A year after such a word is a time.
    for verb in ["crossed", "reached", "hit"] {
      #expect(try statements("how many people \(verb) 2023").allSatisfy { !$0.contains(" > ") })
    }
  }

  @Test("a wrong sum is refused whatever else the line says, and no sum is left out")
  func sums() throws {
    let catalog = try Self.pipeline.get().catalog
    var (refused, added) = (0, 0)
    let measures = catalog.measures().filter { $0.kind == .flow }
    for one in measures.prefix(40) {
      for other in catalog.conflicts(of: one.id).compactMap({ catalog.measure($0.other) }).prefix(3)
      {
        for line in [
          "add \(one.name) to \(other.name) for 2019",
          "combine \(one.name) and \(other.name) 2019 into one number",
          "sum \(one.name) and \(other.name) in 2019 for the whole zoo",
        ] {
          let found = try statements(line)
          #expect(found.allSatisfy { $0.contains(" + ") }, "\(line): \(found)")
          if try found.contains(where: answers) { added += 1 } else { refused += 1 }
        }
      }
    }
    #expect(refused > 60 && refused > added * 4, "\(refused), \(added)")
  }

  @Test(
    "who asks and why changes nothing, and is told",
    arguments: [
      "as a taxpayer I want to know", "for a story I am writing,", "I'm writing a paper,",
      "my boss asked me for this:", "working on a chapter,",
    ]
  )
  func asides(_ lead: String) throws {
    for line in [
      "how many people were removed in 2019", "how much did encounters change from 2021 to 2022",
      "which sector had the most apprehensions in 2023",
    ] {
      let own = try statements(line)
      let found = try readings("\(lead) \(line)")
      #expect(!own.isEmpty && found.map(\.statement) == own, "\(lead) \(line)")
    }
    // What names whom it is about is not left out.
    let found = try readings("for a story on Venezuelans: how many encounters were there in 2023")
    #expect(found.allSatisfy { $0.statement.contains("venezuela") })
  }

  @Test("a month and two figures are a month of a year")
  func shortYears() throws {
    for month in ["jan", "march", "sept", "october", "dec"] {
      for year in 19...26 {
        let own = try statements("how many encounters in \(month) 20\(year)")
        #expect(
          try statements("how many encounters in \(month) \(year)") == own,
          "\(month) \(year)"
        )
      }
    }
    // Beside a year the number is a day.
    #expect(try statements("how many people were in ICE detention on july 27 2025") != [])
  }

  @Test("the month or the year next to what happened is one")
  func besideEvents() throws {
    for (words, period) in [
      ("the month before title 42 ended", "apr 2023"),
      ("the month after title 42 ended", "jun 2023"),
      ("the year before the pandemic", "fy2019"), ("the year after title 42 ended", "fy2024"),
    ] {
      #expect(
        try statements("apprehensions \(words)") == ["apprehensions in \(period)"],
        "\(words)"
      )
    }
    let several = try statements("apprehensions three months before title 42 ended")
    #expect(several == ["apprehensions by month from feb 2023 to apr 2023"])
    // A breakdown is one.
    let broken = try statements("apprehensions broken down by month before title 42 ended")
    #expect(broken.allSatisfy { $0.contains("by month") && $0.contains("before") })
  }

  @Test("two times relative to now are no time together")
  func twoTimes() throws {
    for measure in ["encounters", "apprehensions", "drug seizures"] {
      for line in ["this month last year", "last month last year", "last year last quarter"] {
        #expect(try statements("\(measure) \(line)").isEmpty, "\(measure) \(line)")
      }
      #expect(try statements("\(measure) this year vs last year").count == 1)
    }
  }

  @Test("parts of several times in office are never one sum")
  func partsOfOffices() throws {
    for measure in ["ICE removals", "encounters", "removals", "refugee admissions"] {
      for joined in [" vs ", " and ", ", "] {
        let line = "how many \(measure) in trump's first year\(joined)biden's last year"
        for statement in try statements(line) {
          let isApart = [" vs ", " by ", " across "].contains(where: statement.contains)
          #expect(isApart, "\(line): \(statement)")
        }
      }
    }
  }

  @Test("what is not in a place or from a country is everything else")
  func everythingElse() throws {
    for (words, test) in [
      ("not from mexico", "citizenship != mexico"), ("weren't from cuba", "citizenship != cuba"),
      ("not at the southwest border", "border != southwest border"),
    ] {
      let found = try statements("encounters \(words) in 2023")
      #expect(found.count == 1, "\(words): \(found)")
      #expect(found.allSatisfy { $0.lowercased().contains(test) }, "\(words): \(found)")
    }
  }

  @Test("names that share words are those of the catalog, and other words stay what they are")
  func sharedNames() throws {
    for (line, columns) in [
      ("refugee admissions vs ceiling by year", "refugee admissions, refugee ceiling"),
      ("H-2A jobs certified vs visas by year", "H-2A jobs certified, H-2A visas"),
      ("credible fear referrals and decisions by year", "credible fear referrals, credible fear d"),
      ("smuggling prosecutions and convictions by year", "smuggling prosecutions, smuggling con"),
    ] {
      let found = try statements(line)
      #expect(found.count == 1 && found.allSatisfy { $0.hasPrefix(columns) }, "\(line): \(found)")
    }
    #expect(try statements("refugee admissions vs elephants by year").isEmpty)
    #expect(try statements("removals vs returns by year") == ["removals, returns by fy"])
  }
}
