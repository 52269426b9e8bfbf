import Catalog
import QueryLanguage

/// Fills the slots of a line from its mentions, from the left. Every mention has a part, or the
/// line is not read.
struct LineReader {
  let mentions: [Mention]
  let catalog: any CatalogReader
  var line = Line()
  /// The words that have no part in the line.
  private(set) var leftOver: [Mention] = []
  var place = 0
  var preposition: SpokenWord.Part?
  /// Whether the preposition names a whole: `among`.
  var namesWhole = false
  /// Whether what comes next is a breakdown.
  var isAfterEach = false
  /// Whether it may also be what the count is divided by.
  var dividesAfterEach = false
  var isAfterAgainst = false
  /// Whether the word before a name is what cannot be read.
  var isPrepositionLeftOver = false
  /// Whether the next value is what is left out: `other than`.
  var isAfterExcept = false
  /// Whether a breakdown was read just now: `by state and month`.
  var isAfterKey = false
  /// Places of words that only tell which value is meant.
  var kinds: Set<Int> = []

  init(_ mentions: [Mention], _ catalog: any CatalogReader) {
    self.mentions = mentions
    self.catalog = catalog
    for (place, mention) in mentions.enumerated() {
      // What is asked decides how a noun before it is read: `which country had the most`.
      for part in [SpokenWord.Part.most, .least, .ever] where mention.has(part) {
        line.asked[part] = line.asked[part] ?? place
      }
    }
    while place < mentions.count {
      isPrepositionLeftOver = false
      if !read(mentions[place]) {
        leftOver.append(mentions[isPrepositionLeftOver ? max(0, place - 1) : place])
      }
      place += 1
    }
    leftOver.removeAll { line.hasInName($0.text) }
    // `and by sex` goes on from a line before, which is not known here.
    if let first = mentions.first, first.has(.and), line.counted.isEmpty {
      leftOver.insert(first, at: 0)
    }
    line.leaveOutWhatMeansAreOf()
    line.nameWhatActorsDid(catalog)
    let isTold = leftOver.last?.span == mentions.last?.span
    if !isTold, isAfterEach || preposition == .to || preposition == .under, !mentions.isEmpty {
      leftOver.append(mentions[mentions.count - 1])
    }
  }

  private mutating func read(_ mention: Mention) -> Bool {
    if kinds.contains(place) { return true }
    if mention.has(.deny), mention.counted.isEmpty, mention.values.isEmpty {
      if mention.word(.deny)?.means == "others" { return addOthers(mention) }
      isAfterExcept = mention.word(.deny)?.means == "rest" && isBeforeValue
      return isAfterExcept
    }
    if let amount = mention.amount {
      // `fell by 60 percent`.
      isAfterEach = false
      preposition = nil
      line.amounts.append((amount, place))
      return true
    }
    // `by technology type`: the second word says what kind of thing the first is.
    if isAfterKey, mention.has(.kind), mention.key != nil, mentions[place - 1].key != nil {
      return true
    }
    if let key = mention.key, isAfterEach || isAfterKey {
      isAfterEach = false
      isAfterKey = true
      line.keys.append(key)
      line.otherKeys[key] = Array(mention.keys.dropFirst())
      let isDimension = catalog.matches(key: Spelling.key(of: mention.text)).contains {
        $0.kind == .dimension
      }
      if mention.keys.count > 1, !isDimension {
        line.looseWords[key] = mention.text
      }
      return true
    }
    if mention.has(.and), isAfterKey { return true }
    isAfterKey = false
    if isAfterEach {
      isAfterEach = false
      // `rank countries by visas issued`: what is ranked was named before.
      let isRanked = line.ranksThings && line.counted.isEmpty && !line.looseKeys.isEmpty
      // `apprehensions per agent` is a ratio; `by ice` and `by judges` name who did it.
      if !mention.counted.isEmpty, !line.counted.isEmpty {
        guard dividesAfterEach || !mention.values.isEmpty else { return false }
        if dividesAfterEach { line.asked[.ratio] = place }
      } else if mention.values.isEmpty, !mention.has(.change),
        !isRanked || mention.counted.isEmpty
      {
        return false
      }
    }
    if let word = structural(mention) { return read(word, mention) }
    let numeral = mention.word(.numeral).flatMap { Int($0.means) }
    if let number = mention.number ?? numeral { return read(number) }
    if let clause = mention.clause { return add(.clause(clause)) }
    if !mention.note.isEmpty { line.notes.append(mention.note) }
    switch mention.period {
    case .one(let term):
      if mention.isOpen { preposition = .since }
      return add(.one(term))
    case .range(let first, let last): return add(.range(first, last), isOne: mention.isOnePeriod)
    case nil: break
    }
    if let text = mention.periodText { return add(.text(text)) }
    if let months = mention.months { return add(.newest(months)) }
    if let years = mention.yearsAgo { return add(.yearsAgo(years)) }
    return readName(mention)
  }

