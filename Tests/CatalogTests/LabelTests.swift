import Catalog
import Testing

@Suite("Labels of tables")
struct LabelTests {
  @Test(
    "signs tell labels apart",
    arguments: [
      ("<18", "18"), ("18", "18+"), ("18", "18-"), (">18", "<18"), ("A", "A-"), ("-", "*"),
      ("€", "*"),
      ("18-24", "1824"), ("H-2A", "H2A"), ("1 8", "18"), ("Visa", "Visas"), ("≤18", "<18"),
      ("A*", "A"),
    ]
  )
  func different(_ one: String, _ other: String) {
    #expect(Label.key(of: one) != Label.key(of: other))
  }

  @Test(
    "case, accents and spaces make no difference",
    arguments: [
      ("Foo", "fOO"), ("Haití", "haiti"), ("Hai\u{301}ti", "Háiti"), (" El  Paso ", "El Paso"),
      ("El\u{a0}Paso", "el paso"),
    ]
  )
  func same(_ one: String, _ other: String) {
    #expect(Label.key(of: one) == Label.key(of: other))
  }

  @Test(
    "what a known name may be written like",
    arguments: [
      ("Guinea-Bissau", "guinea bissau"), ("H-2A visas", "H2A visa"),
      ("U.S. Border Patrol", "US Border Patrol"),
      ("Cote d'Ivoire", "Côte d’Ivoire"), ("Guinea – Bissau", "Guinea-Bissau"), ("18–24", "18-24"),
    ]
  )
  func spellings(_ text: String, _ name: String) {
    #expect(Label.isSpelling(text, of: name))
  }

  @Test(
    "what is no spelling of a known name",
    arguments: [
      ("<18", "18"), ("18-", "18"), ("18-24", "1824"), ("Other*", "Other"), ("-18", "18"),
    ]
  )
  func otherLabels(_ text: String, _ name: String) {
    #expect(!Label.isSpelling(text, of: name))
  }

  @Test("footnotes after names")
  func footnotes() {
    #expect(Label.withoutFootnote("Other Drugs**") == "Other Drugs")
    #expect(Label.withoutFootnote("China †") == "China")
    #expect(Label.withoutFootnote("China") == nil)
    #expect(Label.withoutFootnote("18*") == nil)
    #expect(Label.withoutFootnote("*") == nil)
  }
}
