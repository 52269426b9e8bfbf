import Catalog
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
}
