import Catalog
import QueryLanguage

/// Finds what the words of a sentence mean, from the left: times first, then the longest names,
/// numbers, and single words.
struct MarkFinder {
  private let tokens: [TextToken]
  private let lexicon: TextLexicon
  private let times: TimeFinder
  private let numbers: NumberFinder

  /// The most words of a name.
  private static let most = 7

  init(_ tokens: [TextToken], _ lexicon: TextLexicon) {
    self.tokens = tokens
    self.lexicon = lexicon
    times = TimeFinder(tokens: tokens, lexicon: lexicon)
    numbers = NumberFinder(tokens: tokens, lexicon: lexicon)
  }

  var marks: [TextMark] {
    var marks: [TextMark] = []
    var start = 0
    while start < tokens.count {
      if let mark = mark(at: start) {
        marks.append(mark)
        start = mark.tokens.upperBound
      } else {
        start += 1
      }
    }
    return marks
  }

  private func mark(at start: Int) -> TextMark? {
    let number = numbers.number(at: start)
    let time = times.time(at: start)
    let name = name(at: start)
    // `287(g) agreements` is a name that begins with a number.
    if let name, name.isNamed, name.tokens.count > max(number?.end ?? 0, time?.end ?? 0) - start {
      return name
    }
    if let time, number.map({ $0.end <= time.end }) ?? true {
      return TextMark(tokens: start..<time.end, content: .time(time.time))
    }
    if let number, let since = yearAfterSince(start, number) { return since }
    if let number { return TextMark(tokens: start..<number.end, content: .number(number.number)) }
    return name
  }

  /// `since at least 2000`: the year itself counts.
  private func yearAfterSince(_ start: Int, _ number: NumberFinder.Found) -> TextMark? {
    guard start > 0, lexicon.word(tokens[start - 1].lower, .since) != nil,
      number.number.degree == .atLeast, let time = times.time(at: number.end - 1),
      time.end >= number.end, case .year(let year) = time.time
    else { return nil }
    return TextMark(tokens: start..<time.end, content: .time(.year(year - 1)))
  }

  private func name(at start: Int) -> TextMark? {
    guard tokens[start].kind != .sign else { return nil }
    if let future = future(at: start) { return future }
    if let history = history(at: start) { return history }
    // An article begins no name, so that the name after it is found whole.
    let most =
      tokens[start].lower == "the" ? 1 : lexicon.reach(tokens, from: start, most: Self.most)
    for length in (1...most).reversed() where start + length <= tokens.count {
      let own = start..<start + length
      guard tokens[start + length - 1].kind != .sign || tokens[start + length - 1].text == ")",
        tokens[own].allSatisfy({ $0.kind != .sign || Self.joints.contains($0.text) }),
        let mention = lexicon.mention(written(own))
      else { continue }
      if own.count > 1, isCutShort(mention, own) || isChange(mention, own) { continue }
      // `the year before`, `last year`: a time of its own, but after a month.
      if mention.words.allSatisfy({ $0.part == .yearBack }), !mention.words.isEmpty { continue }
      if length <= 2, let longer = nameAround(start) { return longer }
      return TextMark(tokens: own, content: .mention(withDirection(mention, own)))
    }
    return nameAround(start)
  }

  /// Words that say when or how far, and are inside of the name of what is counted: `ICE now
  /// holds`.
  private static let adverbs: Set<String> = [
    "now", "currently", "also", "already", "still", "only", "just", "alone", "then",
  ]

  /// A name of what is counted with such a word after its first or second one.
  private func nameAround(_ start: Int) -> TextMark? {
    for first in 1...2 {
      let place = start + first
      guard place + 1 < tokens.count, tokens[start..<place].allSatisfy({ $0.kind == .word }),
        Self.adverbs.contains(tokens[place].lower)
      else { continue }
      for length in (1...2).reversed() where place + length < tokens.count {
        let rest = place + 1..<place + 1 + length
        guard tokens[rest].allSatisfy({ $0.kind == .word }),
          let mention = lexicon.mention(written(start..<place) + " " + written(rest)),
          !mention.counted.isEmpty, mention.notHeld == nil
        else { continue }
        return TextMark(tokens: start..<rest.upperBound, content: .mention(mention))
      }
    }
    return nil
  }

