import Catalog
import QueryLanguage

/// Words of rank and record, and what they are among.
extension AnchorFinder {
  /// `more arrests than in any other fiscal year`, `more than in any other sector`.
  func amongAll(_ place: Int, _ isRise: Bool) -> TextAnchor? {
    for next in place..<min(place + 9, marks.count) {
      guard marks[next].has(.anyOther) else {
        if next > place, marks[next].number != nil { return nil }
        continue
      }
      if isAnyTime(next) || marks[safe: next + 1]?.time != nil {
        return anchor(.superlative(isHigh: isRise, rank: 1), place...next)
      }
      guard let key = marks[safe: next + 1]?.mention?.key else { return nil }
      if TimeUnit(rawValue: key) != nil {
        return anchor(.superlative(isHigh: isRise, rank: 1), place...next + 1)
      }
      let dimension = lexicon.dimension(named: key)
      return anchor(.place(isHigh: isRise, rank: 1, dimension: dimension), place...next + 1)
    }
    return nil
  }

  /// Whether all times are meant, and no kind of period: `than at any time`, `than ever`.
  private func isAnyTime(_ place: Int) -> Bool {
    ["time", "point", "ever", "before"].contains(tokens[marks[place].tokens.upperBound - 1].lower)
  }

  func superlative(at place: Int, _ mention: Mention) -> (
    isHigh: Bool, rank: Int, first: Int
  )? {
    let words = mention.words
    guard words.contains(where: { [.most, .least].contains($0.part) }), mention.counted.isEmpty
    else { return nil }
    // `most of them` is a share, `at most` a hedge.
    let next = marks[place].tokens.upperBound
    if mention.text.lowercased() == "most" || mention.text.lowercased() == "least" {
      guard next < tokens.count, tokens[next].lower != "of" || isAmongAny(next) else { return nil }
      let before = marks[place].tokens.lowerBound
      guard before > 0, tokens[before - 1].lower != "at" else { return nil }
    }
    if mention.text.lowercased() == "top" { return nil }
    let isLow =
      words.contains { $0.part == .least }
      || next < tokens.count && tokens[next].lower == "low"
    var first = place
    var rank = 1
    if place > 0, let ordinal = marks[place - 1].mention?.word(.ordinal),
      let number = Int(ordinal.means),
      number > 1, marks[place - 1].tokens.upperBound == marks[place].tokens.lowerBound
    {
      rank = number
      first = place - 1
    }
    return (!isLow, rank, first)
  }

  /// Whether `of any` follows: `the most of any sector`.
  func isAmongAny(_ token: Int) -> Bool {
    token + 1 < tokens.count && tokens[token].lower == "of" && tokens[token + 1].lower == "any"
  }

  /// `you have to go back to August 2020 to find a lower month`, `for a smaller total one must go
  /// back to fiscal 2017`: the lowest since then.
  var backTo: TextAnchor? {
    guard
      let back = tokens.indices.first(where: { place in
        tokens[place].lower == "back" && place + 1 < tokens.count
          && ["to", "until"].contains(tokens[place + 1].lower)
          && tokens[max(0, place - 4)..<place].contains { Self.goings.contains($0.lower) }
      }),
      let time = marks.indices.first(where: { place in
        marks[place].time != nil && (2...3).contains(marks[place].tokens.lowerBound - back)
      }),
      let degree = tokens.first(where: { Self.lower.contains($0.lower) })
        ?? tokens.first(where: { Self.higher.contains($0.lower) })
    else { return nil }
    return TextAnchor(
      kind: .superlative(isHigh: !Self.lower.contains(degree.lower), rank: 1),
      marks: time...time,
      tokens: back..<marks[time].tokens.upperBound
    )
  }

  private static let goings: Set<String> = ["go", "going", "goes", "gone", "look", "reach"]
  private static let lower: Set<String> = ["lower", "smaller", "fewer", "less"]
  private static let higher: Set<String> = ["higher", "larger", "bigger", "more", "greater"]

