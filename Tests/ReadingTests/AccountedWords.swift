import Asking
import Catalog
import Foundation
import Planner
import QueryLanguage
import Reading
import Store
import TestSupport
import Testing

/// Every word of a line that carries meaning is in what it is read as, or the line is not read.
@Suite("Words that are accounted for")
struct AccountedWords {
  /// The rows of the table of words, as they are written.
  private static let words: [(text: String, part: String, means: String)] = {
    let path = ShippedDatabase.repository + "/seed/catalog/words.csv"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return cells.count > 2 ? (cells[0], cells[1], cells[2]) : nil
    }
  }()

  /// The measures that a statement begins with.
  private func counted(_ statement: String, _ pipeline: Pipeline) throws -> [Measure] {
    let query = try Query(parsing: statement, catalog: pipeline.catalog)
    return try query.resolved(against: pipeline.catalog).columns.flatMap(\.measures)
  }

  private func questions(_ line: String, _ pipeline: Pipeline) -> [String] {
    guard case .questions(let found)? = pipeline.readings(of: line) else { return [] }
    return found.map(\.statement)
  }

  @Test("a unit is never dropped: what is counted has it, or the word is named")
  func units() throws {
    let pipeline = Pipeline(try ShippedDatabase.open())
    let units = Self.words.filter { $0.part == "trait" && $0.means.hasPrefix("unit=") }
    #expect(units.count > 10)
    var refused = 0
    for measure in pipeline.catalog.measures() where measure.kind == .flow {
      for word in units where word.text.contains(" ") {
        let unit = String(word.means.dropFirst("unit=".count))
        for statement in questions("how many \(word.text) \(measure.name) last year", pipeline) {
          let own = try counted(statement, pipeline).map(\.unit)
          #expect(own.contains(unit), "\(word.text) \(measure.name): \(statement)")
        }
        if measure.unit != unit { refused += 1 }
      }
    }
    #expect(refused > 300)
  }

  @Test("a limit is no count of what came up to it")
  func limits() throws {
    let pipeline = Pipeline(try ShippedDatabase.open())
    let reached = Self.words.filter { $0.part == "filler" && $0.means == "reach" }.map(\.text)
    #expect(!reached.isEmpty)
    for measure in pipeline.catalog.measures() where measure.kind == .limit {
      for word in reached {
        let line = "was the \(measure.name) \(word) in 2023"
        #expect(questions(line, pipeline).isEmpty, "\(line)")
      }
    }
  }

  @Test("who counted is who was named")
  func publishers() throws {
    let pipeline = Pipeline(try ShippedDatabase.open())
    let names = Set(pipeline.catalog.measures().map(\.name))
    let own = names.filter { $0.hasPrefix("ICE ") && names.contains(String($0.dropFirst(4))) }
    #expect(!own.isEmpty)
    for name in own {
      for words in ["according to ICE", "per ICE data", "from ICE data"] {
        let line = "\(name.dropFirst(4)) \(words) in 2019"
        let found = questions(line, pipeline)
        #expect(found.count == 1, "\(line)")
        #expect(found.allSatisfy { $0.hasPrefix(name) }, "\(line): \(found)")
      }
    }
  }

  @Test("a name that people use for several countries is each of them, or it is said which")
  func namesakes() throws {
    let pipeline = Pipeline(try ShippedDatabase.open())
    var meanings: [String: Set<String>] = [:]
    for word in Self.words where word.part == "value" && word.means.hasPrefix("citizenship=") {
      meanings[word.text, default: []].insert(word.means)
    }
    // A group that has the name is all of them.
    let shared = meanings.filter { name, values in
      values.count > 1
        && !pipeline.catalog.matches(key: Spelling.key(of: name)).contains { $0.kind == .group }
    }.keys.sorted()
    #expect(shared.count > 10)
    for name in shared {
      for measure in ["refugee admissions", "apprehensions", "removals"] {
        let line = "\(measure) of \(name) in 2012"
        guard case .questions(let found)? = pipeline.readings(of: line) else { continue }
        let isTold = found.contains { $0.notes.contains { $0.contains("and not") } }
        #expect(found.count > 1 || isTold || found.allSatisfy(hasNone(pipeline)), "\(line)")
      }
    }
    // The language asks back, too.
    #expect(pipeline.readings(of: "refugee admissions for congo in fy2023") != nil)
    #expect(pipeline.readings(of: "refugee admissions for DRC in fy2023") == nil)
  }

  /// Whether a reading has no answer, so that no figure is shown for what was not meant.
  private func hasNone(_ pipeline: Pipeline) -> (Reading) -> Bool {
    { reading in (try? pipeline.plan(reading.statement)) == nil }
  }

  @Test("a part and the whole that has it are never one figure")
  func parts() throws {
    let pipeline = Pipeline(try ShippedDatabase.open())
    let catalog = pipeline.catalog
    let measures = catalog.measures()
    var tried = 0
    for whole in measures {
      for part in measures where part != whole && catalog.isPart(part, of: whole) {
        for statement in questions("how many \(part.name) and \(whole.name) in 2019", pipeline) {
          tried += 1
          #expect(
            (try? pipeline.plan(statement)) == nil,
            "\(part.name), \(whole.name): \(statement)"
          )
        }
      }
    }
    #expect(tried > 5)
  }

  @Test("`both` needs two things")
  func pairs() throws {
    let pipeline = Pipeline(try ShippedDatabase.open())
    for line in ["encounters at both borders 2023", "both encounters in 2022"] {
      #expect(questions(line, pipeline).isEmpty, "\(line)")
    }
    let pair = "both mexicans and guatemalans encountered in 2023"
    #expect(!questions(pair, pipeline).isEmpty)
  }

  @Test("how many seizures is a number of them, how much a weight")
  func numbers() throws {
    let pipeline = Pipeline(try ShippedDatabase.open())
    for drug in ["heroin ", "fentanyl ", "cocaine ", "meth "] {
      for words in ["how many", "number of", "what is the number of"] {
        let found = questions("\(words) \(drug)seizures in 2023", pipeline)
        #expect(found.count == 1)
        #expect(
          found.allSatisfy { $0.hasPrefix("drug seizure events") },
          "\(words) \(drug): \(found)"
        )
      }
      let weight = questions("how many pounds of \(drug)seizures in 2023", pipeline)
      #expect(weight.allSatisfy { $0.hasPrefix("drug seizures") }, "\(drug): \(weight)")
    }
  }

  @Test("a year that is typed is in what the line is read as")
  func years() throws {
    let pipeline = Pipeline(try ShippedDatabase.open())
    let path = ShippedDatabase.repository + "/Tests/ReadingTests/Pairs/read.tsv"
    var tried = 0
    for row in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let line = row.components(separatedBy: "\t")[0]
      let years = line.split { !$0.isNumber }.compactMap { Int($0) }
        .filter { (1900...2030).contains($0) }
      for statement in questions(line, pipeline) {
        for year in years {
          tried += 1
          let end = String(year % 100 + 100).dropFirst()
          // Decades, and what a part of a year reaches into, are said by their ends.
          let isSaid = [year, year - 1, year + 1, year + 9].contains {
            statement.contains(String($0 % 100 + 100).dropFirst())
          }
          #expect(isSaid || statement.contains("previous year"), "\(line) (\(end)): \(statement)")
        }
      }
    }
    #expect(tried > 300)
  }

  @Test("what figures are published by is never told as not held, whatever it is called")
  func breakdowns() throws {
    let pipeline = Pipeline(try ShippedDatabase.open())
    let catalog = pipeline.catalog
    let keys = Self.words.filter { $0.part == "key" }
    var tried = 0
    for measure in catalog.measures() where !catalog.notHeld(of: measure.id).isEmpty {
      let published = catalog.publishedDimensions(of: measure)
      for dimension in catalog.dimensions() where published.contains(dimension.id) {
        guard (try? pipeline.plan("\(measure.name) by \(dimension.name)")) != nil else { continue }
        for word in keys where [dimension.name, dimension.key].contains(word.means) {
          tried += 1
          let line = "\(measure.name) by \(word.text)"
          if case .notHeld(let told)? = pipeline.readings(of: line) {
            Issue.record("\(line) is told as not held: \(told.thing.name)")
          }
        }
      }
    }
    #expect(tried > 100)
  }

  @Test("a period after the newest figure is told where it is compared with another")
  func newerPeriods() throws {
    let pipeline = Pipeline(try ShippedDatabase.open())
    for line in ["deportations 2026 compared to 2024", "removals 2022, 2026"] {
      guard case .questions(let found)? = pipeline.readings(of: line) else { continue }
      #expect(
        found.allSatisfy { $0.notes.contains { $0.contains("Nothing is held of FY2026") } },
        "\(line)"
      )
    }
  }

  @Test("the newest administration adds nothing to the year so far, and others are not dropped")
  func newestTerm() throws {
    let pipeline = Pipeline(try ShippedDatabase.open())
    let plain = questions("how many people were deported this year", pipeline)
    #expect(plain.count == 1)
    #expect(questions("how many people has trump deported this year", pipeline) == plain)
    #expect(questions("how many people has biden deported this year", pipeline).isEmpty)
  }

  @Test(
    "numbers before years are years, and no count of rows",
    arguments: [
      ("lowest number of border arrests in 50 years", "last 50 fy"),
      ("highest apprehensions in 10 years", "last 10 fy"),
      ("highest encounters in 24 months", "last 24 months"),
    ]
  )
  func spans(line: String, said: String) throws {
    let pipeline = Pipeline(try ShippedDatabase.open())
    let found = questions(line, pipeline)
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.contains(said) }, "\(line): \(found)")
  }
}