  /// Whether something longer begins inside of words that name nothing: `of the | the calendar
  /// year`, `more | than in any other`; or a day is only said of a count: `daily apprehensions`.
  private func isCutShort(_ mention: Mention, _ own: Range<Int>) -> Bool {
    if mention.isNotHeld {
      let first = lexicon.word(tokens[own.lowerBound].lower, .often)?.means.hasPrefix("per ")
      let rest = lexicon.mention(written(own.lowerBound + 1..<own.upperBound))
      return first ?? false && rest?.counted.isEmpty == false && rest?.isNotHeld == false
    }
    guard mention.counted.isEmpty, mention.values.isEmpty, mention.key == nil else { return false }
    for place in own.dropFirst() {
      // `in the past year` is a time after a small word.
      if let time = times.time(at: place), time.end >= own.upperBound { return true }
      let longest = min(tokens.count - place, 5)
      for length in (1...longest).reversed() where place + length > own.upperBound {
        if lexicon.word(written(place..<place + length), .anyOther) != nil { return true }
      }
    }
    return false
  }

  /// Whether the name of a count is rather a word of change before its number: `slipped by 2%`.
  private func isChange(_ mention: Mention, _ own: Range<Int>) -> Bool {
    guard !mention.counted.isEmpty, own.upperBound < tokens.count,
      tokens[own.upperBound - 1].lower == "by", numbers.number(at: own.upperBound) != nil
    else { return false }
    let words = lexicon.words(written(own.lowerBound..<own.upperBound - 1))
    return words.contains { $0.part == .rise || $0.part == .fall }
  }

  /// Small words that begin with words of change say both: `more than in`.
  private func withDirection(_ mention: Mention, _ own: Range<Int>) -> Mention {
    guard own.count > 1, mention.counted.isEmpty, mention.values.isEmpty, mention.notHeld == nil
    else { return mention }
    // `its decline`.
    if mention.has(.pronoun) {
      let words = lexicon.words(tokens[own.upperBound - 1].lower)
      var mention = mention
      mention.words += words.filter { $0.part == .rise || $0.part == .fall }
      return mention
    }
    let kept: [SpokenWord.Part] =
      mention.has(.against)
      ? [.rise, .fall, .firstly, .anyOther] : [.firstly, .anyOther, .every, .above]
    for length in (1..<own.count).reversed() {
      let words = lexicon.words(written(own.lowerBound..<own.lowerBound + length))
      let directions = words.filter { kept.contains($0.part) && !mention.has($0.part) }
      guard !directions.isEmpty else { continue }
      var mention = mention
      mention.words += directions
      return mention
    }
    return mention
  }

  /// Signs inside a name.
  private static let joints: Set<String> = ["-", "'", "(", ")", "&", "/", "."]

  /// `we'll`, `you'd`: what is to come, or would.
  private func future(at place: Int) -> TextMark? {
    let isShort = ["'ll", "'d"].contains { tokens[place].lower.hasSuffix($0) }
    guard isShort, let would = lexicon.mention("would") else { return nil }
    return TextMark(tokens: place..<place + 1, content: .mention(would))
  }

  /// `in the agency's records`, `in the history of the patrol`: all that is held.
  private func history(at start: Int) -> TextMark? {
    guard tokens[start].lower == "in", let ever = lexicon.mention("in history") else { return nil }
    for place in start + 1..<min(start + 6, tokens.count) {
      guard tokens[place].kind == .word, !tokens[place].lower.hasSuffix("ed") else { return nil }
      if ["history", "records"].contains(tokens[place].lower) {
        let end = place + 1
        return TextMark(tokens: start..<end, content: .mention(ever))
      }
    }
    return nil
  }

  private func written(_ own: Range<Int>) -> String {
    var text = ""
    for place in own {
      if place > own.lowerBound, tokens[place].isAfterSpace { text += " " }
      text += tokens[place].text
    }
    // `Del Rio's` names what `Del Rio` does, and `you're` what `you` does.
    for ending in ["'s", "'re", "'ve", "'d", "'ll"] where text.lowercased().hasSuffix(ending) {
      return String(text.dropLast(ending.utf8.count))
    }
    return text
  }
}

extension TextMark {
  /// Whether it names something of the catalog.
  var isNamed: Bool {
    mention.map { !$0.counted.isEmpty || !$0.values.isEmpty || $0.notHeld != nil || $0.key != nil }
      ?? false
  }
}
