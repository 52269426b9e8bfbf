import Foundation
import Shell
import TestSupport
import Testing

/// Whether replies are written instead of compared. A run that records ends red, so that CI never
/// passes on a fresh recording.
private let isRecording = ProcessInfo.processInfo.environment["RECORD"] != nil

@Suite("Pages")
struct PageTests {
  @Test("what a page shows is what the program says", arguments: Page.all)
  func replays(_ page: Page) throws {
    let written = try page.read()
    let replayed = try page.replayed()
    if isRecording, replayed != written { try page.write(replayed) }
    #expect(replayed == written, "`make record` writes the replies anew: read the diff")
  }

  @Test("the reference lists every clause, format and command")
  func reference() throws {
    let page = Page(path: "docs/reference.md")
    let generated = ReferencePage.page
    let written = (try? page.read()) ?? ""
    if isRecording, written != generated { try page.write(generated) }
    #expect(written == generated, "`make record` writes the reference anew")
  }

  @Test(
    "every clause and statement has a page with an example of its own",
    arguments: ReferencePage.clausePages + ReferencePage.statementPages
  )
  func clauseIsDocumented(_ name: String) throws {
    let path = "docs/language/\(name).md"
    let page = try #require(
      try? Page(path: path).read(),
      "\(path) is missing: it explains `\(name)`, with an example in a ```tally block"
    )
    #expect(page.contains("```tally"), "\(path) has no example in a ```tally block")
    let contents = try Page(path: "docs/language/README.md").read()
    #expect(
      contents.contains("](\(name).md)"),
      "docs/language/README.md: the table of pages should have a link to \(name).md"
    )
  }
}
