import Catalog
import QueryLanguage

/// Finds what a sentence states among its marks: numbers with what they tell, words of change and
/// rank.
struct AnchorFinder {
  let tokens: [TextToken]

  let marks: [TextMark]

  let lexicon: TextLexicon

  var anchors: [TextAnchor] {
    var found: [TextAnchor] = []
    for (place, mark) in marks.enumerated() where mark.number != nil {
      if let anchor = continued(at: place, found.last) ?? number(at: place) { found.append(anchor) }
    }
    if let backTo, !found.contains(where: { $0.tokens.overlaps(backTo.tokens) }) {
      found.append(backTo)
    }
    for place in marks.indices where !found.contains(where: { $0.marks.contains(place) }) {
      if let anchor = word(at: place) { found.append(anchor) }
    }
    found.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    dropIdleVerbs(&found)
    // Of two that share words, the first.
    var apart: [TextAnchor] = []
    for anchor in found where (apart.last?.tokens.upperBound ?? 0) <= anchor.tokens.lowerBound {
      apart.append(anchor)
    }
    return apart
  }

  /// `two thirds of the total fell in the first quarter`: the verb tells when, and no change.
  func dropIdleVerbs(_ found: inout [TextAnchor]) {
    for place in found.indices.dropLast().reversed() {
      // `have increased fivefold`.
      guard case .change(nil, _) = found[place].kind, case .multiple = found[place + 1].kind,
        found[place + 1].tokens.lowerBound - found[place].tokens.upperBound <= 1
      else { continue }
      found.remove(at: place)
    }
    var last: TextAnchor?
    found.removeAll { anchor in
      defer { last = anchor }
      guard case .change(nil, _) = anchor.kind, let share = last, share.isShare,
        anchor.tokens.upperBound < tokens.count
      else { return false }
      return ["in", "during", "within"].contains(tokens[anchor.tokens.upperBound].lower)
        && !hasBoundary(share.tokens.upperBound, anchor.tokens.lowerBound)
    }
  }

  func anchor(_ kind: TextAnchor.Kind, _ marks: ClosedRange<Int>) -> TextAnchor {
    TextAnchor(
      kind: kind,
      marks: marks,
      tokens: self.marks[marks.lowerBound].tokens
        .lowerBound..<self.marks[marks.upperBound].tokens.upperBound
    )
  }

  /// The word of change that a number belongs to: `fell by 60 percent`, `50 percent fewer`, `a
  /// decrease of 42%`.
  func direction(of place: Int) -> (isRise: Bool, ClosedRange<Int>)? {
    let gap = 3
    // `went up by 13% over the month`.
    if isBefore(place, "by"), let mark = direction(before: place) {
      return (has(mark, .rise), mark...place)
    }
    if place + 1 < marks.count {
      for next in place + 1...min(place + 2, marks.count - 1) {
        guard marks[next].tokens.lowerBound - marks[place].tokens.upperBound <= gap,
          !hasBoundary(marks[place].tokens.upperBound, marks[next].tokens.lowerBound)
        else { break }
        if isDuring(next) { break }
        if has(next, .rise) || has(next, .above) && isUp(next) { return (true, place...next) }
        if has(next, .fall) || has(next, .above) && !isUp(next) { return (false, place...next) }
        // `81 percent of encounters` is a share.
        if marks[next].isNamed || marks[next].has(.origin) { break }
      }
    }
    if let mark = nounBefore(place) { return (has(mark, .rise), mark...place) }
    guard let mark = direction(before: place) else { return nil }
    return (has(mark, .rise), mark...place)
  }

  /// The noun of change that a number is set beside: `its decline, 57 percent, is smaller`, `the
  /// drop over the year: 81%`.
  func nounBefore(_ place: Int) -> Int? {
    let first = marks[place].tokens.lowerBound
    guard place > 0, first > 0, [",", ":"].contains(tokens[first - 1].text) else { return nil }
    var end = first - 1
    var noun = place - 1
    while tokens[first - 1].text == ":", noun > 0, isTimed(noun) {
      end = marks[noun].tokens.lowerBound
      noun -= 1
    }
    let isBeside = (0...2).contains(end - marks[noun].tokens.upperBound)
    guard isBeside, has(noun, .rise) || has(noun, .fall) else { return nil }
    return noun
  }

  /// Whether a mark is a time, or a small word before one.
  private func isTimed(_ place: Int) -> Bool {
    let mark = marks[place]
    return mark.time != nil
      || [.since, .origin, .against, .place].contains { mark.has($0) } && !mark.isNamed
        && !mark.has(.rise) && !mark.has(.fall)
  }

