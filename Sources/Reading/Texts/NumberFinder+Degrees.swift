import Catalog
import QueryLanguage

/// How exactly a number is meant.
extension NumberFinder {
  /// Whether digits after words of degree are a year: `4 percent over the 2022 mark`.
  func isYear(_ first: Int, _ end: Int) -> Bool {
    guard end == first + 1, tokens[first].text.utf8.count == 4, let year = Int(tokens[first].text),
      (1950...2060).contains(year)
    else { return false }
    return first > 0 && tokens[first - 1].lower == "the"
      || end < tokens.count && lexicon.word(tokens[end].lower, .pronoun) != nil
  }

  /// With what is said after it of how exactly it is meant: `two hundred thousand and change`,
  /// `180,000 or so`.
  func loosened(_ found: Found) -> Found {
    guard found.number.degree == .equal, found.number.kind == .count, found.end + 1 < tokens.count
    else { return found }
    var found = found
    switch text(found.end..<found.end + 2) {
    case "and change", "and something", "and counting": found.number.degree = .moreThan
    case "or so", "or thereabouts": found.number.degree = .about
    default: return found
    }
    found.number.digits = 0
    found.end += 2
    return found
  }

  /// `between 6,000 and 9,000`, `a range of 4,500 to 9,000`; two years are none.
  func range(at start: Int) -> Found? {
    let isBetween = tokens[start].lower == "between"
    guard isBetween || tokens[start].lower == "range", start + 3 < tokens.count else { return nil }
    let first = !isBetween && tokens[start + 1].lower == "of" ? start + 2 : start + 1
    guard let low = bare(at: first), low.end < tokens.count,
      [isBetween ? "and" : "to", "\u{2013}"].contains(tokens[low.end].lower),
      let high = bare(at: low.end + 1), isAmount(low.number), isAmount(high.number),
      high.number.value > low.number.value,
      low.number.kind == high.number.kind || low.number.kind == .count
    else { return nil }
    var number = high.number
    number.text = low.number.kind == number.kind ? low.number.text : low.number.text + "%"
    number.upper = high.number.text
    number.digits = 0
    return (number, high.end)
  }

  /// Whether a number can be no year.
  func isAmount(_ number: SpokenNumber) -> Bool {
    number.kind == .percent
      || number.kind == .count && !number.isMoney
        && (number.text.contains(",") || number.text.contains { $0.isLetter }
          || number.value >= 10_000)
  }

  /// `nearly`, `more than`, with the place after it.
  func degree(at start: Int) -> (Degree, end: Int, isExact: Bool)? {
    guard tokens[start].kind == .word || tokens[start].text == "~" else { return sign(at: start) }
    for length in (1...lexicon.reach(tokens, from: start, most: 4)).reversed()
    where start + length < tokens.count {
      let end = start + length
      guard mayBegin(at: end), tokens[start..<end].allSatisfy({ $0.kind == .word }),
        let word = lexicon.word(text(start..<end), .degree),
        let degree = Degree(rawValue: word.means)
      else { continue }
      // `edging up to 8,386` is where it went.
      if end - start == 2, tokens[end - 1].lower == "to", start > 0,
        isGoing(tokens[start - 1].lower)
      {
        continue
      }
      // `fewer than half`, `more than a third`; articles may be between.
      return (degree, end, word.means == "=")
    }
    return nil
  }

  /// Whether a word before `up to` is a verb of going: `crept up to`, `edging down to`.
  private func isGoing(_ word: String) -> Bool {
    word.utf8.count > 4 && (word.hasSuffix("ing") || word.hasSuffix("ed"))
      || ["went", "gone", "goes", "crept", "came", "come", "back", "shot"].contains(word)
  }

  /// `>1,000`, `<600`.
  func sign(at start: Int) -> (Degree, end: Int, isExact: Bool)? {
    switch tokens[start].text {
    case ">": (.moreThan, start + 1, false)
    case "<": (.lessThan, start + 1, false)
    default: nil
    }
  }
}
