import Catalog
import QueryLanguage

/// Finds numbers among the tokens of a sentence: `124,220`, `3.1 million`, `nearly 250,000`, `a
/// third`, `one in four`, `sixfold`, `81 percent`.
struct NumberFinder {
  let tokens: [TextToken]

  let lexicon: TextLexicon

  typealias Found = (number: SpokenNumber, end: Int)

  /// The number that begins at a token, words that say how exactly it is meant included.
  func number(at start: Int) -> Found? {
    if let found = range(at: start) { return found }
    if let (degree, first, isExact) = degree(at: start), var found = bare(at: first),
      !isYear(first, found.end)
    {
      found.number.degree = degree
      found.number.isExact = isExact
      return loosened(found)
    }
    return bare(at: start).map(loosened)
  }

  func bare(at start: Int) -> Found? {
    guard start < tokens.count else { return nil }
    if tokens[start].text == "$" {
      guard var found = bare(at: start + 1) else { return nil }
      found.number.isMoney = true
      return found
    }
    // `minus 36 pct`, `+109%`.
    if Self.signs.contains(tokens[start].text), start + 1 < tokens.count,
      tokens[start + 1].kind == .number, !tokens[start + 1].isAfterSpace
    {
      guard start == 0 || tokens[start].isAfterSpace || tokens[start - 1].text == "(",
        var found = bare(at: start + 1), found.number.kind == .percent
      else { return nil }
      found.number.sign = tokens[start].text == "+" ? 1 : -1
      return found
    }
    guard mayBegin(at: start) else { return nil }
    if let found = part(at: start) { return found }
    if let found = fold(at: start) { return found }
    guard let (value, literal, end) = plain(at: start) else { return nil }
    return scaled(value, literal, from: start, end)
  }

  private static let signs: [String] = ["+", "\u{2212}", "-"]

  /// Whether a number may begin at a token: most are words that begin none, and are looked up once.
  func mayBegin(at place: Int) -> Bool {
    let token = tokens[place]
    guard token.kind == .word else { return true }
    return ["half", "a", "one"].contains(token.lower) || token.lower.hasSuffix("fold")
      || lexicon.words(token.lower).contains { $0.part == .numeral || $0.part == .multiple }
  }

  /// Digits, or a number in words; `literal` as digits are written.
  func plain(at start: Int) -> (value: Double, literal: String?, end: Int)? {
    let token = tokens[start]
    if token.kind == .number {
      guard let value = Double(token.text.filter { $0 != "," }) else { return nil }
      return (value, token.text, start + 1)
    }
    guard token.kind == .word else { return nil }
    // `half a million`, `a million`.
    if token.lower == "half", start + 2 < tokens.count, tokens[start + 1].lower == "a",
      unit(tokens[start + 2].lower) != nil
    {
      return (0.5, "0.5", start + 2)
    }
    if token.lower == "a" || token.lower == "one", start + 1 < tokens.count,
      unit(tokens[start + 1].lower).map({ $0 != "%" }) ?? false
    {
      return (1, "1", start + 1)
    }
    guard let (value, end) = group(at: start) else { return nil }
    // `two million forty-five thousand`.
    if end + 1 < tokens.count, tokens[end].lower == "million", value < 1000,
      let (rest, last) = thousands(at: tokens[end + 1].lower == "and" ? end + 2 : end + 1)
    {
      let whole = Int(value) * 1_000_000 + rest
      return (Double(whole), grouped(whole), last)
    }
    // `eighty-nine thousand seven hundred and sixty`.
    if end + 1 < tokens.count, tokens[end].lower == "thousand", value < 1000 {
      let next = tokens[end + 1].lower == "and" ? end + 2 : end + 1
      if next < tokens.count, let (rest, last) = group(at: next), rest < 1000 {
        let whole = Int(value) * 1000 + Int(rest)
        return (Double(whole), grouped(whole), last)
      }
    }
    // `two and a half times`.
    if end + 2 < tokens.count, tokens[end].lower == "and", tokens[end + 1].lower == "a",
      tokens[end + 2].lower == "half"
    {
      return (value + 0.5, "\(Int(value)).5", end + 3)
    }
    return (value, nil, end)
  }

  /// Thousands after millions: `forty-five thousand`, `two hundred thousand three hundred`.
  private func thousands(at start: Int) -> (value: Int, end: Int)? {
    guard start < tokens.count, let (value, end) = group(at: start), value < 1000 else {
      return nil
    }
    guard end < tokens.count, tokens[end].lower == "thousand" else { return nil }
    let next = end + 1 < tokens.count && tokens[end + 1].lower == "and" ? end + 2 : end + 1
    guard next < tokens.count, let (rest, last) = group(at: next), rest < 1000 else {
      return (Int(value) * 1000, end + 1)
    }
    return (Int(value) * 1000 + Int(rest), last)
  }

