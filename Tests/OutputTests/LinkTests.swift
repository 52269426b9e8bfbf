import Output
import Results
import Testing

@Suite("Links of sources")
struct LinkTests {
  @Test("a source leads to its address where the terminal may be told, line by line")
  func links() {
    var style = OutputStyle(width: 60)
    style.hasLinks = true
    let table = Answer.removals.written(as: TableFormat.self, style: style)
    let opening = "\u{1B}]8;id="
    let linked = table.split(separator: "\n").filter { $0.contains(opening) }
    #expect(linked.count == 2, "one source of two lines has an address")
    for line in linked {
      #expect(line.contains(";https://ohss.dhs.gov/\u{1B}\\"))
      #expect(line.hasSuffix("\u{1B}]8;;\u{1B}\\"))
    }
    let plain = Answer.removals.written(as: TableFormat.self, style: OutputStyle(width: 60))
    #expect(!plain.contains("\u{1B}"))
    let words = table.split(separator: "\u{1B}").map { part -> Substring in
      part.hasPrefix("]8;") ? "" : part.hasPrefix("\\") ? part.dropFirst() : part
    }
    #expect(words.joined() == plain, "nothing else changes")
  }

  @Test("what a terminal acts on never gets into a link")
  func unsafeAddress() {
    var answer = Answer.removals
    answer.foot.sources[0] = .init(periods: "", text: "x", url: "https://a\u{7}b", key: "k")
    var style = OutputStyle(width: 60)
    style.hasLinks = true
    #expect(!answer.written(as: TableFormat.self, style: style).contains("\u{1B}"))
  }

  @Test(
    "bytes go into a clipboard as base64",
    arguments: [("", ""), ("a", "YQ=="), ("ab", "YWI="), ("abc", "YWJj"), ("fy\t1\n", "ZnkJMQo=")]
  )
  func clipboard(_ text: String, _ code: String) {
    var output = OutputBuffer()
    output.append(toClipboard: Array(text.utf8))
    #expect(output.text == "\u{1B}]52;c;\(code)\u{7}")
  }
}
