import Asking
import Catalog
import Foundation
import Planner
import QueryLanguage
import Reading
import SQLCompiler
import Store
import TestSupport
import Testing

/// What holds of every line that is read, whatever its words.
@Suite("Properties of reading")
struct ReadingProperties {
  /// Parts of words that only hold a line together: without them it may mean the same.
  private static let binding: Set<SpokenWord.Part> = [
    .filler, .kind, .trait, .amount, .each, .origin, .place, .with, .and, .under, .since, .fact,
    .list,
    .compare, .against, .to, .unitOfYear, .heading, .degree, .level,
    // A time that is the one which is shown where none is said.
    .often, .period,
    // Words of which another says the same: `highest … ever`, `up or down`, `between … and`.
    .ever, .rise, .fall, .between, .ordinal,
  ]

  private static func pairs() throws -> [(line: String, meaning: String)] {
    let path = ShippedDatabase.repository + "/Tests/ReadingTests/Pairs/read.tsv"
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { row in
      let parts = row.components(separatedBy: "\t")
      return (parts[0], parts[1])
    }
  }

  @Test("a word that is dropped changes the reading, unless it only holds the line together")
  func dropping() throws {
    let database = try ShippedDatabase.open()
    let pipeline = Pipeline(database)
    for pair in try Self.pairs() {
      guard case .questions(let found)? = pipeline.readings(of: pair.line) else { continue }
      let words = pair.line.filter { $0 != "," && $0 != "?" }.split(separator: " ").map(String.init)
      for place in words.indices where !isBinding(words, place, pipeline) {
        var rest = words
        rest.remove(at: place)
        guard case .questions(let other)? = pipeline.readings(of: rest.joined(separator: " ")),
          // The words of a sentence that is told as not read add nothing, as is said.
          !found.contains(where: { $0.notes.contains { $0.hasPrefix("Not read:") } })
        else { continue }
        #expect(
          other.map(\.statement) != found.map(\.statement),
          "\(pair.line): `\(words[place])` adds nothing to \(found.map(\.statement))"
        )
      }
    }
  }

  /// Whether a word, by itself or with one beside it, is known to add nothing by itself.
  private func isBinding(_ words: [String], _ place: Int, _ pipeline: Pipeline) -> Bool {
    // Inside a name of several words one of them may be left out: `rio grande`.
    for start in max(0, place - 4)...place {
      for end in place..<min(words.count, place + 5) where end > start {
        if !matches(words[start...end].joined(separator: " "), pipeline).isEmpty { return true }
      }
    }
    // A number of rows that is the one which is shown where none is said; a slip of what is counted.
    if words[place] == "5" || words[place] == "five" { return true }
    if matches(words[place], pipeline).isEmpty { return true }
    if words.contains("ever"), ["highest", "busiest", "lowest"].contains(words[place]) {
      return true
    }
    // A record is one of months, or of the years that something is published by.
    if words[place].hasPrefix("month") || words[place].hasPrefix("year") { return true }
    // The year of a month is the newest that is held.
    if Int(words[place]) != nil, place > 0, words[..<place].contains(where: isMonth) { return true }
    let own = matches(words[place], pipeline)
    let parts = own.compactMap { match in
      match.kind == .word ? pipeline.catalog.word(match.target)?.part : nil
    }
    return parts.contains(where: Self.binding.contains)
      || isSaidTwice(words, place, pipeline)
      || words[place].allSatisfy { !$0.isLetter && !$0.isNumber }
  }

  /// Whether a verb says again what a noun beside it counts, `drugs seized`; or what is counted is
  /// what is mostly counted of a value.
  private func isSaidTwice(_ words: [String], _ place: Int, _ pipeline: Pipeline) -> Bool {
    matches(words[place], pipeline).contains { match in
      let part = match.kind == .word ? pipeline.catalog.word(match.target)?.part : nil
      return match.kind == .phrase || match.kind == .measure || part == .counted || part == .topic
    }
  }

  private func isMonth(_ word: String) -> Bool {
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    return months.contains { word.lowercased().hasPrefix($0) }
  }

  private func matches(_ text: String, _ pipeline: Pipeline) -> [NameMatch] {
    // A word that keeps a text to nothing less is unknown in typed lines.
    pipeline.catalog.matches(key: Spelling.key(of: text)).filter { match in
      match.kind != .word || pipeline.catalog.word(match.target)?.part != .plain
    }
  }

  /// Words that add nothing, put between the clauses of a question.
  private static let fillers = ["please", "the", "show me", "", "data", "hey"]

  @Test("the clauses of a question may be moved and words without meaning put between them")
  func moving() throws {
    let pipeline = Pipeline(try ShippedDatabase.open())
    var tried = 0
    for (place, clauses) in Self.questions.enumerated() {
      let canonical = clauses.joined(separator: " ")
      guard let plan = try? pipeline.plan(canonical) else { continue }
      for order in Self.orders(of: clauses.count) {
        let filler = Self.fillers[(place + order[0]) % Self.fillers.count]
        let moved = order.map { clauses[$0] }.joined(separator: " \(filler) ")
        let line = "\(filler) \(moved)?".trimmingCharacters(in: .whitespaces)
        guard case .questions(let found)? = pipeline.readings(of: line) else {
          // What the language understands is not read.
          if (try? pipeline.plan(line)) == nil { Issue.record("not read: \(line)") }
          continue
        }
        tried += 1
        let read = found.count == 1 ? try? pipeline.plan(found[0].statement) : nil
        let same = read.map { pipeline.compile($0).sql } == pipeline.compile(plan).sql
        #expect(same, "\(line)\n  read as \(found.map(\.statement))\n  and not \(canonical)")
      }
    }
    #expect(tried > 300)
  }

  @Test("what is left out is never what is kept to")
  func leavingOut() throws {
    let pipeline = Pipeline(try ShippedDatabase.open())
    var tried = 0
    for clauses in Self.questions where clauses.count == 3 && clauses[1].hasPrefix("for ") {
      let value = clauses[1].dropFirst("for ".count)
      for word in ["other than", "except", "excluding", "not including"] {
        let line = "\(clauses[0]) \(word) \(value) \(clauses[2])"
        guard case .questions(let found)? = pipeline.readings(of: line) else { continue }
        tried += 1
        #expect(
          found.allSatisfy { $0.statement.contains("!=") || $0.statement.contains("not in") },
          "\(line)\n  read as \(found.map(\.statement))"
        )
      }
    }
    #expect(tried > 50)
  }

  /// Questions by their clauses, of many measures.
  private static var questions: [[String]] {
    let counted: [(String, [String])] = [
      ("encounters", ["mexico", "single adults", "southwest"]),
      ("apprehensions", ["tucson", "yuma"]), ("drug seizures", ["fentanyl", "cocaine"]),
      ("removals", ["guatemala", "honduras"]), ("asylum grants", ["china", "venezuela"]),
      ("refugee admissions", ["syria", "burma"]), ("ICE removals", ["brazil"]),
      ("people in ICE detention", ["convicted of a crime"]), ("H-2A visas", ["mexico"]),
      ("border patrol agents", ["tucson"]),
      ("ERO administrative arrests", ["convicted of a crime"]),
    ]
    let times = ["in fy2022", "in fy2019", "since fy2015", "from fy2016 to fy2018", "in mar 2023"]
    let keys = ["by month", "by fy"]
    return counted.flatMap { name, values in
      values.flatMap { value in
        times.flatMap { time in
          // Several years without a breakdown are a series in own words.
          (time.hasPrefix("in ") ? [[name, "for \(value)", time]] : [])
            + keys.map { [name, "for \(value)", $0, time] }
        }
      }
    }
  }

  /// Orders in which so many clauses can come.
  private static func orders(of count: Int) -> [[Int]] {
    count == 3
      ? [[2, 0, 1], [0, 2, 1], [2, 1, 0]]
      : [[3, 0, 1, 2], [0, 2, 3, 1], [3, 2, 0, 1], [2, 0, 3, 1]]
  }
}
