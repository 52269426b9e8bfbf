import Catalog
import QueryLanguage

/// Whether a number counts what this field counts, and is no code and no name.
extension AnchorFinder {
  /// Whether what a number counts is people or what this field counts, or nothing is said.
  func countsSomething(_ place: Int) -> Bool {
    guard let number = marks[place].number, isPlausible(number) else { return false }
    var token = marks[place].tokens.upperBound
    var unknown = 0
    while token < tokens.count, unknown < 2 {
      let own = tokens[token]
      if own.kind == .sign {
        if own.text == "-" || own.text == "/" && !own.isAfterSpace { return false }
        return unknown == 0 && isWritten(number)
      }
      if own.kind == .number { return unknown == 0 && isWritten(number) }
      // `3,706 known or suspected gang members`.
      if unknown > 0, own.lower == "or" || own.lower == "and" {
        token += 1
        continue
      }
      if let mark = marks.first(where: { $0.tokens.contains(token) }) {
        guard let mention = mark.mention else { return unknown == 0 && isWritten(number) }
        if mention.has(.span) || mention.has(.measured) { return isUnit(own) }
        if mention.key == "month" || mention.key == "fy" { return mention.has(.often) }
        if let key = mention.key, lexicon.dimension(named: key) != nil, mention.counted.isEmpty,
          mention.values.isEmpty, !mention.has(.kind), !mention.has(.often)
        {
          return false
        }
        if !mention.counted.isEmpty || !mention.values.isEmpty || mention.has(.kind)
          || mention.notHeld != nil
        {
          return !number.isMoney || mention.counted.contains { $0.measure.unit == "usd" }
        }
        // An adjective before the noun: `illegal`, `new`.
        if mention.has(.deny) || mention.has(.filler) && unknown == 0 && isArticle(own) {
          token = mark.tokens.upperBound
          continue
        }
        return unknown == 0 && isWritten(number)
      }
      // `went`, `were met`: a verb follows.
      if own.lower.hasSuffix("ed") || own.lower.hasSuffix("ly") || own.lower == "set" {
        return unknown == 0 && isWritten(number)
      }
      unknown += 1
      token += 1
    }
    return unknown == 0 && isWritten(number)
  }

  /// Whether a word is the unit of something that the sentence names: the days of a length of stay.
  private func isUnit(_ word: TextToken) -> Bool {
    marks.contains { mark in
      mark.mention?.counted.contains { $0.measure.unit == word.lower } ?? false
    }
  }

  /// Whether a number can be one of a statistic that names nothing after it.
  func isWritten(_ number: SpokenNumber) -> Bool {
    guard !number.isMoney, !number.isWord else { return false }
    // Many digits without commas are a code.
    return number.value < 10_000 || number.text.contains(",")
      || number.text.contains { $0.isLetter }
  }

  /// Whether a number can count anything: no `0123`, no `208.35`.
  func isPlausible(_ number: SpokenNumber) -> Bool {
    let isDecimal = number.text.contains(".") && !number.text.contains { $0.isLetter }
    let isCode =
      number.text.hasPrefix("0") && number.text.utf8.count > 1 && !number.text.contains(".")
    return !isCode && (!isDecimal || number.value < 10)
  }

  func isArticle(_ token: TextToken) -> Bool { token.lower == "of" || token.lower == "the" }

  /// `Section 212`, `No. 4`, `chart 2`: a name and no amount.
  func isLabel(_ place: Int) -> Bool {
    let first = marks[place].tokens.lowerBound
    guard first > 0 else { return false }
    var before = first - 1
    while before > 0, [".", "("].contains(tokens[before].text) { before -= 1 }
    if lexicon.word(tokens[before].lower, .label) != nil { return true }
    // A word with a capital before a bare small number: `Suite 900`.
    return false
  }

  /// `202-555-0148`, `24-0213`, `1:14`, `#12`.
  func isPartOfCode(_ place: Int) -> Bool {
    let own = marks[place].tokens
    let last = own.upperBound
    if own.lowerBound > 0 {
      let before = tokens[own.lowerBound - 1]
      let isBare = !tokens[own.lowerBound].isAfterSpace
      if isBare, ["-", "/", ":", "#", "+", ".", "\u{2013}"].contains(before.text) { return true }
      if isBare, before.kind == .word { return true }
    }
    if last < tokens.count, !tokens[last].isAfterSpace,
      ["-", "/", ":"].contains(tokens[last].text),
      last + 1 < tokens.count, !tokens[last + 1].isAfterSpace
    {
      return true
    }
    return false
  }
}
