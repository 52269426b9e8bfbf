import Asking
import QueryLanguage
import Shell
import Store
import TestSupport
import Testing

@Suite("Help")
struct HelpTests {
  @Test(
    "what the first screen offers can be typed as it is",
    arguments: StartPage.questions + StartPage.checks + StartPage.catalogIndex
  )
  func starts(_ statement: String) throws {
    let sink = CollectingSink()
    var session = Session(try Shipped.shared.get().pipeline.database, sink: sink)
    #expect(try session.reply(to: statement) == .done, "\(sink.complaint)")
    #expect(!sink.answer.isEmpty)
  }

  @Test("the first screen is one screen")
  func isOneScreen() throws {
    let sink = CollectingSink()
    var session = Session(try Shipped.shared.get().pipeline.database, sink: sink)
    _ = try session.reply(to: "help")
    let lines = sink.answer.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 24)
    #expect(lines.allSatisfy { $0.count < 88 })
  }

  @Test("every clause's example is answered", arguments: Clauses.all.map { $0.example })
  func clauses(_ example: String) throws {
    _ = try Shipped.shared.get().plan(example).get()
  }

  @Test("every spelling of a period can be typed", arguments: PeriodHelp.spellings.map { $0.0 })
  func periods(_ spelling: String) throws {
    _ = try Shipped.shared.get().query("encounters in \(spelling)")
  }
}
