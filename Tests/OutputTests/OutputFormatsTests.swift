import Output
import Testing

@Suite("The list of formats")
struct OutputFormatsTests {
  @Test("every format is found by its name, and says what it is for")
  func names() {
    #expect(
      OutputFormats.all.map { $0.name } == [
        "table", "json", "jsonl", "csv", "chart", "report", "claimreview",
      ]
    )
    for format in OutputFormats.all {
      #expect(OutputFormats.format(named: format.name) == format)
      #expect(!format.summary.isEmpty)
    }
    #expect(OutputFormats.format(named: "xml") == nil)
  }
}