  /// Whether `over` precedes the time in which something changed: `2% over the same year`.
  private func isDuring(_ place: Int) -> Bool {
    guard has(place, .above), case .relative(let words)? = marks[safe: place + 1]?.time else {
      return false
    }
    return ["same", "samemonth"].contains(words) || words.hasPrefix("in ")
      || words.hasPrefix("last ")
  }

  func isUp(_ place: Int) -> Bool { marks[place].mention?.word(.above)?.means == "up" }

  /// The word of change before a number, with nothing but small words between.
  func direction(before place: Int) -> Int? {
    var place = place
    var end = marks[place].tokens.lowerBound
    // `came down for the first time, by 19 percent`.
    if end > 1, tokens[end - 1].lower == "by", tokens[end - 2].text == "," { end -= 2 }
    while place > 0 {
      place -= 1
      guard end - marks[place].tokens.upperBound <= 5,
        !hasBoundary(marks[place].tokens.upperBound, end)
      else { return nil }
      if has(place, .rise) || has(place, .fall) { return place }
      // `the reduction since then is 43 percent`.
      let isSince = marks[place].time != nil && place > 0 && has(place - 1, .since)
      guard isSince || marks[place].mention != nil, !marks[place].isNamed else { return nil }
    }
    return nil
  }

  func word(at place: Int) -> TextAnchor? {
    guard let mention = marks[place].mention else { return nil }
    if let notSince = notSince(place) { return notSince }
    if isMost(place, mention) {
      let half = SpokenNumber(kind: .part, text: "half", value: 50, degree: .moreThan)
      return anchor(.share(half), place...place)
    }
    if let (isHigh, rank, first) = superlative(at: place, mention) {
      if hasReach(place) {
        return anchor(.superlative(isHigh: isHigh, rank: rank), first...place)
      }
      guard let last = kindAfter(place) else {
        guard isGroupAfter(place) || isLeader(place) else { return nil }
        return anchor(.place(isHigh: isHigh, rank: rank, dimension: nil), first...place)
      }
      let dimension = marks[last].mention?.key.flatMap { lexicon.dimension(named: $0) }
      return anchor(.place(isHigh: isHigh, rank: rank, dimension: dimension), first...last)
    }
    if let (factor, isLess) = factor(mention) {
      var number = SpokenNumber(kind: .times, text: "\(factor) times", value: Double(factor))
      number.degree = degree(before: place)
      return anchor(.multiple(number, isLess: isLess), place...place)
    }
    if mention.has(.against), mention.has(.verb), isBetweenValues(place) {
      return anchor(.versus(isMore: true, than: place), place...place)
    }
    // `a river that can rise`.
    let first = marks[place].tokens.lowerBound
    if first > 0, ["can", "may", "cannot"].contains(tokens[first - 1].lower) { return nil }
    let isRise = mention.has(.rise)
    guard isRise != mention.has(.fall), !marks[place].isNamed else { return nil }
    if let amongAll = amongAll(place, isRise) { return amongAll }
    if let than = than(place) { return anchor(.versus(isMore: isRise, than: than), place...place) }
    // `fewer than in October 2024`.
    if let next = next(place), marks[next].has(.against), isBeforeTime(next) {
      return anchor(.change(nil, isRise: isRise), place...next)
    }
    if isParticle(place, mention) { return nil }
    if let last = thanTime(place) { return anchor(.change(nil, isRise: isRise), place...last) }
    guard isVerb(mention) || mention.has(.against) && isBeforeTime(place) else { return nil }
    return anchor(.change(nil, isRise: isRise), place...place)
  }

  func has(_ place: Int, _ part: SpokenWord.Part) -> Bool { marks[place].has(part) }

  func next(_ place: Int) -> Int? {
    place + 1 < marks.count
      && marks[place + 1].tokens.lowerBound - marks[place].tokens.upperBound <= 1 ? place + 1 : nil
  }

  func isBefore(_ place: Int, _ word: String) -> Bool {
    var first = marks[place].tokens.lowerBound
    // `up from the 196,000 of the year before`.
    if first > 1, tokens[first - 1].lower == "the" { first -= 1 }
    return first > 0 && tokens[first - 1].lower == word
      || place > 0 && marks[place - 1].mention?.text.lowercased() == word
  }

  /// Whether a sign that divides is between two tokens.
  func hasBoundary(_ first: Int, _ last: Int) -> Bool {
    first < last
      && tokens[first..<last].contains { [",", ";", ":", "(", ")", "\u{2014}"].contains($0.text) }
  }
}
