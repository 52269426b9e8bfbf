import Output
import Testing

@Suite("The width of text on a terminal")
struct DisplayWidthTests {
  @Test(
    "counts what a reader sees",
    arguments: [
      ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("中", 2), ("한", 2), ("\u{1112}\u{1161}", 2),
      ("👩‍👧", 2), ("👍🏽", 2), ("🇺🇸", 2), ("❤️", 2), ("❤", 1), ("1️⃣", 2), ("\u{200B}", 0),
      ("–≈◐…", 4), ("クシ", 4), ("ｸｼ", 2), ("क्षि", 2), ("🏴󠁧󠁢󠁥󠁮󠁧󠁿", 2), ("\u{1FAE8}", 2), ("ไม้", 2),
    ]
  )
  func widths(text: String, width: Int) {
    #expect(text.displayWidth == width)
  }
}
