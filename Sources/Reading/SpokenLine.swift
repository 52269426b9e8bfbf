import Catalog
import QueryLanguage

/// A line as people type it, without the signs that mean nothing in speech: quotation marks around
/// words, brackets around a remark, `$` before an amount.
struct SpokenLine {
  /// What is left, as words that the lexer of the language can distinguish.
  private(set) var text = ""

  init(_ typed: String) {
    let characters = Array(typed)
    var index = 0
    var open = 0
    while index < characters.count {
      let sign = characters[index]
      let before = index > 0 ? characters[index - 1] : " "
      let after = index + 1 < characters.count ? characters[index + 1] : " "
      switch sign {
      case "\"", "\u{201C}", "\u{201D}", "\u{AB}", "\u{BB}", "*": text += " "
      case "'", "\u{2018}", "\u{2019}":
        // An apostrophe is inside a word.
        let isInside = before.isLetter && after.isLetter
        text += isInside ? "'" : Self.isShortYear(characters, index) ? "20" : " "
      case "=" where before == " " && after == " ": text += ","
      case "(" where !before.isLetter && !before.isNumber:
        open += 1
        text += ","
      case ")" where open > 0:
        open -= 1
        text += ","
      case "?", "!", "\u{BF}", "\u{A1}": text += " "
      case "$" where !after.isLetter: text += " "
      case "&": text += " and "
      case "\u{2013}", "\u{2212}": text += "-"
      case "\u{2014}": text += ","
      case "+" where before != "+" && after != "+": text += " plus "
      case ">" where after != "=": text += " more than "
      case "<" where after != "=": text += " less than "
      case ">", "\u{2265}": text += " at least "
      case "<", "\u{2264}": text += " at most "
      case "=" where before == ">" || before == "<": text += " "
      case "#" where after == " " || after.isLetter: text += " number of "
      // `w/` and `w/o`
      case "w" where after == "/" && !before.isLetter:
        let isWithout = index + 2 < characters.count && characters[index + 2] == "o"
        text += isWithout ? "without " : "with "
        index += isWithout ? 2 : 1
      default: text.append(sign)
      }
      index += 1
    }
    text = Self.joined(text)
  }

  /// The same with words that are only shorter ones written out: `avg daily pop`.
  func spelledOut(_ catalog: any CatalogReader) -> SpokenLine {
    var line = self
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      // A point or a comma after it is none of it.
      let bare = word.prefix { $0.isLetter || $0.isNumber }
      guard !bare.isEmpty, bare.utf8.count <= Self.longestShort,
        let long = catalog.words(named: String(bare)).first(where: { $0.part == .short })?.means
      else { return String(word) }
      return long + word.dropFirst(bare.count).drop { $0 == "." }
    }
    line.text = words.joined(separator: " ")
    return line
  }

  /// The same with the year after what is a part of it: `2023 Q1` is `Q1 2023`, and `fy25 first
  /// half` the `first half fy25`.
  func namingPartsFirst(_ catalog: any CatalogReader) -> SpokenLine {
    var words = text.split(separator: " ").map(String.init)
    var place = 0
    while place + 1 < words.count {
      let length = Self.partOfYear(words[(place + 1)...], catalog)
      if Self.isYear(words[place]), length > 0, !Self.isDated(words, around: place...place + length)
      {
        words.insert(words.remove(at: place), at: place + length)
        place += length
      }
      place += 1
    }
    var line = self
    line.text = words.joined(separator: " ")
    return line
  }

  /// Of how many words a part of a year is that comes first: `Q1`, `december`, `first half`; 0
  /// where none comes.
  private static func partOfYear(_ words: ArraySlice<String>, _ catalog: any CatalogReader) -> Int {
    guard let first = words.first else { return 0 }
    let own = catalog.words(named: first)
    let isQuarter = first.utf8.count == 2 && first.lowercased().hasPrefix("q")
    let isSpan = own.contains { $0.part == .season || $0.part == .span && $0.means.contains("-") }
    if isQuarter || isSpan || isMonth(first) { return 1 }
    guard own.contains(where: { $0.part == .ordinal }), let second = words.dropFirst().first else {
      return 0
    }
    return catalog.words(named: second).contains { $0.part == .span } ? 2 : 0
  }

  private static func isMonth(_ word: String) -> Bool {
    let word = word.lowercased()
    return Keywords.isPeriodWord(word) && Int(word) == nil && PeriodText.month(word) != nil
  }

  private static func isYear(_ word: String) -> Bool {
    let digits = word.lowercased().hasPrefix("fy") ? word.dropFirst(2) : Substring(word)
    guard let year = Int(digits) else { return false }
    return (1890...2040).contains(year) || digits.count == 2 && digits.count < word.count
  }

  /// Whether a year or a span is beside, so that the part has its own: `2023 march to june`.
  private static func isDated(_ words: [String], around own: ClosedRange<Int>) -> Bool {
    let joins = ["to", "-", "through", "thru", "until", "and"]
    func isTime(_ place: Int) -> Bool {
      words.indices.contains(place) && (isYear(words[place]) || isMonth(words[place]))
    }
    func joined(_ place: Int) -> Bool {
      words.indices.contains(place) && joins.contains(words[place].lowercased())
    }
    let (before, next) = (own.lowerBound - 1, own.upperBound + 1)
    return isTime(next) || isTime(before) || joined(next) && isTime(next + 1)
      || joined(before) && isTime(before - 1)
      || words.indices.contains(before) && Int(words[before]) != nil
  }

  /// No abbreviation is longer, in bytes.
  private static let longestShort = 6

  /// The same without `are there` between a thing and what tells which: `refugees are there in the
  /// world` are the `refugees in the world`.
  private static func joined(_ text: String) -> String {
    var words = text.split(separator: " ")
    let place = words.indices.dropFirst().first { place in
      place + 2 < words.count && words[place + 1].lowercased() == "there"
        && ["are", "were"].contains(words[place].lowercased())
    }
    guard let place else { return text }
    words.removeSubrange(place...place + 1)
    return words.joined(separator: " ")
  }

  /// `'23`
  private static func isShortYear(_ characters: [Character], _ index: Int) -> Bool {
    let digits = characters[(index + 1)...].prefix { $0.isNumber }
    return digits.count == 2
  }
}
