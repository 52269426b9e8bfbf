import Asking
import Catalog
import Foundation
import QueryLanguage
import Reading
import Shell
import Store
import TestSupport
import Testing

@Suite("What is not in the data")
struct NotHeldTests {
  @Test("no name of it is a question that has an answer, and each is found in a line")
  func namesHaveNoAnswer() throws {
    let pipeline = try Shipped.shared.get().pipeline
    let known = pipeline.catalog.spellings(of: .notHeld)
    #expect(known.count > 300)
    for spelling in known {
      // What may have been meant instead is worked out elsewhere.
      #expect(throws: (any Error).self, "\(spelling.text)") {
        try pipeline.plan(pipeline.parse(spelling.text, suggesting: false))
      }
      let words = NotHeldWords(at: "show me \(spelling.text) in 2023", catalog: pipeline.catalog)
      #expect(words != nil, "\(spelling.text)")
    }
  }

  @Test("the nearest question of each has an answer")
  func nearestIsAnswered() throws {
    let pipeline = try Shipped.shared.get().pipeline
    let things = pipeline.catalog.notHeld()
    #expect(things.count >= 60)
    for thing in things {
      #expect(throws: Never.self, "\(thing.key): \(thing.nearest)") {
        try pipeline.plan(thing.nearest)
      }
    }
  }

  @Test("what is shown instead of a thing has an answer, and says that it is something else")
  func insteadIsAnswered() throws {
    let pipeline = try Shipped.shared.get().pipeline
    let catalog = pipeline.catalog
    var shown = 0
    for measure in catalog.measures() {
      for pair in catalog.notHeld(of: measure.id) where !pair.instead.isEmpty {
        shown += 1
        #expect(!pair.note.isEmpty)
        let answered = pair.instead.components(separatedBy: "; ").contains { text in
          let beside = catalog.matches(key: pair.beside).contains { $0.kind == .dimension }
          let broken = beside ? " by \(pair.beside)" : ""
          return (try? pipeline.plan(text + broken)) != nil
            || (try? pipeline.plan(text + " for ofo")) != nil
        }
        #expect(answered, "\(measure.name), \(pair.beside): \(pair.instead)")
      }
    }
    #expect(shown > 2)
  }

  @Test(
    "what is held of a measure, this year or by what it is published by, is not told to be missing"
  )
  func heldIsNotCaptured() throws {
    let pipeline = try Shipped.shared.get().pipeline
    let catalog = pipeline.catalog
    var asked = 0
    for measure in catalog.measures() {
      let name = "\"\(measure.name)\""
      let published = catalog.publishedDimensions(of: measure)
      let dimensions = catalog.dimensions().filter { published.contains($0.id) }
        .map { (" by \($0.name)", " by each \($0.name)") }
      let times = [(" fytd", " so far this fiscal year"), (" in fy2025", " in fiscal year 2025")]
      for (clause, words) in dimensions + times where (try? pipeline.plan(name + clause)) != nil {
        guard clause != " fytd" || isOfNow(measure, pipeline) else { continue }
        asked += 1
        let line = "please show me the \(measure.name)" + words
        if case .notHeld(let told)? = pipeline.readings(of: line) {
          Issue.record("\(line): told as \(told.thing.key)")
        }
      }
    }
    #expect(asked > 150)
  }

  /// Whether figures of a measure reach the year of the data.
  private func isOfNow(_ measure: Measure, _ pipeline: Pipeline) -> Bool {
    let newest = pipeline.catalog.holdings(of: measure.id)
      .flatMap { pipeline.catalog.runs(of: $0) }.map(\.days.last).max()
    return newest.map { $0.date.year >= 2026 } ?? false
  }

  @Test("a nearest question of a year is of the newest year that is held whole, or of a newer one")
  func nearestIsNew() throws {
    let shipped = try Shipped.shared.get()
    var compared = 0
    for thing in shipped.pipeline.catalog.notHeld() {
      let words = thing.nearest.split(separator: " ").map(String.init)
      guard let place = words.lastIndex(where: { $0.hasPrefix("fy20") || $0.hasPrefix("cy20") }),
        place > 0, words[place - 1] == "in", let year = Int(words[place].dropFirst(2))
      else { continue }
      var next = words
      next[place] = words[place].prefix(2) + "\(year + 1)"
      let question = next.joined(separator: " ")
      let sink = CollectingSink()
      var session = Session(shipped.pipeline.database, sink: sink)
      guard try session.reply(to: question) == .done else { continue }
      compared += 1
      #expect(sink.answer.contains("is partial:"), "\(thing.key): \(question) is held whole")
    }
    #expect(compared > 5)
  }
}
