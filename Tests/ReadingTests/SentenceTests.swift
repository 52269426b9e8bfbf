import Asking
import Foundation
import Reading
import TestSupport
import Testing

/// Lines of several sentences: one asks, and the others lead to it.
@Suite("Sentences of a line")
struct SentenceTests {
  private func questions(_ line: String, _ pipeline: Pipeline) -> [Reading] {
    guard case .questions(let found)? = pipeline.readings(of: line) else { return [] }
    return found
  }

  private static func lines() throws -> [String] {
    let path = ShippedDatabase.repository + "/Tests/ReadingTests/Pairs/read.tsv"
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      .map { $0.components(separatedBy: "\t")[0] }
  }

  @Test(
    "what leads to a question changes nothing, and what has no meaning is told",
    arguments: [
      "I'm on deadline for a paper.", "Hello from the newsroom!", "Our boss wants a chart:",
      "for my thesis -",
    ]
  )
  func leads(lead: String) throws {
    let pipeline = Pipeline(try ShippedDatabase.open())
    var tried = 0
    for (index, line) in try Self.lines().enumerated() where index % 9 == lead.utf8.count % 9 {
      let own = questions(line, pipeline)
      guard !own.isEmpty, !line.contains(". "), !line.contains("? ") else { continue }
      tried += 1
      let found = questions("\(lead) \(line)", pipeline)
      #expect(
        found.map(\.statement) == own.map(\.statement),
        "\(lead) \(line): \(found.map(\.statement)), alone \(own.map(\.statement))"
      )
    }
    #expect(tried > 40)
  }

  @Test(
    "a sentence that names something else is not passed over",
    arguments: ["I'm only looking at women.", "It is about 2015.", "My topic is Hondurans."]
  )
  func restricts(lead: String) throws {
    let pipeline = Pipeline(try ShippedDatabase.open())
    for line in ["how many people were removed in 2020", "how many asylum grants in 2019"] {
      let plain = Set(questions(line, pipeline).map(\.statement))
      #expect(!plain.isEmpty)
      let found = questions("\(lead) \(line)", pipeline).map(\.statement)
      #expect(plain.isDisjoint(with: found), "\(lead) \(line): \(found)")
    }
  }

  @Test("two questions are not one")
  func several() throws {
    let pipeline = Pipeline(try ShippedDatabase.open())
    let line = "I need two numbers. how many refugees in 2019? how many H-2A visas in 2020?"
    #expect(questions(line, pipeline).isEmpty)
  }
}
