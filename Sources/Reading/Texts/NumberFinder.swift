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

  /// Whether digits behind words of degree are a year: `4 percent over the 2022 mark`.
  private func isYear(_ first: Int, _ end: Int) -> Bool {
    guard end == first + 1, tokens[first].text.utf8.count == 4, let year = Int(tokens[first].text),
      (1950...2060).contains(year)
    else { return false }
    return first > 0 && tokens[first - 1].lower == "the"
      || end < tokens.count && lexicon.word(tokens[end].lower, .pronoun) != nil
  }

  /// With what is said after it of how exactly it is meant: `two hundred thousand and change`,
  /// `180,000 or so`.
  private func loosened(_ found: Found) -> Found {
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
  private func range(at start: Int) -> Found? {
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
  private func isAmount(_ number: SpokenNumber) -> Bool {
    number.kind == .percent
      || number.kind == .count && !number.isMoney
        && (number.text.contains(",") || number.text.contains { $0.isLetter }
          || number.value >= 10_000)
  }

  /// `nearly`, `more than`, with the place after it.
  private func degree(at start: Int) -> (Degree, end: Int, isExact: Bool)? {
    guard tokens[start].kind == .word || tokens[start].text == "~" else { return sign(at: start) }
    for length in (1...lexicon.reach(tokens, from: start, most: 4)).reversed()
    where start + length < tokens.count {
      let end = start + length
      guard tokens[start..<end].allSatisfy({ $0.kind == .word }),
        let word = lexicon.word(text(start..<end), .degree),
        let degree = Degree(rawValue: word.means)
      else { continue }
      // `fewer than half`, `more than a third`; articles may be between.
      return (degree, end, word.means == "=")
    }
    return nil
  }

  /// `>1,000`, `<600`.
  private func sign(at start: Int) -> (Degree, end: Int, isExact: Bool)? {
    switch tokens[start].text {
    case ">": (.moreThan, start + 1, false)
    case "<": (.lessThan, start + 1, false)
    default: nil
    }
  }

  private func bare(at start: Int) -> Found? {
    guard start < tokens.count else { return nil }
    if tokens[start].text == "$" {
      guard var found = bare(at: start + 1) else { return nil }
      found.number.isMoney = true
      return found
    }
    // `minus 36 pct`, `+109%`.
    if "+\u{2212}-".contains(tokens[start].text), start + 1 < tokens.count,
      tokens[start + 1].kind == .number, !tokens[start + 1].isBehindSpace
    {
      guard start == 0 || tokens[start].isBehindSpace || tokens[start - 1].text == "(",
        var found = bare(at: start + 1), found.number.kind == .percent
      else { return nil }
      found.number.sign = tokens[start].text == "+" ? 1 : -1
      return found
    }
    if let found = part(at: start) { return found }
    if let found = fold(at: start) { return found }
    guard let (value, literal, end) = plain(at: start) else { return nil }
    return scaled(value, literal, from: start, end)
  }

  // MARK: Values

  /// Digits, or a number in words; `literal` as digits are written.
  private func plain(at start: Int) -> (value: Double, literal: String?, end: Int)? {
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
    // `eighty-nine thousand seven hundred and sixty`.
    if end + 1 < tokens.count, tokens[end].lower == "thousand", value < 1000 {
      let next = tokens[end + 1].lower == "and" ? end + 2 : end + 1
      if next < tokens.count, let (rest, last) = group(at: next), rest < 1000 {
        let whole = Int(value) * 1000 + Int(rest)
        return (Double(whole), "\(whole / 1000),\(String(1000 + whole % 1000).dropFirst())", last)
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

  /// A number below ten thousand in words: `two hundred and fifty`, `thirteen hundred`.
  private func group(at start: Int) -> (value: Double, end: Int)? {
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
      } else if value >= 20 && value < 100 && more < 10 && value.truncatingRemainder(dividingBy: 10)
        == 0 || value >= 100 && more < 100 && value.truncatingRemainder(dividingBy: 100) == 0
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

  private func numeral(_ word: String) -> Double? {
    lexicon.word(word, .numeral).flatMap { Double($0.means) }
  }

  private func unit(_ word: String) -> String? { lexicon.word(word, .unit)?.means }

  /// A number with its unit: `million`, `percent`, `times`.
  private func scaled(_ value: Double, _ literal: String?, from start: Int, _ middle: Int) -> Found?
  {
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
      if next.kind == .word, !next.isBehindSpace, literal != nil,
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

  private static let factors: [String: Double] = ["k": 1e3, "m": 1e6, "b": 1e9, "bn": 1e9]

  private func plainDigits(_ text: String) -> String { text.filter { $0 != "," } }

  private func percentEnd(_ place: Int) -> Int? {
    let token = tokens[place]
    if token.text == "%" || unit(token.lower) == "%" { return place + 1 }
    if token.lower == "per", place + 1 < tokens.count, tokens[place + 1].lower == "cent" {
      return place + 2
    }
    return nil
  }

  // MARK: Parts

  /// `one in four`, `9 of 10`, `two out of every five`, `63 out of every hundred`.
  private func oneIn(_ value: Double, _ middle: Int) -> Found? {
    guard value >= 1, value <= 99, value == value.rounded() else { return nil }
    var place = middle
    guard ["in", "of", "out"].contains(tokens[place].lower) else { return nil }
    let isPlainOf = tokens[place].lower == "of"
    place += 1
    if tokens[place - 1].lower == "out" {
      guard place < tokens.count, tokens[place].lower == "of" else { return nil }
      place += 1
    }
    if place < tokens.count, tokens[place].lower == "every" { place += 1 }
    guard place < tokens.count, let (whole, _, end) = plain(at: place), whole > value, whole <= 100,
      whole == whole.rounded(), !isPlainOf || whole == 10 || whole == 100
    else { return nil }
    return (
      SpokenNumber(kind: .part, text: "\(Int(value)) in \(Int(whole))", value: 100 * value / whole),
      end
    )
  }

  /// `half`, `a third`, `two thirds`, `three quarters`.
  private func part(at start: Int) -> Found? {
    let token = tokens[start]
    guard token.kind == .word else { return nil }
    if token.lower == "half" {
      // `a day and a half`.
      if start > 1, tokens[start - 1].lower == "a", tokens[start - 2].lower == "and" { return nil }
      // `half a million` is a number, `half of 2024` a time.
      if start + 2 < tokens.count, tokens[start + 1].lower == "a",
        unit(tokens[start + 2].lower) != nil
      {
        return nil
      }
      return (SpokenNumber(kind: .part, text: "half", value: 50), start + 1)
    }
    guard start + 1 < tokens.count else { return nil }
    let isOne = ["a", "one"].contains(token.lower)
    // `a mere sixteenth`.
    let isJoined =
      tokens[start + 1].text == "-"
      || isOne && ["mere", "full", "scant", "bare", "tiny"].contains(tokens[start + 1].lower)
    let next = isJoined && start + 2 < tokens.count ? start + 2 : start + 1
    guard let denominator = denominator(tokens[next].lower),
      let numerator = isOne ? 1 : numeral(token.lower), numerator < Double(denominator),
      isOne || tokens[next].lower.hasSuffix("s") || next == start + 2
    else { return nil }
    if isOne, next + 1 < tokens.count, !endsPart(tokens[next + 1]) { return nil }
    let name = lexicon.word(tokens[next].lower, .fraction)?.note ?? ""
    let word = name.isEmpty ? tokens[next].lower : name
    let singular = word.hasSuffix("s") ? String(word.dropLast()) : word
    // The language has words for parts up to tenths.
    let text =
      denominator > 10
      ? "\(Int(numerator)) in \(denominator)"
      : isOne ? "a \(singular)" : "\(Int(numerator)) \(singular)s"
    return (
      SpokenNumber(kind: .part, text: text, value: 100 * numerator / Double(denominator)), next + 1
    )
  }

  private func denominator(_ word: String) -> Int? {
    lexicon.word(word, .fraction).flatMap { Int($0.means) }
  }

  /// Whether `a third` ends before a word, which is no `a third time`.
  private func endsPart(_ token: TextToken) -> Bool {
    token.kind == .sign
      || lexicon.words(token.lower).contains {
        [.origin, .place, .rise, .fall, .against, .filler, .since, .and, .above].contains($0.part)
      }
  }

  /// `sixfold`, `twice`, `double`.
  private func fold(at start: Int) -> Found? {
    let token = tokens[start]
    guard token.kind == .word else { return nil }
    if let word = lexicon.word(token.lower, .multiple), let value = Double(word.means) {
      return (SpokenNumber(kind: .times, text: "\(word.means) times", value: value), start + 1)
    }
    if token.lower.hasSuffix("fold"), let value = numeral(String(token.lower.dropLast(4))) {
      return (SpokenNumber(kind: .times, text: "\(Int(value)) times", value: value), start + 1)
    }
    return nil
  }

  private func text(_ own: Range<Int>) -> String {
    tokens[own].map(\.lower).joined(separator: " ")
  }
}
