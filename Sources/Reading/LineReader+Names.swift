import Catalog
import QueryLanguage

extension LineReader {
  mutating func readName(_ mention: Mention) -> Bool {
    for word in mention.words where word.part == .amount || word.part == .most {
      line.asked[word.part] = line.asked[word.part] ?? place
    }
    defer {
      preposition = nil
      isAfterAgainst = false
    }
    // `since` and `until` come before a period, whatever else is there.
    let isCounted = !mention.counted.isEmpty && mention.values.isEmpty
    if let lead = preposition,
      [.since, .until, .between].contains(lead) || isCounted && lead == .under
    {
      isPrepositionLeftOver = true
      return false
    }
    let counted = numbered(mention.counted).sorted { $0.preference < $1.preference }
    let values = mention.values.sorted { $0.preference < $1.preference }
    if let first = counted.first,
      first.preference <= values.first?.preference ?? .max || !isCountedElsewhere
        || isBesideCounted || isBeforeCounted
    {
      if mention.isAfterComma, !line.counted.isEmpty {
        line.asked[.and] = line.asked[.and] ?? place
      }
      nameWhatIsRanked(mention)
      line.counted.append(
        Line.Counted(
          alternatives: counted,
          place: place,
          text: mention.text,
          preposition: preposition,
          isOfPeople: mention.has(.kind)
        )
      )
      return true
    }
    if !values.isEmpty { return add(values, mention) }
    if let key = mention.key {
      if isKindBesideName(mention) || isKindOfWhatIsLeftOut(key) {
        addTrait(of: mention)
        return true
      }
      // `across component` is no place.
      if preposition == .place, !mention.isKind, TimeUnit(rawValue: key) == nil {
        return false
      }
      if isBeforeDeed(mention) {
        line.looseKeys.append(
          Line.LooseKey(key: "administration", isPlural: true, isRelative: true)
        )
        return true
      }
      // `who`, `where`: several are meant.
      let isAsked = mention.words.contains { $0.part == .key && $0.means == "citizenship" }
      // `where … come from` asks once.
      guard !line.looseKeys.contains(where: { mention.keys.contains($0.key) }) else { return true }
      // `where` asks for places, and with `from` for countries.
      let place = mention.keys.first { $0 != "citizenship" }
      if isAsked, let place, !asksForOrigin {
        line.looseKeys.append(Line.LooseKey(key: place, isPlural: true))
        line.otherKeys[place] = mention.keys.filter { $0 != place }
        return true
      }
      line.looseKeys.append(
        Line.LooseKey(
          key: key,
          isPlural: mention.isPlural || isAsked,
          isRelative: isAsked && mention.has(.kind)
        )
      )
      line.otherKeys[key] = Array(mention.keys.dropFirst())
      return true
    }
    addTrait(of: mention)
    return mention.isKind
  }

  /// What words count, as a number of them or as they are: `how many seizures` are events.
  private mutating func numbered(_ counted: [Mention.Counted]) -> [Mention.Counted] {
    defer { if !counted.isEmpty { line.demands.asksNumber = false } }
    let numbers = counted.filter { $0.meaning == .number }
    guard !numbers.isEmpty else { return counted }
    return line.demands.asksNumber ? numbers : counted.filter { $0.meaning != .number }
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
  var asksForOrigin: Bool {
    mentions.indices.contains { other in
      other != place
        && (mentions[other].has(.origin)
          || mentions[other].words.contains { $0.part == .key && $0.means == "citizenship" })
    }
  }

  /// Whether it goes on a list of what is counted: `returns and expulsions`.
  var isBesideCounted: Bool {
    guard place > 0, mentions[place].has(.and) || mentions[place].isAfterComma || isJoined else {
      return false
    }
    return line.counted.last.map { $0.place >= place - 2 } ?? false
  }

  /// `top drugs seized`: the first word of what is counted is what is ranked.
  mutating func nameWhatIsRanked(_ mention: Mention) {
    guard line.ranksThings, line.keys.isEmpty, line.looseKeys.isEmpty,
      let first = mention.text.split(separator: " ").first.map(String.init), first != mention.text
    else { return }
    let dimension = catalog.matches(key: Spelling.key(of: first))
      .first { $0.kind == .dimension }.flatMap { catalog.dimension($0.target) }
    guard let dimension else { return }
    line.looseKeys.append(Line.LooseKey(key: dimension.name, isPlural: first.hasSuffix("s")))
  }

  /// Whether a word that sets side by side and something to count come next: `h2a vs h2b visas`.
  var isBeforeCounted: Bool {
    guard place + 2 < mentions.count,
      mentions[place + 1].has(.against) || mentions[place + 1].has(.and)
    else { return false }
    let next = mentions[place + 2]
    let best = next.counted.map(\.preference).min() ?? .max
    return best < 3 && best <= next.values.map(\.preference).min() ?? .max
  }

  /// Whether another part of the line names what is counted.
  var isCountedElsewhere: Bool {
    mentions.indices.contains { $0 != place && !mentions[$0].counted.isEmpty }
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

  /// Whether a word that joins precedes this place, words without a part aside.
  var isJoined: Bool {
    let before = mentions[..<place].last { mention in
      !mention.words.contains { [.filler, .origin, .place, .with].contains($0.part) }
    }
    return before.map { $0.has(.and) || $0.has(.against) } ?? false
  }

  /// Whether `or` precedes this place.
  var isAfterOr: Bool {
    mentions[..<place].last { !$0.has(.filler) }.map { $0.word(.and)?.means == "or" } ?? false
  }
}
