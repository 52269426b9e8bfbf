import Asking
import Catalog
import QueryLanguage
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
      #expect(throws: (any Error).self, "\(spelling.text)") { try pipeline.plan(spelling.text) }
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
