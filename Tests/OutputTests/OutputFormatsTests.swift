import Output
import Testing

@Suite("The list of formats")
struct OutputFormatsTests {
  @Test("every format is found by its name, and says what it is for")
  func names() {
    for format in OutputFormats.all {
      #expect(OutputFormats.format(named: format.name) == format)
      #expect(!format.summary.isEmpty)
      #expect(!format.uses.isDisjoint(with: [.answers, .checks, .lists]), "\(format.name)")
    }
    #expect(OutputFormats.format(named: "xml") == nil)
  }

  @Test(
    "the name of a file tells its format",
    arguments: [
      ("a.json", "json"), ("out/b.CSV", "csv"), ("c.md", "markdown"), ("d.htm", "html"),
      ("e.svg", "svg"), ("f.ndjson", "jsonl"), ("g.txt", "table"),
    ]
  )
  func endings(_ path: String, _ format: String) {
    #expect(OutputFormats.format(ofFile: path)?.name == format)
  }

  @Test("other names tell none", arguments: ["a", "a.b/c", "json", "a.report", "a.", ""])
  func noEnding(_ path: String) {
    #expect(OutputFormats.format(ofFile: path) == nil)
  }
}
