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
    guard !awaitsPeriod(before: mention) else {
      isPrepositionLeftOver = true
      return false
    }
    let counted = numbered(mention.counted).sorted { $0.preference < $1.preference }
    let values = mention.values.sorted { $0.preference < $1.preference }
    if isCounted(counted, besides: values) {
      add(counted, mention)
      return true
    }
    if !values.isEmpty { return add(values, mention) }
    if let key = mention.key { return readLooseKey(key, mention) }
    addTrait(of: mention)
    return mention.isKind
  }

  /// Whether the word before a name needs a period after it, `since` and `until` whatever else is
  /// there.
  private func awaitsPeriod(before mention: Mention) -> Bool {
    let isCounted = !mention.counted.isEmpty && mention.values.isEmpty
    return awaitsTime || preposition == .under && isCounted
  }

  /// Whether the word before needs a time after it.
  var awaitsTime: Bool { [.since, .until, .between].contains(preposition) }

  /// Whether a name is what is counted, although it may be a value.
  private func isCounted(_ counted: [Mention.Counted], besides values: [Mention.Value]) -> Bool {
    guard let first = counted.first else { return false }
    return first.preference <= values.first?.preference ?? .max || !isCountedElsewhere
      || isBesideCounted || isBeforeCounted
  }

  private mutating func add(_ counted: [Mention.Counted], _ mention: Mention) {
    if mention.isAfterComma, !line.counted.isEmpty {
      line.asked[.and] = line.asked[.and] ?? place
    }
    nameWhatIsRanked(mention)
    let own = takeOwnValue(of: counted)
    line.counted.append(
      Line.Counted(
        alternatives: own,
        place: place,
        text: mention.text,
        preposition: preposition,
        isOfPeople: mention.has(.kind)
      )
    )
  }

  /// What is counted, kept to the value right before it, where that cannot be of what it is set
  /// against: `title 42 expulsions vs title 8 apprehensions`. The value is then no other's.
  private mutating func takeOwnValue(of counted: [Mention.Counted]) -> [Mention.Counted] {
    guard let value = line.values.last, value.place == place - 1, value.preposition == nil,
      let against = line.comparedAfter.last, against < value.place,
      let other = line.counted.last(where: { $0.place < against }),
      let kept = value.alternatives.min(by: { $0.preference < $1.preference }),
      other.alternatives.allSatisfy({ !isPublished($0, by: kept) }),
      counted.allSatisfy({ isPublished($0, by: kept) })
    else { return counted }
    line.values.removeLast()
    return counted.map { $0.keeping(kept) }
  }

  private func isPublished(_ counted: Mention.Counted, by value: Mention.Value) -> Bool {
    catalog.publishedDimensions(of: counted.measure).contains(value.dimension)
  }

  /// What words count, as a number of them or as they are: `how many seizures` are events.
  private mutating func numbered(_ counted: [Mention.Counted]) -> [Mention.Counted] {
    defer { if !counted.isEmpty { line.demands.asksNumber = false } }
    let numbers = counted.filter { $0.meaning == .number }
    guard !numbers.isEmpty else { return counted }
    // `fentanyl seizures, number`
    let isNumbered = mentions[(place + 1)...].first?.word(.amount)?.means == "number"
    return line.demands.asksNumber || isNumbered
      ? numbers : counted.filter { $0.meaning != .number }
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
