import Asking
import Output
import QueryLanguage
import Shell
import TestSupport
import Testing

@Suite("At the prompt")
struct PromptProperties {
  @Test("every hint can be answered as it is", arguments: [51, 52, 53])
  func hintsWork(_ seed: UInt64) throws {
    let shipped = try Shipped.shared.get()
    var given = 0
    shipped.check(60, seed: seed) { question, _ in
      let sink = CollectingSink()
      var session = Session(shipped.pipeline.database, sink: sink)
      guard try session.reply(to: question) == .done else { return }
      for _ in 0..<12 {
        guard let hint = session.hint() else { break }
        let statement = String(hint.dropFirst("try: ".count))
        guard !statement.contains(" > \"") else { continue }
        given += 1
        #expect(
          try session.reply(to: statement) == .done,
          "\(question)\n\(hint)\n\(sink.complaint)"
        )
        _ = try session.reply(to: question)
      }
    }
    #expect(given > 10, "too few hints to prove anything")
  }

  @Test("a session never gives a hint twice")
  func givesNoneTwice() throws {
    let sink = CollectingSink()
    var session = Session(try Shipped.shared.get().pipeline.database, sink: sink)
    var kinds: [Substring] = []
    for _ in 0..<20 {
      _ = try session.reply(to: "removals by fy")
      guard let hint = session.hint() else { break }
      kinds.append(hint.split(separator: "#").last ?? "")
      #expect(session.hint() == nil, "one answer has one hint")
    }
    #expect(kinds.count > 3)
    #expect(Set(kinds).count == kinds.count)
  }

  @Test("what completion offers after a command is taken", arguments: Commands.all.map { $0.name })
  func operands(_ name: String) throws {
    let database = try Shipped.shared.get().pipeline.database
    let session = Session(database, sink: CollectingSink())
    let line = ".\(name) "
    let offer = session.completion.offer(for: line, at: line.utf8.count)
    // What takes a file is offered those of this folder, which are something else.
    let ofFiles = ["read", "output", "once", "open", "import"]
    for item in offer.items.prefix(20) where !ofFiles.contains(name) {
      let sink = CollectingSink()
      var session = Session(database, sink: sink)
      session.terminalWidth = 80
      #expect(try session.reply(to: line + item.text) == .done, "\(item.text): \(sink.complaint)")
    }
  }

  @Test(
    "what completion offers after a statement is taken",
    arguments: ["show ", "show values of ", "describe ", "help ", "check claim ", "check figure "]
  )
  func statements(_ line: String) throws {
    let database = try Shipped.shared.get().pipeline.database
    var dice = Dice(seed: 61)
    let session = Session(database, sink: CollectingSink())
    let offer = session.completion.offer(for: line, at: line.utf8.count)
    #expect(!offer.items.isEmpty)
    for item in offer.items.shuffled(using: &dice).prefix(25) {
      let text = line + item.text
      guard !text.hasSuffix(" of") else { continue }
      let sink = CollectingSink()
      var session = Session(database, sink: sink)
      #expect(try session.reply(to: text) == .done, "\(text): \(sink.complaint)")
    }
  }
}
