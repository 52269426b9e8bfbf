import Catalog
import QueryLanguage

/// Breakdowns: what follows `by`, and what is named without it.
extension LineReader {
  /// What follows `by`, or goes on a list of it; `nil` for other mentions.
  mutating func readKey(_ mention: Mention) -> Bool? {
    // `by technology type`: the second word says what kind of thing the first is.
    if isAfterKey, mention.isKind, mention.key != nil, mentions[place - 1].key != nil {
      return true
    }
    if let key = mention.key, isAfterEach || isAfterKey {
      isAfterEach = false
      isAfterKey = true
      add(key, mention)
      return true
    }
    if mention.has(.and), isAfterKey { return true }
    isAfterKey = false
    return nil
  }

  private mutating func add(_ key: String, _ mention: Mention) {
    if !line.keys.contains(key) { line.keys.append(key) }
    line.otherKeys[key] = Array(mention.keys.dropFirst())
    let isDimension = catalog.matches(key: Spelling.key(of: mention.text)).contains {
      $0.kind == .dimension
    }
    if mention.keys.count > 1, !isDimension { line.looseWords[key] = mention.text }
  }

  /// What follows `by` and is no breakdown; `false` where it cannot be.
  mutating func readAfterEach(_ mention: Mention) -> Bool {
    isAfterEach = false
    // `rank countries by visas issued`: what is ranked was named before.
    let isRanked = line.ranksThings && line.counted.isEmpty && !line.looseKeys.isEmpty
    // `apprehensions per agent` is a ratio; `by ice` and `by judges` name who did it.
    if !mention.counted.isEmpty, !line.counted.isEmpty {
      guard dividesAfterEach || !mention.values.isEmpty else { return false }
      if dividesAfterEach { line.asked[.ratio] = place }
      return true
    }
    if let kind = kindOfPlural(mention) {
      line.keys.append(kind)
      return true
    }
    return !mention.values.isEmpty || mention.has(.change)
      || isRanked && !mention.counted.isEmpty
  }

  /// A breakdown without `by`: `which sectors`.
  mutating func readLooseKey(_ key: String, _ mention: Mention) -> Bool {
    if isKindBesideName(mention) || isKindOfWhatIsLeftOut(key) {
      addTrait(of: mention)
      return true
    }
    // `across component` is no place.
    if preposition == .place, !mention.isKind, TimeUnit(rawValue: key) == nil { return false }
    if isBeforeDeed(mention) {
      line.looseKeys.append(
        Line.LooseKey(key: "administration", isPlural: true, isRelative: true)
      )
      return true
    }
    // `where … come from` asks once.
    guard !line.looseKeys.contains(where: { mention.keys.contains($0.key) }) else { return true }
    addLooseKey(key, mention)
    return true
  }

  private mutating func addLooseKey(_ key: String, _ mention: Mention) {
    // `who`, `where`: several are meant.
    let isAsked = mention.words.contains { $0.part == .key && $0.means == "citizenship" }
    // `where` asks for places, and with `from` for countries.
    let place = mention.keys.first { $0 != "citizenship" }
    if isAsked, let place, !asksForOrigin {
      line.looseKeys.append(Line.LooseKey(key: place, isPlural: true))
      line.otherKeys[place] = mention.keys.filter { $0 != place }
      return
    }
    line.looseKeys.append(
      Line.LooseKey(
        key: key,
        isPlural: mention.isPlural || isAsked,
        isRelative: isAsked && mention.has(.kind)
      )
    )
    line.otherKeys[key] = Array(mention.keys.dropFirst())
  }

  /// Whether `who` asks for those who did something, `who deported the most people`, and not for
  /// those to whom it was done, `who was deported most`: the verb follows at once.
  private func isBeforeDeed(_ mention: Mention) -> Bool {
    guard mention.has(.kind), mention.key == "citizenship", place + 1 < mentions.count,
      [SpokenWord.Part.most, .least, .compare, .against].contains(where: line.asks)
        || mentions.contains(where: { $0.has(.change) })
    else { return false }
    let next = mentions[place + 1]
    return next.text.hasSuffix("ed")
      && next.counted.contains { $0.measure.subject == "departures" && $0.preference > 0 }
  }

  /// Whether a word of the line asks where people are from.
  private var asksForOrigin: Bool {
    mentions.indices.contains { other in
      other != place
        && (mentions[other].has(.origin)
          || mentions[other].words.contains { $0.part == .key && $0.means == "citizenship" })
    }
  }

  /// `sector` in `del rio sector`, `border` in `southwest border`.
  func isKindBesideName(_ mention: Mention) -> Bool {
    guard mention.isKind, !line.asks(.most), !line.asks(.least), !isAfterEach else {
      return false
    }
    // `sectors with fewer than 1,000 apprehensions` are each of them.
    guard mention.isPlural, let key = mention.key else { return true }
    let isNamed = mentions.contains { other in
      other.values.contains { $0.dimensionName == key }
    }
    return isNamed
      || catalog.matches(key: Spelling.key(of: key)).allSatisfy { $0.kind != .dimension }
  }

  /// Whether it names the kind of what is left out right after it: `countries other than mexico`.
  private func isKindOfWhatIsLeftOut(_ key: String) -> Bool {
    guard !isAfterEach, place + 1 < mentions.count,
      mentions[place + 1].word(.deny)?.means == "rest"
    else { return false }
    return mentions[(place + 2)...].prefix(3).contains { next in
      next.values.contains { $0.dimensionName == key }
    }
  }
}