  /// The word of speech that a mention is, where it is no name beside it.
  private func structural(_ mention: Mention) -> SpokenWord? {
    let parts: [SpokenWord.Part] = [
      .counted, .topic, .value, .key, .kind, .deny, .month, .degree, .unit, .ordinal, .numeral,
      .span, .season, .heading, .unitOfYear, .around, .ago, .short,
    ]
    var words = mention.words.filter { !parts.contains($0.part) }
    // `from last year` is a change only where something else is about one.
    if mention.has(.change), mention.has(.period) {
      let isOfChange = mentions.indices.contains { other in
        other != place
          && [SpokenWord.Part.rise, .fall, .change].contains(where: mentions[other].has)
      }
      words.removeAll { $0.part == (isOfChange ? .period : .change) }
    }
    guard let word = words.first else { return nil }
    // A short word of speech comes before a code that is spelled alike, unless it is in capitals.
    let isCode = mention.text.utf8.count <= 2 && mention.text != mention.text.uppercased()
    return mention.counted.isEmpty && (mention.values.isEmpty || isCode) ? word : nil
  }

  // MARK: Words

  private mutating func read(_ word: SpokenWord, _ mention: Mention) -> Bool {
    // `with total` is more than words of speech.
    if preposition == .with, word.part == .amount { return false }
    switch word.part {
    case .filler where word.means == "adjective":
      // `vs actual` is more than a word before what is counted.
      return place + 1 < mentions.count
        && !(mentions[place + 1].counted.isEmpty && mentions[place + 1].values.isEmpty)
    case .filler:
      if word.means == "residents" { line.saysInCountry = true }
      return true
    case .each:
      isAfterEach = true
      dividesAfterEach = word.means == "ratio"
      if word.means == "one" { line.repeats = true }
    case .often:
      if word.means.hasPrefix("per ") {
        line.per = word.means
      } else if word.means.hasPrefix("every ") {
        line.repeats = true
        line.keys.append(String(word.means.dropFirst("every ".count)))
      } else {
        line.keys.append(word.means)
      }
    case .between where isAfterAgainst && !isBeforePair:
      return readOtherSide(of: word, mention)
    case .origin, .place, .to, .with, .under, .since, .until, .between:
      // `since about in 2020`: the first says more than where.
      if let own = preposition, [.since, .until, .under, .with].contains(own),
        [.origin, .place].contains(word.part)
      {
        return true
      }
      preposition = word.part
      namesWhole = word.means == "whole"
    case .format: line.format = word.means
    case .term: return line.keepTerm(Int(word.means) ?? 0)
    case .level: line.asked[.level] = place
    case .and:
      line.asked[.and] = place
      if word.means == "sum" { line.isSum = true }
    case .against:
      line.asked[.against] = line.asked[.against] ?? place
      isAfterAgainst = true
      if Keywords.contains(mention.text.lowercased()) { line.saysVs = true }
      line.comparedAfter.append(place)
    case .period:
      return add(.text(word.means))
    case .change where isBeforePeriod && ["rise", "fall"].contains(word.means):
      // `did removals increase in 2019`
      line.asked[word.means == "rise" ? .rise : .fall] = place
    case .change:
      line.asked[.change] = line.asked[.change] ?? place
      // `percent drop` is a change.
      if let share = line.asked[.share], share == place - 1 { line.asked[.share] = nil }
      if word.means == "yoy" { line.isYearOverYear = true }
      if word.means == "running" { line.isRunning = true }
      if word.means == "since" { preposition = .since }
      if word.means == "fall" { line.isOfFalls = true }
    case .list:
      line.asked[.list] = line.asked[.list] ?? place
      // `which countries` asks for a list of them, or for those of which something is counted.
      let name = String(word.means.dropFirst("values of ".count))
      if word.means.hasPrefix("values of ") {
        line.looseKeys.append(Line.LooseKey(key: name, isPlural: mention.isPlural))
      }
    case .most where mention.has(.change):
      line.asked[.most] = line.asked[.most] ?? place
      line.asked[.change] = line.asked[.change] ?? place
      if mention.word(.change)?.means == "fall" { line.isOfFalls = true }
    case .amount, .most, .least, .ever, .share, .ratio, .average, .compare, .rise, .fall, .fact,
      .why:
      if word.part == .rise || word.part == .fall, !word.means.isEmpty { line.verb = word.means }
      if word.part == .most || word.part == .least, word.means == "record" {
        line.saysRecord = true
      }
      if word.part == .average, !word.means.isEmpty { line.fold = word.means }
      if word.part == .most, word.means == "majority" { line.saysMost = true }
      if word.part == .most || word.part == .least, word.means == "things" {
        line.ranksThings = true
      }
      // `difference between` compares, and may ask what each is.
      for part in mention.words.map(\.part) { line.asked[part] = line.asked[part] ?? place }
    default: return false
    }
    return true
  }

  private mutating func add(_ kind: Line.NamedPeriod.Kind, isOne: Bool = false) -> Bool {
    // `compare 2023 with 2024`
    if preposition == .with, line.asks(.compare), !line.periods.isEmpty { preposition = nil }
    // `with 2024`: a preposition of something else is left over.
    if let own = preposition, [.with, .to, .under].contains(own), !kind.isAdministration {
      isPrepositionLeftOver = true
      return false
    }
    let leads: [SpokenWord.Part?] = [.since, .until]
    let lead = leads.contains(preposition) ? preposition : nil
    line.periods.append(Line.NamedPeriod(kind: kind, place: place, lead: lead, isOne: isOne))
    preposition = nil
    return true
  }
}
