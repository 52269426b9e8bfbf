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
  /// The place of the word that leads to a name or a time, as `since` does.
  var leadPlace = 0
  /// Whether the preposition names a whole: `among`.
  var namesWhole = false
  /// Whether it comes before a period that is left out: `prior to`.
  var leavesOutPeriod = false
  /// A term of office that precedes the name of who held it: `in the first term of clinton`.
  var awaitedTerm: (number: Int, place: Int)?
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
        leftOver.append(mentions[isPrepositionLeftOver ? leadPlace : place])
      }
      place += 1
    }
    leftOver.removeAll { line.hasInName($0.text) }
    line.rankYearsAsked(mentions)
    keepWhatAwaitsMore()
    line.leaveOutWhatMeansAreOf()
    line.nameWhatActorsDid(catalog)
    line.keepToTraits(catalog)
    line.leaveOutAmounts(mentions, catalog)
    line.leaveOutPublisher(catalog)
    leftOver += line.unmetPlaces(catalog).map { mentions[$0] }
    // `average apprehensions per day`: what is divided by days is a mean.
    if line.per != nil { line.asked[.average] = nil }
    line.leaveOutSoFar(catalog)
    line.leaveOutPercent()
    line.keepToWhatIsUsual(mentions, catalog)
    keepCrossing()
    keepWhatEndsTheLine()
  }

  /// Words that lack what they belong to have no part.
  private mutating func keepWhatAwaitsMore() {
    if let term = awaitedTerm { leftOver.append(mentions[term.place]) }
    // `and by sex` goes on from a line before, which is not known here.
    if let first = mentions.first, first.has(.and), line.counted.isEmpty {
      leftOver.insert(first, at: 0)
    }
  }

  /// A word that comes before something else has no part at the end: `removals by`. What comes
  /// before a time has none without it: `since the peak`.
  private mutating func keepWhatEndsTheLine() {
    if awaitsTime, !leftOver.contains(where: { $0.span == mentions[leadPlace].span }) {
      leftOver.append(mentions[leadPlace])
      return
    }
    let isTold = leftOver.last?.span == mentions.last?.span
    // `and what share each`
    if line.showsShare, mentions.last?.has(.each) ?? false { return }
    guard !isTold, let last = mentions.last,
      isAfterEach || preposition == .to || preposition == .under
    else { return }
    leftOver.append(last)
  }

  private mutating func read(_ mention: Mention) -> Bool {
    if kinds.contains(place) { return true }
    if isDenial(mention) { return readDenial(mention) }
    if let amount = mention.amount { return add(amount) }
    if let isRead = readKey(mention) { return isRead }
    // `deported by obama`
    if case .one(let term) = mention.period, term.isAdministration { isAfterEach = false }
    if isAfterEach, !readAfterEach(mention) { return false }
    if let rank = rank(mention) {
      line.count = rank
      line.notes.append("`\(mention.text)` is the last of the \(rank) shown")
      return true
    }
    if let word = structural(mention) { return read(word, mention) }
    let numeral = mention.word(.numeral).flatMap { Int($0.means) }
    if let number = mention.number ?? numeral { return read(number) }
    return readTime(mention) ?? readName(mention)
  }

  /// Whether it takes something away, or makes another quantity, and is part of no name.
  private func isDenial(_ mention: Mention) -> Bool {
    mention.has(.deny) && mention.counted.isEmpty && mention.values.isEmpty && !isMadeMean(mention)
      && !isRankOfPeriods(mention)
  }

  /// `other than mexico`, `mexicans and everyone else`. What `without` takes away is only offered
  /// to be left out.
  private mutating func readDenial(_ mention: Mention) -> Bool {
    let denied = mention.words.last { $0.part == .deny }?.means
    // `not in texas`, `weren't from mexico`
    if denied == "without", isBeforePlaceOrOrigin, isBeforeValue {
      isAfterExcept = true
      return true
    }
    if denied == "others" { return addOthers(mention) }
    // `with convictions vs without`
    if denied == "without", isAfterAgainst, !isBeforeValue, addOthers(mention) { return true }
    if denied == "without", deniesAnother {
      kinds.insert(place + 1)
      return true
    }
    isAfterExcept = (denied == "rest" || denied == "without") && isBeforeValue
    return isAfterExcept && denied == "rest"
  }

  /// `fell by 60 percent`.
  private mutating func add(_ amount: StatedAmount) -> Bool {
    isAfterEach = false
    preposition = nil
    line.amounts.append((amount, place))
    return true
  }

  /// A time, however it is said; `nil` for other mentions.
  private mutating func readTime(_ mention: Mention) -> Bool? {
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
    return mention.yearsAgo.map { add(.yearsAgo($0)) }
  }

  /// The word of speech that a mention is, where it is no name beside it.
  private func structural(_ mention: Mention) -> SpokenWord? {
    let parts: [SpokenWord.Part] = [
      .counted, .topic, .value, .key, .kind, .trait, .deny, .month, .degree, .unit, .ordinal,
      .numeral,
      .span, .season, .heading, .unitOfYear, .around, .ago, .short, .usual,
    ]
    var words = mention.words.filter { !parts.contains($0.part) }
    // Without a time of its own, `compared to the same month last year` is of each month.
    if mention.has(.change), mention.words.contains(where: { $0.means == "same period" }) {
      let part: SpokenWord.Part = line.periods.isEmpty ? .period : .change
      return words.first { $0.part != part }
    }
    // `from last year` is a change only where something else is about one.
    if mention.has(.change), mention.has(.period) {
      let isOfChange = mentions.indices.contains { other in
        other != place
          && [SpokenWord.Part.rise, .fall, .change].contains(where: mentions[other].has)
      }
      words.removeAll { $0.part == (isOfChange ? .period : .change) }
    }
    // `sum A and B` adds up, and `the sum of A` asks for one figure.
    if mention.has(.amount), words.contains(where: { $0.part == .and && $0.means == "sum" }) {
      words.removeAll { $0.part == (place == 0 ? .amount : .and) }
    }
    guard let word = words.first else { return nil }
    // A short word of speech comes before a code that is spelled alike, unless it is in capitals.
    let isCode = mention.text.utf8.count <= 2 && mention.text != mention.text.uppercased()
    return mention.counted.isEmpty && (mention.values.isEmpty || isCode) ? word : nil
  }
}
