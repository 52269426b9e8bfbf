import Catalog
import QueryLanguage

/// What the numbers of a sentence tell.
extension AnchorFinder {
  /// `a decrease of 9 percent from April and 31 percent from May`: what is said against another
  /// time after a change goes on with it.
  func continued(at place: Int, _ last: TextAnchor?) -> TextAnchor? {
    guard case .change(.some, let isRise)? = last?.kind, let number = marks[place].number,
      number.kind == .percent, let next = next(place), next + 1 < marks.count,
      marks[next].has(.origin) || marks[next].has(.against), marks[next + 1].time != nil,
      // `a decrease of 42% from the month before but 12 percent more than in January`.
      !has(next, .rise), !has(next, .fall)
    else { return nil }
    return anchor(.change(number, isRise: isRise), place...place)
  }

  func number(at place: Int) -> TextAnchor? {
    guard let number = marks[place].number, !isLabel(place), !isPartOfCode(place),
      !isAnyone(place, number), !isAge(place, number)
    else { return nil }
    switch number.kind {
    case .part where isOfTime(place), .percent where isOfTime(place) && number.sign == 0:
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
      // `short of the ceiling by 25,000`: a difference, and no count.
      if place > 0, tokens[marks[place].tokens.lowerBound - 1].lower == "by", !number.isMoney,
        marks[place].tokens.lowerBound > 1
      {
        return nil
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
  func isOfTime(_ place: Int) -> Bool {
    var token = marks[place].tokens.upperBound
    guard token + 1 < tokens.count else { return false }
    // `half the number of the year before`.
    let isOfNumber = tokens[token].lower == "the" && Self.numbers.contains(tokens[token + 1].lower)
    guard tokens[token].lower == "of" || isOfNumber else { return false }
    token += 1
    let isWhat = tokens[token].lower == "what"
    while token < tokens.count,
      !marks.contains(where: { $0.tokens.lowerBound == token && $0.time != nil }),
      [
        "what", "that", "the", "those", "level", "figure", "number", "total", "of", "in", "it",
        "was", "peak", "high", "low", "record", "maximum", "mark", "reached", "set", ",",
      ]
      .contains(tokens[token].lower)
    {
      token += 1
    }
    // `a fifth of the 124,215 recorded in January`.
    if let number = marks.first(where: { $0.tokens.lowerBound == token })?.number,
      number.kind == .count, number.value >= 1000
    {
      return marks[place...].prefix(6).contains { $0.time != nil }
    }
    if let time = marks.first(where: { $0.tokens.lowerBound == token }), time.time != nil {
      // `60 percent of the total that month`.
      if time.time?.isSame ?? false { return false }
      let next = marks.first { $0.tokens.lowerBound >= time.tokens.upperBound }
      return isWhat || !(next?.isNamed ?? false)
    }
    guard isWhat else { return false }
    // `of what they caught in December 2023`.
    return marks[place...].prefix(7).contains { $0.time != nil }
  }

  /// Words for a number that is told.
  private static let numbers: Set<String> = ["number", "total", "figure", "level", "count", "mark"]

  /// Whether a part is one of a thing of another field: `half a mile`, `a half mile`.
  func measuresOther(_ place: Int) -> Bool {
    guard let next = marks[safe: place + 1] else { return false }
    return next.tokens.lowerBound - marks[place].tokens.upperBound <= 1 && next.has(.measured)
  }

  /// Whether `one` means somebody: `caught one the other day`.
  func isAnyone(_ place: Int, _ number: SpokenNumber) -> Bool {
    guard number.kind == .count, number.isWord, number.value == 1 else { return false }
    let next = marks[safe: place + 1]
    let isBeside = next?.tokens.lowerBound == marks[place].tokens.upperBound
    return !(isBeside && (next?.isNamed ?? false || next?.has(.kind) ?? false))
  }

  /// Whether a bound right after people is that of their age: `agents over 57`, `those under 25`.
  func isAge(_ place: Int, _ number: SpokenNumber) -> Bool {
    guard number.kind == .count, number.bound != nil, number.value < 100, place > 0,
      marks[place - 1].tokens.upperBound == marks[place].tokens.lowerBound
    else { return false }
    let before = marks[place - 1]
    let isOfPeople = before.has(.kind) || before.has(.pronoun) || before.isNamed
    let next = marks[safe: place + 1]
    let isCounted =
      next?.tokens.lowerBound == marks[place].tokens.upperBound
      && (next?.isNamed ?? false || next?.has(.kind) ?? false)
    return isOfPeople && !isCounted && before.mention?.words.contains { $0.part == .verb } != true
      && before.mention?.counted.allSatisfy { $0.preference < 3 } ?? true
  }

  /// Whether a number only says again what a part is told of: `of those 60,311, four in ten`.
  func isWhole(_ place: Int) -> Bool {
    let own = marks[place].tokens
    guard own.lowerBound > 1, tokens[own.lowerBound - 2].lower == "of",
      ["those", "these", "the"].contains(tokens[own.lowerBound - 1].lower),
      let next = marks[(place + 1)...].first(where: { $0.number != nil })?.number
    else { return false }
    return own.upperBound < tokens.count && tokens[own.upperBound].text == ","
      && [.part, .percent].contains(next.kind)
  }

  /// The first mark of a share that is one end of a change: `up from 8 percent`, `grew from 8% to
  /// 14%`, `fell to a third`.
  func levelStart(_ place: Int) -> Int? {
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
    let isAfterOther = marks[..<place].contains { mark in
      mark.number.map { $0.kind == .percent || $0.kind == .part } ?? false
    }
    return isBefore(place, "to") && isAfterOther && (0..<place).contains { isBefore($0, "from") }
      ? place : nil
  }
}
