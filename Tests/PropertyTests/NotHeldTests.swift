import Asking
import Catalog
import QueryLanguage
import Store
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
}
