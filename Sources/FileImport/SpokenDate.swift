import Catalog

/// A day that a text speaks of, with what precedes it: `data are updated through 04/04/2026`.
struct SpokenDate {
  let before: String
  let day: Day

  static func all(in text: String) -> [SpokenDate] {
    let words = text.split { $0 == " " || $0 == "\n" || $0 == "\t" }
    var before = ""
    return words.compactMap { word in
      defer { before += " " + word }
      guard let day = PeriodText.day(date(word)).flatMap({ Day(code: $0) }) else { return nil }
      return SpokenDate(before: before, day: day)
    }
  }

  /// Its digits and the signs between them: `04/04/2026`, which some write `04.04.2026`.
  private static func date(_ word: Substring) -> String {
    let date = word.prefix { "0123456789/-.".contains($0) }.split(
      separator: ".",
      omittingEmptySubsequences: false
    )
    let parts = date.filter { !$0.isEmpty }
    return parts.joined(separator: parts.count == 3 ? "/" : "")
  }
}
