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
  private func dropIdleVerbs(_ found: inout [TextAnchor]) {
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

  private func anchor(_ kind: TextAnchor.Kind, _ marks: ClosedRange<Int>) -> TextAnchor {
    TextAnchor(
      kind: kind,
      marks: marks,
      tokens: self.marks[marks.lowerBound].tokens
        .lowerBound..<self.marks[marks.upperBound].tokens.upperBound
    )
  }

  // MARK: Numbers

  /// `a decrease of 9 percent from April and 31 percent from May`: what is said against another
  /// time after a change goes on with it.
  private func continued(at place: Int, _ last: TextAnchor?) -> TextAnchor? {
    guard case .change(.some, let isRise)? = last?.kind, let number = marks[place].number,
      number.kind == .percent, let next = next(place), next + 1 < marks.count,
      marks[next].has(.origin) || marks[next].has(.against), marks[next + 1].time != nil,
      // `a decrease of 42% from the month before but 12 percent more than in January`.
      !has(next, .rise), !has(next, .fall)
    else { return nil }
    return anchor(.change(number, isRise: isRise), place...place)
  }

  private func number(at place: Int) -> TextAnchor? {
    guard let number = marks[place].number, !isLabel(place), !isPartOfCode(place),
      !isAnyone(place, number)
    else { return nil }
    switch number.kind {
    case .part where isOfTime(place):
      var number = number
      number.isFactor = true
      return anchor(.multiple(number, isLess: false), place...place)
    case .percent, .part:
      if measuresOther(place) { return nil }
      fallthrough
    case .points:
      if number.sign != 0 { return anchor(.change(number, isRise: number.sign > 0), place...place) }
      if number.kind != .points, let first = levelStart(place) {
        return anchor(.share(number), first...place)
      }
      if let (isRise, marks) = direction(of: place) {
        return anchor(.change(number, isRise: isRise), marks)
      }
      return number.kind == .points ? nil : anchor(.share(number), place...place)
    case .times:
      var number = number
      number.isFactor = true
      let isLess = next(place).map { has($0, .fall) } ?? false
      let isRise = next(place).map { has($0, .rise) } ?? false
      if isRise { number.isFactor = false }
      return anchor(
        .multiple(number, isLess: isLess),
        place...(isLess || isRise ? place + 1 : place)
      )
    case .count:
      guard countsSomething(place), !isWhole(place) else { return nil }
      // `rose by 118`, `down by 2.2 million`.
      if place > 0, isBefore(place, "by"), let mark = direction(before: place) {
        return anchor(.change(number, isRise: has(mark, .rise)), mark...place)
      }
      // `fell to 8,353`, `down from 84,994`: the word of change belongs to the number.
      if ["to", "from", "at"].contains(where: { isBefore(place, $0) }),
        let mark = direction(before: place)
      {
        return anchor(.value(number), mark...place)
      }
      return anchor(.value(number), place...place)
    }
  }

  /// Whether a part is one of what another time had: `a tenth of what February brought`, `one fifth
  /// of fiscal 2020`.
  private func isOfTime(_ place: Int) -> Bool {
    var token = marks[place].tokens.upperBound
    guard token + 1 < tokens.count, tokens[token].lower == "of" else { return false }
    token += 1
    let isWhat = tokens[token].lower == "what"
    while token < tokens.count,
      ["what", "that", "the", "those", "level", "figure", "number", "total", "of", "in", "it", "was"]
        .contains(tokens[token].lower)
    {
      token += 1
    }
    if let time = marks.first(where: { $0.tokens.lowerBound == token }), time.time != nil {
      let next = marks.first { $0.tokens.lowerBound >= time.tokens.upperBound }
      return isWhat || !(next?.isNamed ?? false)
    }
    guard isWhat else { return false }
    // `of what they caught in December 2023`.
    return marks[place...].prefix(7).contains { $0.time != nil }
  }

  /// Whether a part is one of a thing of another field: `half a mile`, `a half mile`.
  private func measuresOther(_ place: Int) -> Bool {
    guard let next = marks[safe: place + 1] else { return false }
    return next.tokens.lowerBound - marks[place].tokens.upperBound <= 1 && next.has(.measured)
  }

  /// Whether `one` stands for somebody: `caught one the other day`.
  private func isAnyone(_ place: Int, _ number: SpokenNumber) -> Bool {
    guard number.kind == .count, number.isWord, number.value == 1 else { return false }
    let next = marks[safe: place + 1]
    let isBeside = next?.tokens.lowerBound == marks[place].tokens.upperBound
    return !(isBeside && (next?.isNamed ?? false || next?.has(.kind) ?? false))
  }

  /// The word of change that a number belongs to: `fell by 60 percent`, `50 percent fewer`, `a
  /// decrease of 42%`.
  private func direction(of place: Int) -> (isRise: Bool, ClosedRange<Int>)? {
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

  /// Whether a number only says again what a part is told of: `of those 60,311, four in ten`.
  private func isWhole(_ place: Int) -> Bool {
    let own = marks[place].tokens
    guard own.lowerBound > 1, tokens[own.lowerBound - 2].lower == "of",
      ["those", "these", "the"].contains(tokens[own.lowerBound - 1].lower),
      let next = marks[(place + 1)...].first(where: { $0.number != nil })?.number
    else { return false }
    return own.upperBound < tokens.count && tokens[own.upperBound].text == ","
      && [.part, .percent].contains(next.kind)
  }

  /// The noun of change that a number is set beside: `its decline, 57 percent, is smaller`.
  private func nounBefore(_ place: Int) -> Int? {
    let first = marks[place].tokens.lowerBound
    guard place > 0, first > 0, tokens[first - 1].text == ",",
      marks[place - 1].tokens.upperBound == first - 1,
      has(place - 1, .rise) || has(place - 1, .fall)
    else { return nil }
    return place - 1
  }

  /// The first mark of a share that is one end of a change: `up from 8 percent`, `grew from 8% to
  /// 14%`, `fell to a third`.
  private func levelStart(_ place: Int) -> Int? {
    guard isBefore(place, "from") || isBefore(place, "to") else { return nil }
    if let mark = direction(before: place) { return mark }
    // `went from 19% to 47%`.
    let first = marks[place].tokens.lowerBound
    if first > 1, tokens[first - 1].lower == "from",
      ["went", "go", "goes", "moved", "swung", "shifted", "changed"].contains(
        tokens[first - 2].lower
      )
    {
      return place
    }
    let isBehindOther = marks[..<place].contains { mark in
      mark.number.map { $0.kind == .percent || $0.kind == .part } ?? false
    }
    return isBefore(place, "to") && isBehindOther && (0..<place).contains { isBefore($0, "from") }
      ? place : nil
  }

  private func isUp(_ place: Int) -> Bool { marks[place].mention?.word(.above)?.means == "up" }

  /// The word of change before a number, with nothing but small words between.
  private func direction(before place: Int) -> Int? {
    var place = place
    let end = marks[place].tokens.lowerBound
    while place > 0 {
      place -= 1
      guard end - marks[place].tokens.upperBound <= 5,
        !hasBoundary(marks[place].tokens.upperBound, end)
      else { return nil }
      if has(place, .rise) || has(place, .fall) { return place }
      guard marks[place].mention != nil, !marks[place].isNamed else { return nil }
    }
    return nil
  }

  /// Whether what a number counts is people or what this field counts, or nothing is said.
  private func countsSomething(_ place: Int) -> Bool {
    guard let number = marks[place].number, isPlausible(number) else { return false }
    var token = marks[place].tokens.upperBound
    var unknown = 0
    while token < tokens.count, unknown < 2 {
      let own = tokens[token]
      if own.kind == .sign {
        if own.text == "-" || own.text == "/" && !own.isBehindSpace { return false }
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
        if mention.has(.span) || mention.has(.measured) { return false }
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
      if own.lower.hasSuffix("ed") || own.lower.hasSuffix("ly") {
        return unknown == 0 && isWritten(number)
      }
      unknown += 1
      token += 1
    }
    return unknown == 0 && isWritten(number)
  }

  /// Whether a number can be one of a statistic that names nothing after it.
  private func isWritten(_ number: SpokenNumber) -> Bool {
    guard !number.isMoney, !number.isWord else { return false }
    // Many digits without commas are a code.
    return number.value < 10_000 || number.text.contains(",")
      || number.text.contains { $0.isLetter }
  }

  /// Whether a number can count anything: no `0123`, no `208.35`.
  private func isPlausible(_ number: SpokenNumber) -> Bool {
    let isDecimal = number.text.contains(".") && !number.text.contains { $0.isLetter }
    let isCode =
      number.text.hasPrefix("0") && number.text.utf8.count > 1 && !number.text.contains(".")
    return !isCode && (!isDecimal || number.value < 10)
  }

  private func isArticle(_ token: TextToken) -> Bool { token.lower == "of" || token.lower == "the" }

  /// `Section 212`, `No. 4`, `chart 2`: a name and no amount.
  private func isLabel(_ place: Int) -> Bool {
    let first = marks[place].tokens.lowerBound
    guard first > 0 else { return false }
    var before = first - 1
    while before > 0, [".", "("].contains(tokens[before].text) { before -= 1 }
    if lexicon.word(tokens[before].lower, .label) != nil { return true }
    // A word with a capital before a bare small number: `Suite 900`.
    return false
  }

  /// `202-555-0148`, `24-0213`, `1:14`, `#12`.
  private func isPartOfCode(_ place: Int) -> Bool {
    let own = marks[place].tokens
    let last = own.upperBound
    if own.lowerBound > 0 {
      let before = tokens[own.lowerBound - 1]
      let isBare = !tokens[own.lowerBound].isBehindSpace
      if isBare, ["-", "/", ":", "#", "+", ".", "\u{2013}"].contains(before.text) { return true }
      if isBare, before.kind == .word { return true }
    }
    if last < tokens.count, !tokens[last].isBehindSpace,
      ["-", "/", ":"].contains(tokens[last].text),
      last + 1 < tokens.count, !tokens[last + 1].isBehindSpace
    {
      return true
    }
    return false
  }

  // MARK: Words

  private func word(at place: Int) -> TextAnchor? {
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
      guard let last = kindBehind(place) else {
        guard isGroupBehind(place) || isLeader(place) else { return nil }
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

  /// The mark before the time that something is compared with: `had more last month than in all of
  /// fiscal 2018`.
  private func thanTime(_ place: Int) -> Int? {
    for next in place + 1..<max(place + 1, min(place + 8, marks.count)) {
      if marks[next].number != nil { return nil }
      guard marks[next].has(.against), tokens[marks[next].tokens].contains(where: { $0.lower == "than" })
      else { continue }
      guard let time = marks[(next + 1)...].first(where: { $0.time != nil }) else { return nil }
      let between = tokens[marks[next].tokens.upperBound..<time.tokens.lowerBound].map(\.lower)
      let isNear = between.allSatisfy {
        ["in", "all", "of", "the", "whole", "entire", "during", "it", "was", "they", "were", "at"]
          .contains($0)
      }
      return isNear && between.count <= 4 ? next : nil
    }
    return nil
  }

  /// Whether `up` or `down` is a part of another verb: `nobody up here`, `warming up bottles`.
  private func isParticle(_ place: Int, _ mention: Mention) -> Bool {
    guard ["up", "down"].contains(mention.text.lowercased()) else { return false }
    let first = marks[place].tokens.lowerBound
    guard first > 0 else { return false }
    let before = tokens[max(0, first - 3)..<first].map(\.lower)
    return !before.contains {
      ["is", "are", "was", "were", "be", "been", "went", "go", "goes", "gone", "going", "remain",
        "remains", "remained"].contains($0) || $0.hasSuffix("'s") || $0.hasSuffix("'re")
    }
  }

  /// Whether words of change are a verb: `rose`, `has risen`.
  private func isVerb(_ mention: Mention) -> Bool {
    if mention.has(.verb) { return true }
    let words = mention.text.lowercased().split(separator: " ")
    guard words.count > 1, let last = words.last else { return false }
    return ["has", "have", "had", "was", "were", "been"].contains(words[0])
      && lexicon.word(String(last), .verb) != nil
  }

  /// `most of them`, `the majority of encounters`, `a majority was`.
  private func isMost(_ place: Int, _ mention: Mention) -> Bool {
    if mention.has(.majority) { return true }
    let next = marks[place].tokens.upperBound
    return mention.text.lowercased() == "most" && next < tokens.count && tokens[next].lower == "of"
  }

  /// `more arrests than in any other fiscal year`, `more than in any other sector`.
  private func amongAll(_ place: Int, _ isRise: Bool) -> TextAnchor? {
    for next in place..<min(place + 9, marks.count) {
      guard marks[next].has(.anyOther) else {
        if next > place, marks[next].number != nil { return nil }
        continue
      }
      if marks[safe: next + 1]?.time != nil {
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

  /// The mark between two values of one dimension: `more people met at ports than between ports`.
  private func than(_ place: Int) -> Int? {
    for mark in place + 1..<max(place + 1, min(place + 8, marks.count)) {
      if marks[mark].number != nil { return nil }
      guard marks[mark].has(.against) else { continue }
      let before = dimensions(place..<mark)
      let behind = dimensions(mark..<min(mark + 3, marks.count))
      return before.isDisjoint(with: behind) ? nil : mark
    }
    return nil
  }

  /// Whether values of one dimension stand on both sides: `Venezuelans outnumbered Mexicans`.
  private func isBetweenValues(_ place: Int) -> Bool {
    let behind = place + 1..<min(place + 3, marks.count)
    guard !behind.isEmpty, marks[behind].allSatisfy({ $0.number == nil }) else { return false }
    return !dimensions(max(0, place - 5)..<place).isDisjoint(with: dimensions(behind))
  }

  private func dimensions(_ own: Range<Int>) -> Set<Int> {
    own.reduce(into: []) { found, place in
      for value in marks[place].mention?.values ?? [] { found.insert(value.dimension) }
    }
  }

  /// Whether a time follows: `more than in May`.
  private func isBeforeTime(_ place: Int) -> Bool {
    guard let next = marks[safe: place + 1] else { return false }
    return next.time != nil
      && next.tokens.lowerBound - marks[place].tokens.upperBound <= 1
  }

  /// How exactly a verb is meant: `more than doubled`, `nearly tripled`.
  private func degree(before place: Int) -> Degree {
    let end = marks[place].tokens.lowerBound
    for length in (1...3).reversed() where end >= length {
      let text = tokens[end - length..<end].map(\.lower).joined(separator: " ")
      if let word = lexicon.word(text, .degree), let degree = Degree(rawValue: word.means) {
        return degree
      }
    }
    return .equal
  }

  /// `doubled`, `halved`.
  private func factor(_ mention: Mention) -> (Int, isLess: Bool)? {
    guard
      let word = mention.words.first(where: {
        ($0.part == .rise || $0.part == .fall) && !$0.means.isEmpty
      })
    else { return nil }
    switch word.means {
    case "doubled": return (2, false)
    case "tripled": return (3, false)
    case "quadrupled": return (4, false)
    case "halved": return (2, true)
    default: return nil
    }
  }

  private func superlative(at place: Int, _ mention: Mention) -> (
    isHigh: Bool, rank: Int, first: Int
  )? {
    let words = mention.words
    guard words.contains(where: { [.most, .least].contains($0.part) }), mention.counted.isEmpty
    else { return nil }
    // `most of them` is a share, `at most` a hedge.
    let next = marks[place].tokens.upperBound
    if mention.text.lowercased() == "most" || mention.text.lowercased() == "least" {
      guard next < tokens.count, tokens[next].lower != "of" else { return nil }
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

  /// `not since 2006 have there been so many`.
  private func notSince(_ place: Int) -> TextAnchor? {
    guard has(place, .negation), place + 1 < marks.count, has(place + 1, .since) else { return nil }
    let between = marks[place].tokens.upperBound..<marks[place + 1].tokens.lowerBound
    if between.count == 1, tokens[between.lowerBound].lower == "seen" {
      return anchor(.superlative(isHigh: !tellsFall(before: place), rank: 1), place...place)
    }
    guard between.isEmpty else { return nil }
    let behind = tokens[marks[place + 1].tokens.upperBound...].prefix(14).map(\.lower)
    for (index, word) in behind.enumerated() where ["so", "this", "as"].contains(word) {
      guard index + 1 < behind.count else { break }
      switch behind[index + 1] {
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
  private func tellsFall(before place: Int) -> Bool {
    marks[..<place].contains { $0.has(.fall) || $0.has(.least) }
  }

  /// Whether a value that is named before has the most of its kind: `it was Tucson that once again
  /// had the most`.
  private func isLeader(_ place: Int) -> Bool {
    let words = marks[place].mention?.text.lowercased().split(separator: " ") ?? []
    let isVerb = ["had", "has", "have", "saw", "recorded", "reported", "received", "led", "leads"]
      .contains { words.first == $0[...] }
    return isVerb && words.contains { $0 == "most" || $0 == "least" || $0 == "fewest" }
      && marks[max(0, place - 4)..<place].contains { $0.mention?.values.isEmpty == false }
  }

  /// The kind of values that a place is among: `the largest nationality`, `the busiest sector`.
  private func kindBehind(_ place: Int) -> Int? {
    for next in place + 1..<min(place + 3, marks.count) {
      guard marks[next].tokens.lowerBound - marks[place].tokens.upperBound <= 2 else { return nil }
      if let key = marks[next].mention?.key, lexicon.dimension(named: key) != nil { return next }
      guard !marks[next].isNamed || marks[next].mention?.counted.isEmpty == false else { continue }
    }
    return nil
  }

  /// Whether a group among others of its kind is meant, of which no more is said: `the largest
  /// group`.
  private func isGroupBehind(_ place: Int) -> Bool {
    let next = marks[place].tokens.upperBound
    let behind = tokens[next..<min(next + 2, tokens.count)]
    return behind.contains { lexicon.word($0.lower, .group) != nil }
  }

  /// Whether it is told among which periods: `since 2020`, `in five years`, `ever`; a record needs
  /// none.
  private func hasReach(_ place: Int) -> Bool {
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
  private func isMonthly(_ place: Int, _ end: Int) -> Bool {
    let first = max(0, marks[place].tokens.lowerBound - 1)
    let own = tokens[first..<end]
    return own.contains { ["month", "monthly", "month's"].contains($0.lower) }
      || end - marks[place].tokens.upperBound <= 1 && own.last?.lower == "of"
  }

  private func isRecord(_ place: Int) -> Bool {
    let text = marks[place].mention?.text.lowercased() ?? ""
    return text.contains("record") && !text.hasSuffix("records") || text.contains("all-time")
      || text.hasSuffix("ever") || text.contains("reached")
  }

  // MARK: Helpers

  private func has(_ place: Int, _ part: SpokenWord.Part) -> Bool { marks[place].has(part) }

  private func next(_ place: Int) -> Int? {
    place + 1 < marks.count
      && marks[place + 1].tokens.lowerBound - marks[place].tokens.upperBound <= 1 ? place + 1 : nil
  }

  private func isBefore(_ place: Int, _ word: String) -> Bool {
    var first = marks[place].tokens.lowerBound
    // `up from the 196,000 of the year before`.
    if first > 1, tokens[first - 1].lower == "the" { first -= 1 }
    return first > 0 && tokens[first - 1].lower == word
      || place > 0 && marks[place - 1].mention?.text.lowercased() == word
  }

  /// Whether a sign that divides is between two tokens.
  private func hasBoundary(_ first: Int, _ last: Int) -> Bool {
    first < last
      && tokens[first..<last].contains { [",", ";", ":", "(", ")", "\u{2014}"].contains($0.text) }
  }
}