  /// `not since 2006 have there been so many`.
  func notSince(_ place: Int) -> TextAnchor? {
    guard has(place, .negation),
      let since = marks.indices.first(where: { $0 > place && marks[$0].has(.since) }),
      since - place <= 2
    else { return nil }
    let between = marks[place].tokens.upperBound..<marks[since].tokens.lowerBound
    if between.count == 1,
      ["seen", "reached", "matched"].contains(tokens[between.lowerBound].lower)
    {
      return anchor(.superlative(isHigh: !tellsFall(before: place), rank: 1), place...place)
    }
    guard between.isEmpty else { return nil }
    let after = tokens[marks[since].tokens.upperBound...].prefix(14).map(\.lower)
    for (index, word) in after.enumerated() where ["so", "this", "as"].contains(word) {
      guard index + 1 < after.count else { break }
      switch after[index + 1] {
      case "many", "high", "much":
        return anchor(.superlative(isHigh: true, rank: 1), place...place)
      case "few", "low", "little":
        return anchor(.superlative(isHigh: false, rank: 1), place...place)
      default: continue
      }
    }
    return nil
  }

  /// Whether a fall is told before: `has dropped to a level not seen since 2020`.
  func tellsFall(before place: Int) -> Bool {
    marks[..<place].contains { $0.has(.fall) || $0.has(.least) }
  }

  /// Whether a value that is named before has the most of its kind: `it was Tucson that once again
  /// had the most`.
  func isLeader(_ place: Int) -> Bool {
    let words = marks[place].mention?.text.lowercased().split(separator: " ") ?? []
    let isVerb = ["had", "has", "have", "saw", "recorded", "reported", "received", "led", "leads"]
      .contains { words.first == $0[...] }
    return isVerb && words.contains { $0 == "most" || $0 == "least" || $0 == "fewest" }
      && marks[max(0, place - 4)..<place].contains { $0.mention?.values.isEmpty == false }
  }

  /// The kind of values that a place is among: `the largest nationality`, `the busiest sector`.
  func kindAfter(_ place: Int) -> Int? {
    for next in place + 1..<min(place + 3, marks.count) {
      guard marks[next].tokens.lowerBound - marks[place].tokens.upperBound <= 2 else { return nil }
      if let key = marks[next].mention?.key, lexicon.dimension(named: key) != nil { return next }
      guard !marks[next].isNamed || marks[next].mention?.counted.isEmpty == false else { continue }
    }
    return nil
  }

  /// Whether a group among others of its kind is meant, of which no more is said: `the largest
  /// group`.
  func isGroupAfter(_ place: Int) -> Bool {
    let next = marks[place].tokens.upperBound
    let after = tokens[next..<min(next + 2, tokens.count)]
    return after.contains { lexicon.word($0.lower, .group) != nil }
  }

  /// Whether it is told among which periods: `since 2020`, `in five years`, `ever`; a record needs
  /// none.
  func hasReach(_ place: Int) -> Bool {
    if isRecord(place) { return true }
    if place > 0, case .relative(let words)? = marks[place - 1].time, words.hasPrefix("in ") {
      return true
    }
    for next in marks[(place + 1)...] {
      guard next.tokens.lowerBound - marks[place].tokens.upperBound <= 9 else { return false }
      if next.has(.since) || next.has(.ever) { return true }
      if next.mention?.term != nil, tokens[next.tokens.lowerBound - 1].lower == "under" {
        return true
      }
      if case .relative(let words)? = next.time, words.hasPrefix("in ") || words.hasPrefix("last ")
      {
        return true
      }
      if let time = next.time, time.isYearAround, isMonthly(place, next.tokens.lowerBound) {
        return true
      }
    }
    return false
  }

  /// Whether months are ranked: `the highest monthly figure of fiscal 2024`, `the lowest month this
  /// year`, `the highest of the year`.
  func isMonthly(_ place: Int, _ end: Int) -> Bool {
    let first = max(0, marks[place].tokens.lowerBound - 1)
    let own = tokens[first..<end]
    return own.contains { ["month", "monthly", "month's"].contains($0.lower) }
      || end - marks[place].tokens.upperBound <= 1 && own.last?.lower == "of"
  }

  func isRecord(_ place: Int) -> Bool {
    let text = marks[place].mention?.text.lowercased() ?? ""
    return text.contains("record") && !text.hasSuffix("records") || text.contains("all-time")
      || text.hasSuffix("ever") || text.contains("reached")
  }
}
