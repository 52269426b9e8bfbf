import Store
import Testing

@Suite("JSON, read")
struct JSONReaderTests {
  private let reader: JSONReader

  init() throws { reader = try JSONReader() }

  @Test(
    "what a text is",
    arguments: [
      ("{}", JSONKind.object), (" [1] \r", .array), ("\"x\"", .text), ("5", .integer),
      ("5.0", .real), ("null", .null), ("true", .isTrue), ("false", .isFalse),
    ]
  )
  func kinds(_ text: String, _ kind: JSONKind) throws {
    #expect(try reader.kind(of: text) == kind)
  }

  @Test(
    "what is not JSON by RFC 8259",
    arguments: ["", "{", "{a: 1}", "[1,]", "01", "'x'", "NaN", "{} {}", "\"a\nb\""]
  )
  func notJSON(_ text: String) throws {
    #expect(try reader.kind(of: text) == nil)
  }

  @Test("members with their JSON and, of texts, their characters")
  func members() throws {
    let object = #"{"a": "é\n\"", "b": 12345678901234567890, "c": {"d": [1, 2.50]}, "e": null}"#
    #expect(try reader.member("a", of: object)?.text == "é\n\"")
    #expect(try reader.member("b", of: object)?.json == "12345678901234567890")
    #expect(try reader.member("b", of: object)?.text == nil)
    #expect(try reader.member("c.d", of: object)?.json == "[1,2.50]")
    #expect(try reader.member("e", of: object)?.kind == .null)
    #expect(try reader.member("f", of: object) == nil)
    #expect(try reader.names(of: object) == ["a", "b", "c", "e"])
  }

  @Test("names with signs are in quotes")
  func quotedNames() throws {
    let object = #"{"x": {"a.b/c": 1}}"#
    #expect(try reader.member(#"x."a.b/c""#, of: object)?.json == "1")
  }

  @Test("a text with U+0000 is not cut, but has no characters")
  func nulls() throws {
    #expect(try reader.member("a", of: #"{"a": "x\u0000y"}"#)?.kind == .text)
    #expect(try reader.member("a", of: #"{"a": "x\u0000y"}"#)?.text == nil)
    // An escaped backslash is no escape.
    #expect(try reader.member("a", of: #"{"a": "x\\u0000y"}"#)?.text == #"x\u0000y"#)
  }

  @Test("elements of an array, each as JSON")
  func elements() throws {
    let array = #"[{"a":1}, "x", [2], null]"#
    #expect(try reader.elements(of: array) == [#"{"a":1}"#, #""x""#, "[2]", "null"])
    #expect(try reader.elements(of: "[]") == [])
  }

  @Test("a value that SQLite cannot find again is none, and not an empty one")
  func oddNames() throws {
    var found: [String: String?] = [:]
    try reader.readMembers(of: #"{"a\"b": 5, "c": 1.50, "d": null, "e": "x"}"#) { name, _, value in
      found[name] = .some(value)
    }
    #expect(found == [#"a"b"#: nil, "c": "1.50", "d": "", "e": "x"])
  }
}
