import Testing

@testable import Importing

@Suite("Where a header begins")
struct HeaderStartTests {
  private func delimiter(_ text: String) -> Character {
    Array(text.utf8).withUnsafeBufferPointer {
      Character(UnicodeScalar(HeaderStart($0).delimiterOfTable))
    }
  }

  @Test(
    "what is between cells is that of the table, whatever its titles have",
    arguments: [
      ("a,b\n1,2\n", ","), ("a;b\n1,5;2\n", ";"), ("Title\n\na;b;c\n1;2;3\n", ";"),
      ("Title, and more\na\tb\n1\t2\n", "\t"), ("One; two\nthree | four\na|b|c\n1|2|3\n", "|"),
      ("\"a;b\"\na,b\n1,2\n", ","), ("\"x, \"\"y\"\"\"\na;b\n1;2\n", ";"), ("a\n1\n", ","),
      ("a;b\n", ";"), ("", ","), ("sep\n\n\n", ","),
    ]
  )
  func finds(_ text: String, _ sign: Character) {
    #expect(delimiter(text) == sign)
  }

  @Test("after a hundred titles the first line decides")
  func gives() {
    let titles = String(repeating: "a title\n", count: 100)
    #expect(delimiter("a;b\n" + titles + "c,d\n1,2\n") == ";")
  }
}
