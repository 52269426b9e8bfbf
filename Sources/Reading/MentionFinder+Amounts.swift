import Catalog
import QueryLanguage

extension MentionFinder {
  /// A stated number, with the words that say how exactly it is meant. A plain number of four
  /// digits or less may be a year or a count, and is one only where words make it an amount.
  func amount(at start: Int) -> (Mention?, end: Int)? {
    let (degree, first) = degree(at: start) ?? (.equal, start)
    guard first < tokens.count, case .number(let literal) = tokens[first].kind,
      !isCountedInYear(start..<first, literal)
    else { return nil }
    var number = text(of: tokens[first])
    var end = first + 1
    if end < tokens.count, let word = tokens[end].word, let unit = unit(word),
      !(first == start && isYearBeforePercent(literal, unit))
    {
      // `10x` and `10 times` are a factor.
      number += unit.first?.isLetter ?? false && unit.utf8.count > 1 ? " \(unit)" : unit
      end += 1
    } else if let plain = literal.plainInteger, plain < 10_000,
      first == start || isRank(start..<first)
    {
      return nil
    }
    var mention = Mention(text(start..<end), span(start..<end))
    mention.amount = StatedAmount(degree: degree, number: number)
    return (mention, end)
  }

  /// Whether a number is a year, and what follows begins another word: `2019 percent change`.
  private func isYearBeforePercent(_ literal: NumberLiteral, _ unit: String) -> Bool {
    unit == "%" && isYearNumber(literal)
  }

  /// Whether words that count something, or say that something came about, come before a year:
  /// `crossed 2023`, `cap reached 2023`.
  private func isCountedInYear(_ own: Range<Int>, _ literal: NumberLiteral) -> Bool {
    !own.isEmpty && isYearNumber(literal)
      && lexicon.words(named: text(own)).contains { $0.part == .counted || $0.isOfLines }
  }

  private func isYearNumber(_ literal: NumberLiteral) -> Bool {
    literal.length == 4 && literal.plainInteger.map { (1890...2050).contains($0) } ?? false
  }

  /// Whether words before a small number are of a ranking or a time, too: `top 10`, `up to 2020`.
  private func isRank(_ own: Range<Int>) -> Bool {
    lexicon.words(named: text(own)).contains { [.most, .least, .until].contains($0.part) }
  }

  /// `nearly`, `more than`, only before a number.
  private func degree(at start: Int) -> (Degree, end: Int)? {
    for end in (start + 1...min(start + 3, tokens.count)).reversed() where end < tokens.count {
      guard case .number = tokens[end].kind,
        let word = lexicon.words(named: text(start..<end)).first(where: { $0.part == .degree }),
        let degree = Degree(rawValue: word.means)
      else { continue }
      return (degree, end)
    }
    return nil
  }

  /// `million` and `percent` as the language writes them after a number.
  private func unit(_ word: String) -> String? {
    lexicon.words(named: word).first { $0.part == .unit }?.means
  }
}
