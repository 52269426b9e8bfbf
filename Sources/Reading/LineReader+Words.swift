import Catalog
import QueryLanguage

extension LineReader {
  mutating func read(_ word: SpokenWord, _ mention: Mention) -> Bool {
    // `with total` is more than words of speech.
    if preposition == .with, word.part == .amount { return false }
    switch word.part {
    case .filler: return readFiller(word)
    case .each: readEach(word)
    case .often: readOften(word)
    case .between where isAfterAgainst && !isBeforePair:
      return readOtherSide(of: word, mention)
    case .to where line.isSum && isBeforeMeasure: line.asked[.and] = place
    case .origin, .place, .to, .with, .under, .since, .until, .between: lead(with: word)
    case .format: line.format = word.means
    case .term:
      let number = Int(word.means) ?? 0
      if !line.keepTerm(number, catalog) { awaitedTerm = (number, place) }
    case .level: line.asked[.level] = place
    case .and: join(by: word)
    case .against: compare(by: mention)
    case .period where word.means == "so far": line.saysSoFar = place
    case .period where word.means == "same period": readSamePeriod()
    case .period: return readPeriod(word)
    case .change where isBeforePeriod && ["rise", "fall"].contains(word.means):
      // `did removals increase in 2019`
      line.asked[word.means == "rise" ? .rise : .fall] = place
    case .change where word.means.hasPrefix("rolling"):
      guard line.rolling != nil else { return false }
      line.asked[.change] = place
      if word.means == "rolling mean" { line.rolling?.mean = place }
    case .change: readChange(word, mention)
    case .list: readList(word, mention)
    case .ever where word.means.hasPrefix("any"): readAnyOther(word)
    case .most where readMerit(mention): break
    case .most where mention.has(.change):
      line.asked[.most] = line.asked[.most] ?? place
      line.asked[.change] = line.asked[.change] ?? place
      if mention.word(.change)?.means == "fall" { line.isOfFalls = true }
    case .share: readShare(word, mention)
    case .amount, .most, .least, .ever, .ratio, .average, .compare, .rise, .fall, .fact,
      .why:
      ask(by: word, mention)
      // `difference between` compares, and may ask what each is.
      for part in mention.words.map(\.part) { line.asked[part] = line.asked[part] ?? place }
    default: return false
    }
    return true
  }

  private mutating func readFiller(_ word: SpokenWord) -> Bool {
    switch word.means {
    case "adjective":
      // `vs actual` is more than a word before what is counted.
      return place + 1 < mentions.count
        && !(mentions[place + 1].counted.isEmpty && mentions[place + 1].values.isEmpty)
    // `true?` at the end asks whether it is so, and `true figures` are others.
    case "tag": return place == 0 || place == mentions.count - 1
    case "residents": line.saysInCountry = true
    case "reach": line.demands.reached = place
    default: break
    }
    return true
  }

  /// `since trump returned to office` is a period with the word before it.
  private mutating func readPeriod(_ word: SpokenWord) -> Bool {
    let lead = "since "
    guard word.means.hasPrefix(lead),
      var parser = try? Parser(String(word.means.dropFirst(lead.count)), catalog: catalog),
      let term = try? parser.period(), parser.isAtEnd
    else { return add(.text(word.means)) }
    preposition = .since
    return add(.one(term))
  }

  private mutating func readEach(_ word: SpokenWord) {
    isAfterEach = true
    dividesAfterEach = word.means == "ratio"
    if word.means == "one" { line.repeats = true }
  }

  private mutating func readOften(_ word: SpokenWord) {
    let every = "every "
    guard !word.means.hasPrefix("per ") else {
      line.per = word.means
      return
    }
    if word.means.hasPrefix(every) { line.repeats = true }
    // `annual, and the change every year` says it twice.
    let key = word.means.hasPrefix(every) ? String(word.means.dropFirst(every.count)) : word.means
    if !line.keys.contains(key) { line.keys.append(key) }
  }

  /// A word that comes before a name or a period.
  private mutating func lead(with word: SpokenWord) {
    // `since about in 2020`: the first says more than where.
    if let own = preposition, [.since, .until, .under, .with].contains(own),
      [.origin, .place].contains(word.part)
    {
      return
    }
    preposition = word.part
    leadPlace = place
    namesWhole = word.means == "whole"
    leavesOutPeriod = word.means == "excluded"
  }

