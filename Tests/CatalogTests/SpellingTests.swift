import Catalog
import TestSupport
import Testing

@Suite("Spellings")
struct SpellingTests {
  @Test(
    "case, accents, spaces, hyphens, underscores and plurals make no difference",
    arguments: [
      ("H-2A visas", "h2a visa"), ("Darién crossings", "darien_crossings"),
      ("Book-Outs", "bookout"), ("Curaçao", "CURACAO"),
      ("U.S. Virgin Islands", "us virgin islands"),
      ("countries", "country"), ("Côte d’Ivoire", "cote divoire"), ("got-aways", "gotaways"),
    ]
  )
  func same(_ a: String, _ b: String) {
    #expect(Spelling.key(of: a) == Spelling.key(of: b))
  }

  @Test(
    "what tells names apart stays",
    arguments: [("287(g)", "287 g"), ("a, b", "a b"), ("removals", "returns"), ("h2a", "h2b")]
  )
  func different(_ a: String, _ b: String) {
    #expect(Spelling.key(of: a) != Spelling.key(of: b))
  }

  @Test("a text without letters and digits has no key", arguments: ["", " ", "-", "…", "\u{301}"])
  func empty(_ text: String) {
    #expect(Spelling.key(of: text).isEmpty)
  }

  /// Names of ASCII are folded at once, others word by word: both give the same.
  @Test("the key of a text is what its words add to it", arguments: 0..<200)
  func isMadeOfWords(_ seed: UInt64) {
    var dice = Dice(seed: seed)
    let letters = Array("aeisSuyxXhc  '.,()&+-_/09Zé’\u{301}")
    let text = String((0..<40).map { _ in letters.randomElement(using: &dice) ?? "a" })
    #expect(Spelling.key(of: text) == Spelling.words(of: text).map(\.key).joined())
    let plain = text.filter(\.isASCII)
    #expect(Spelling.key(of: plain) == Spelling.words(of: plain).map(\.key).joined())
  }

  @Test(
    "plural endings",
    arguments: [
      ("classes", "class"), ("boxes", "box"), ("batches", "batch"), ("gas", "gas"),
      ("visas", "visa"), ("bus", "bus"), ("alibis", "alibis"), ("cases", "case"), ("ties", "tie"),
      ("countries", "country"), ("crushes", "crush"), ("census", "census"),
    ]
  )
  func plural(_ word: String, _ key: String) {
    #expect(Spelling.key(of: word) == key)
  }
}
