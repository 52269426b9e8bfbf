import Asking
import Catalog
import Foundation
import QueryLanguage
import Reading
import SQLCompiler
import TestSupport
import Testing

/// Lines as people type them, each with the question of the language that it means: written from the
/// rules alone, before any of them was tried.
@Suite("Lines in people's own words")
struct PairTests {
  /// A line, and what is said of it: a statement, `!WORD` that is named as not read, or `~ID` of
  /// something that is not held.
  private struct Pair {
    let line: String
    let meaning: String
  }

  private static func pairs(_ name: String) throws -> [Pair] {
    let path = ShippedDatabase.repository + "/Tests/ReadingTests/Pairs/\(name).tsv"
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { row in
      let parts = row.components(separatedBy: "\t")
      return Pair(line: parts[0], meaning: parts[1])
    }
  }

  @Test("mean the question that a careful person would write")
  func areRead() throws {
    let pipeline = Pipeline(try ShippedDatabase.open())
    let pairs = try Self.pairs("read")
    #expect(pairs.count > 500)
    for pair in pairs {
      guard case .questions(let found)? = pipeline.readings(of: pair.line), let only = found.first,
        found.count == 1
      else {
        Issue.record("not read as one question: \(pair.line)")
        continue
      }
      #expect(
        try same(only.statement, pair.meaning, pipeline),
        "\(pair.line)\n  read as \(only.statement)\n  and not \(pair.meaning)"
      )
    }
  }

  @Test("are not read where a word has no part, or what they ask for is not held")
  func areNotRead() throws {
    let pipeline = Pipeline(try ShippedDatabase.open())
    let pairs = try Self.pairs("not-read")
    #expect(pairs.count > 100)
    for pair in pairs {
      let readings = pipeline.readings(of: pair.line)
      if case .questions(let found)? = readings {
        // What it asks for is refused by the language, with its reason.
        #expect(
          found.allSatisfy { (try? pipeline.plan($0.statement)) == nil },
          "\(pair.line) is read as \(found.map(\.statement))"
        )
      }
      if pair.meaning.hasPrefix("~"), case .notHeld(let words)? = readings {
        #expect(pair.meaning.dropFirst() == words.thing.key[...], "\(pair.line)")
      }
      guard pair.meaning.hasPrefix("!"), case .notRead(let words, _, _)? = readings else {
        continue
      }
      let named = pair.meaning.dropFirst()
      #expect(
        words.contains { $0.lowercased().contains(named) },
        "\(pair.line) names \(words), not \(named)"
      )
    }
  }

  @Test("a reading is a statement of the language, which is never read again")
  func readingsAreLanguage() throws {
    let pipeline = Pipeline(try ShippedDatabase.open())
    for pair in try Self.pairs("read") {
      guard case .questions(let found)? = pipeline.readings(of: pair.line) else { continue }
      for reading in found where (try? pipeline.plan(reading.statement)) != nil {
        #expect(pipeline.readings(of: reading.statement) == nil, "\(reading.statement)")
      }
    }
  }

  @Test("the same line is always read alike, and `not` never gives the same question")
  func denying() throws {
    let pipeline = Pipeline(try ShippedDatabase.open())
    for pair in try Self.pairs("read") {
      guard case .questions(let found)? = pipeline.readings(of: pair.line),
        case .questions(let again)? = pipeline.readings(of: pair.line)
      else { continue }
      #expect(found == again)
      if case .questions(let denied)? = pipeline.readings(of: "not " + pair.line) {
        #expect(denied.allSatisfy { !found.contains($0) }, "not \(pair.line)")
      }
    }
  }

  /// Whether two statements ask the same: their SQL is the same, or they are the same words.
  private func same(_ one: String, _ other: String, _ pipeline: Pipeline) throws -> Bool {
    if one.lowercased() == other.lowercased() { return true }
    guard let first = try? pipeline.plan(one), let second = try? pipeline.plan(other) else {
      return false
    }
    return pipeline.compile(first).sql == pipeline.compile(second).sql
  }
}
