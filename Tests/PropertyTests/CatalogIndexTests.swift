import Foundation
import Output
import Shell
import TestSupport
import Testing

@Suite("What is known of a name")
struct CatalogIndexTests {
  private static let lists = [
    "measures", "dimensions", "datasets", "sources", "documents", "claims", "figures", "programs",
    "events", "gaps",
  ]

  /// Things that are never described without something to ask next.
  private static let sayWhatNext = ["measures", "programs", "documents", "gaps"]

  /// The names that a list shows, by which `describe` finds the things.
  private static func names(of list: String) throws -> [String] {
    let rows = try JSONSerialization.jsonObject(with: Data(reply("show \(list) | json").utf8))
    let keys = [
      "measures": "measure", "dimensions": "dimension", "programs": "id", "events": "id",
      "gaps": "id",
    ]
    let key = keys[list] ?? String(list.dropLast())
    return (rows as? [[String: Any]] ?? []).compactMap { $0[key] as? String }
  }

  private static func reply(_ statement: String) throws -> String {
    let sink = CollectingSink()
    var session = Session(try ShippedDatabase.open(), sink: sink)
    #expect(try session.reply(to: statement) == .done, "\(statement)\n\(sink.complaint)")
    return sink.answer
  }

  @Test("everything in a list has a page, and every question on it is answered", arguments: lists)
  func pages(_ list: String) throws {
    let names = try Self.names(of: list)
    #expect(!names.isEmpty)
    let sink = CollectingSink()
    var session = Session(try ShippedDatabase.open(), sink: sink)
    var asked: Set<String> = []
    for name in names {
      let before = sink.answer.count
      let outcome = try session.reply(to: "describe \(name)")
      #expect(outcome == .done, "describe \(name)\n\(sink.complaint)")
      let page = String(sink.answer.dropFirst(before))
      #expect(page.split(separator: "\n").count > 1, "describe \(name)")
      let questions = Self.questions(on: page)
      #expect(!questions.isEmpty || !Self.sayWhatNext.contains(list), "describe \(name)")
      for question in questions where asked.insert(question).inserted {
        let outcome = try session.reply(to: question)
        #expect(outcome == .done, "describe \(name): \(question)\n\(sink.complaint)")
      }
    }
  }

  /// The lines under `to ask next`.
  private static func questions(on page: String) -> [String] {
    var questions: [String] = []
    var isInside = false
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if isInside, line.hasPrefix("    ") { questions.append(String(line.dropFirst(4))) }
      isInside = line == "  to ask next" || isInside && line.hasPrefix("    ")
    }
    return questions
  }

  @Test("every dimension's values can be listed and described")
  func values() throws {
    let times = ["fy", "quarter", "month", "cy", "date"]
    for dimension in try Self.names(of: "dimensions") where !times.contains(dimension) {
      let rows = try JSONSerialization.jsonObject(
        with: Data(Self.reply("show values of \(dimension) | json").utf8)
      )
      let values = (rows as? [[String: Any]] ?? []).compactMap { $0["value"] as? String }
      #expect(!values.isEmpty, "\(dimension)")
      for value in values.prefix(3) { _ = try Self.reply("describe \(value)") }
    }
  }

  @Test("a page fits the screen", arguments: [40, 80, 120])
  func fits(_ width: Int) throws {
    let sink = CollectingSink()
    var session = Session(
      try ShippedDatabase.open(),
      sink: sink,
      style: OutputStyle(width: width)
    )
    for list in ["measures", "programs", "documents"] {
      for name in try Self.names(of: list).prefix(20) {
        _ = try session.reply(to: "describe \(name)")
      }
      _ = try session.reply(to: "show \(list)")
    }
    // An id longer than the line cannot be broken; questions stay whole, to be copied.
    let long = sink.answer.split(separator: "\n").filter {
      $0.count > width && $0.split(separator: " ").count > 1 && width > 40
    }
    #expect(long.isEmpty, "\(long.prefix(3))")
  }

  @Test(
    "singular and plural, case, accents and hyphens make no difference",
    arguments: [
      ("show document about Removal", "show documents about removals"),
      ("show values of country about CURACAO", "show value of citizenship about Curaçao"),
      ("show measures about h2a", "show measures about H-2A"),
    ]
  )
  func folds(_ typed: String, _ meant: String) throws {
    #expect(try Self.reply("\(typed) | csv") == Self.reply("\(meant) | csv"))
  }
}