  private mutating func join(by word: SpokenWord) {
    line.asked[.and] = place
    if word.means == "sum" { line.isSum = true }
    if word.means == "pair" { line.demands.pair = place }
  }

  private mutating func compare(by mention: Mention) {
    line.asked[.against] = line.asked[.against] ?? place
    isAfterAgainst = true
    if Keywords.contains(mention.text.lowercased()) { line.saysVs = true }
    line.comparedAfter.append(place)
  }

  private mutating func readChange(_ word: SpokenWord, _ mention: Mention) {
    if preposition == .with { line.showsChange = true }
    line.asked[.change] = line.asked[.change] ?? place
    // `percent drop` is a change.
    if let share = line.asked[.share], share == place - 1 { line.asked[.share] = nil }
    if word.means.hasPrefix("yoy") { line.isYearOverYear = true }
    switch word.means {
    case "yoy by month": if !line.keys.contains("month") { line.keys.append("month") }
    case "running": line.isRunning = true
    case "since":
      preposition = .since
      leadPlace = place
      if let verb = verb(in: mention) { line.asked[verb] = place }
    case "fall": line.isOfFalls = true
    default: break
    }
  }

  /// Whether a word of change is what a line asks that begins as `did` does: `did crossings fall
  /// since 2023` asks whether they fell, and `the fall since 2023` by how much.
  private func verb(in mention: Mention) -> SpokenWord.Part? {
    guard let first = mentions.first?.text.split(separator: " ").first,
      MentionFinder.auxiliaries.contains(first.lowercased()),
      let own = mention.text.split(separator: " ").first
    else { return nil }
    let words = catalog.words(named: String(own))
    return [SpokenWord.Part.rise, .fall].first { part in words.contains { $0.part == part } }
  }

  /// `which countries` asks for a list of them, or for those of which something is counted.
  private mutating func readList(_ word: SpokenWord, _ mention: Mention) {
    line.asked[.list] = line.asked[.list] ?? place
    let lead = "values of "
    guard word.means.hasPrefix(lead) else { return }
    let name = String(word.means.dropFirst(lead.count))
    line.looseKeys.append(Line.LooseKey(key: name, isPlural: mention.isPlural))
  }

  /// Keeps how a word asks, besides what it asks for.
  private mutating func ask(by word: SpokenWord, _ mention: Mention) {
    if word.means == "comparative" {
      line.isComparative = true
    } else if word.part == .rise || word.part == .fall, !word.means.isEmpty {
      line.verb = word.means
    }
    switch word.part {
    case .average where !word.means.isEmpty: line.fold = word.means
    case .amount: line.demands.asksNumber = word.means == "number"
    case .most, .least: rank(by: word, mention)
    default: break
    }
  }

  mutating func add(_ kind: Line.NamedPeriod.Kind, isOne: Bool = false) -> Bool {
    // `compare 2023 with 2024`
    if preposition == .with, line.asks(.compare), !line.periods.isEmpty { preposition = nil }
    // `with 2024`: a preposition of something else is left over.
    if let own = preposition, [.with, .to, .under].contains(own), !kind.isAdministration {
      isPrepositionLeftOver = true
      return false
    }
    let leads: [SpokenWord.Part?] = [.since, .until]
    let lead = leads.contains(preposition) ? preposition : nil
    line.periods.append(
      Line.NamedPeriod(
        kind: lead.map { kind.end(after: $0, isLeftOut: leavesOutPeriod) } ?? kind,
        place: place,
        lead: lead,
        isLeftOut: lead != nil && leavesOutPeriod,
        isOne: isOne
      )
    )
    preposition = nil
    if let term = awaitedTerm, line.keepTerm(term.number, catalog) { awaitedTerm = nil }
    return true
  }
}

extension Line.NamedPeriod.Kind {
  /// The end of a span from which or up to which a line asks: `since the 1960s`.
  fileprivate func end(after lead: SpokenWord.Part, isLeftOut: Bool) -> Self {
    guard case .range(let first, let last) = self else { return self }
    return .one((lead == .since) == isLeftOut ? last : first)
  }
}
