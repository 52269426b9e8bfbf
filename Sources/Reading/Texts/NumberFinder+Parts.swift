import Catalog
import QueryLanguage

/// Parts and multiples.
extension NumberFinder {
  /// `one in four`, `9 of 10`, `two out of every five`, `63 out of every hundred`.
  func oneIn(_ value: Double, _ middle: Int) -> Found? {
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
  func part(at start: Int) -> Found? {
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

  func denominator(_ word: String) -> Int? {
    lexicon.word(word, .fraction).flatMap { Int($0.means) }
  }

  /// Whether `a third` ends before a word, which is no `a third time`.
  func endsPart(_ token: TextToken) -> Bool {
    token.kind == .sign
      || lexicon.words(token.lower).contains {
        [.origin, .place, .rise, .fall, .against, .filler, .since, .and, .above].contains($0.part)
      }
  }

  /// `sixfold`, `twice`, `double`.
  func fold(at start: Int) -> Found? {
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
}