  /// Digits in groups of three.
  private func grouped(_ value: Int) -> String {
    let rest = String(1000 + value % 1000).dropFirst()
    return value < 1000 ? "\(value)" : "\(grouped(value / 1000)),\(rest)"
  }

  /// A number below ten thousand in words: `two hundred and fifty`, `thirteen hundred`.
  func group(at start: Int) -> (value: Double, end: Int)? {
    let isHundred =
      tokens[start].lower == "a" && start + 1 < tokens.count
      && tokens[start + 1].lower == "hundred"
    guard var value = isHundred ? 1 : numeral(tokens[start].lower) else { return nil }
    var end = start + 1
    while end < tokens.count {
      let isJoined = tokens[end].text == "-" || tokens[end].lower == "and" && value >= 100
      let next = isJoined && end + 1 < tokens.count ? end + 1 : end
      guard let more = numeral(tokens[next].lower) else { break }
      if more == 100, value < 100 {
        value *= 100
      } else if value >= 20 && value < 100 && more < 10
        && value.truncatingRemainder(dividingBy: 10)
          == 0
        || value >= 100 && more < 100 && value.truncatingRemainder(dividingBy: 100) == 0
        || value >= 100 && more < 10 && value.truncatingRemainder(dividingBy: 10) == 0
      {
        value += more
      } else {
        break
      }
      end = next + 1
    }
    return (value, end)
  }

  func numeral(_ word: String) -> Double? {
    lexicon.word(word, .numeral).flatMap { Double($0.means) }
  }

  func unit(_ word: String) -> String? { lexicon.word(word, .unit)?.means }

  /// A number with its unit: `million`, `percent`, `times`.
  func scaled(_ value: Double, _ literal: String?, from start: Int, _ middle: Int) -> Found? {
    let written = literal ?? String(Int(value))
    if middle < tokens.count {
      if let end = percentEnd(middle) {
        if end < tokens.count, tokens[end].lower == "points" || tokens[end].lower == "point" {
          return (SpokenNumber(kind: .points, text: written + " points", value: value), end + 1)
        }
        return (SpokenNumber(kind: .percent, text: written + "%", value: value), end)
      }
      let next = tokens[middle]
      if next.lower == "points", literal != nil {
        return (SpokenNumber(kind: .points, text: written + " points", value: value), middle + 1)
      }
      if let unit = unit(next.lower), let factor = Self.factors[unit] {
        return (
          SpokenNumber(kind: .count, text: plainDigits(written) + unit, value: value * factor),
          middle + 1
        )
      }
      if next.kind == .word, !next.isAfterSpace, literal != nil,
        let factor = Self.factors[next.lower]
      {
        return (
          SpokenNumber(
            kind: .count,
            text: plainDigits(written) + next.lower,
            value: value * factor
          ),
          middle + 1
        )
      }
      if next.lower == "times", value > 1, value < 100 {
        return (SpokenNumber(kind: .times, text: written + " times", value: value), middle + 1)
      }
      if let found = oneIn(value, middle) { return found }
      // `one encounter in every seventeen`.
      if value == 1, next.kind == .word, middle + 1 < tokens.count,
        tokens[middle + 1].lower == "in",
        let found = oneIn(value, middle + 1)
      {
        return found
      }
    }
    var number = SpokenNumber(kind: .count, text: written, value: value)
    number.digits =
      literal.map { text in
        let digits = text.filter(\.isNumber)
        return digits.contains { $0 != "0" } ? digits.reversed().drop { $0 == "0" }.count : 1
      } ?? 0
    // `one` and other small words count only what is named after them.
    if literal == nil, value < 10 { number.isWord = true }
    return (number, middle)
  }

  static let factors: [String: Double] = ["k": 1e3, "m": 1e6, "b": 1e9, "bn": 1e9]

  func plainDigits(_ text: String) -> String { text.filter { $0 != "," } }

  func percentEnd(_ place: Int) -> Int? {
    let token = tokens[place]
    if token.text == "%" || unit(token.lower) == "%" { return place + 1 }
    if token.lower == "per", place + 1 < tokens.count, tokens[place + 1].lower == "cent" {
      return place + 2
    }
    return nil
  }

  func text(_ own: Range<Int>) -> String {
    tokens[own].map(\.lower).joined(separator: " ")
  }
}
