import Catalog
import Testing

@Suite("Slips of one letter")
struct WordSlipTests {
  @Test(
    "a letter too many, too few or another, or two that changed places",
    arguments: [
      ("removls", "removals"), ("removalss", "removals"), ("remobals", "removals"),
      ("reomvals", "removals"), ("emovals", "removals"), ("removal", "removals"),
    ]
  )
  func one(_ typed: String, _ word: String) {
    #expect(WordSlips.isOne(from: typed, to: word))
    #expect(!Set(WordSlips.keys(of: typed)).isDisjoint(with: WordSlips.keys(of: word)))
  }

  @Test(
    "nothing, or more than one",
    arguments: [
      ("removals", "removals"), ("remvls", "removals"), ("ermovasl", "removals"),
      ("slavomer", "removals"), ("", "removals"), ("returns", "removals"),
    ]
  )
  func other(_ typed: String, _ word: String) {
    #expect(!WordSlips.isOne(from: typed, to: word))
  }
}
