import Catalog
import QueryLanguage

/// A statement in the making: the slots of its window, filled from the topic, and the checks that
/// follow.
struct ClaimDraft {
  let window: TextWindow
  private(set) var slots: WindowSlots
  private let tokens: [TextToken]
  private let marks: [TextMark]
  let lexicon: TextLexicon
  private let resolver: TimeResolver
  private let preferences: TextPreferences
  private let before: TextTopic
  /// What the statement is about, and what the next one may carry.
  private(set) var topic: TextTopic
  private(set) var carried: [String] = []
  private(set) var notes: [String] = []
  /// What was counted some statements before, where the unit of the number shows that it is meant.
  private var returnsTo: Measure?
  /// Sentences since the last statement; 0 where it is in the same one.
  private let distance: Int
  /// Whether a slot was filled by a preference.
  private(set) var isPreferred = false
  private(set) var isUnderstood = true
  /// What the slots are taken for in each reading.
  private var fills: [CheckFill] = []

  init(
    _ window: TextWindow,
    _ tokens: [TextToken],
    _ marks: [TextMark],
    _ lexicon: TextLexicon,
    _ resolver: TimeResolver,
    _ preferences: TextPreferences,
    _ before: TextTopic,
    distance: Int = 100
  ) {
    self.distance = distance
    self.window = window
    self.tokens = tokens
    self.marks = marks
    self.lexicon = lexicon
    self.resolver = resolver
    self.preferences = preferences
    self.before = before
    slots = WindowSlots(
      window,
      tokens,
      marks,
      lexicon,
      borders: Set(preferences.places.map(\.dimension))
    )
    topic = before
    readPart()
    fillCounted()
    fillTime()
  }

  var isCertain: Bool { carried.isEmpty && !isPreferred }

  // MARK: Filling

  /// Of a share, what is named may be a part of what was counted before: `55 percent were expelled
  /// under Title 42`.
  private mutating func readPart() {
    guard case .share = window.anchor.kind, slots.values.isEmpty,
      let own = slots.counted.first?.measure, let last = before.counted.first?.measure, own != last
    else { return }
    let dimensions = lexicon.dimensions(of: last)
    for place in window.marks where marks[place].mention?.counted.isEmpty == false {
      let range = marks[place].tokens
      for start in range {
        for end in (start + 1...range.upperBound).reversed() where end - start < range.count {
          let text = tokens[start..<end].map(\.text).joined(separator: " ")
          let values = lexicon.mention(text)?.values.filter { dimensions.contains($0.dimension) }
          guard let values, !values.isEmpty else { continue }
          slots.counted = []
          slots.values = [
            TextTopic.Value(
              alternatives: values.sorted { $0.preference < $1.preference },
              text: text,
              mark: place
            )
          ]
          return
        }
      }
    }
  }

  private mutating func fillCounted() {
    if let own = measureOfWords {
      topic.counted = [own]
      isPreferred = true
    } else if let own = measureOfUnit {
      if own.measure != before.counted.first?.measure {
        topic.values = before.values.filter(isPlace) + before.recentValues
        returnsTo = own.measure
      }
      topic.counted = [own]
      carried.append(own.measure.name)
      isPreferred = true
    } else if slots.counted.isEmpty, let measure = before.counted.first?.measure,
      let own = slots.composed(slots.actors, with: measure, lexicon)
    {
      topic.counted = own
      carried.append(measure.name)
    } else if before.counted.isEmpty, slots.counted.isEmpty, isSuperlative, slots.namesBorder,
      let crossings = lexicon.mention("crossings")?.counted, !crossings.isEmpty
    {
      topic.counted = crossings.sorted { $0.preference < $1.preference }
      isPreferred = true
    } else if let listed = measureOfValues {
      topic.counted = [listed]
      isPreferred = true
    } else if slots.counted.isEmpty || isSaidAgain {
      if let measure = before.counted.first { carried.append(measure.measure.name) }
    } else {
      topic.counted = slots.counted
      if let last = before.counted.first, last.measure != slots.counted.first?.measure {
        topic.recent = [last] + before.recent.filter { $0.measure != last.measure }.prefix(2)
      }
      if slots.counted.count > 1 { isPreferred = true }
    }
    if let whole = wholeOfCarried {
      topic.counted = [whole]
      isPreferred = true
    }
    var own = slots.values.filter { (isPublished($0) || topic.counted.isEmpty) && !isRedundant($0) }
    own += placesOfKind(besides: own)
    let said = own.reduce(into: Set<Int>()) { $0.formUnion(family($1)) }
    let isSame =
      before.counted.isEmpty || slots.counted.isEmpty || returnsTo != nil
      || slots.counted.first?.measure == before.counted.first?.measure
      || slots.counted.first?.measure.subject == before.counted.first?.measure.subject
    topic.isEverywhere = slots.isEverywhere || before.isEverywhere && isSame && own.isEmpty
    // `happened on the Canadian side, where numbers have risen`.
    let isPointing =
      isBehindWhen || distance <= 1 && ["its", "their"].contains(firstWord)
    let pointed = isPointing ? before.part.filter(isPlace) : []
    let kept = (returnsTo == nil ? before.values + pointed : topic.values).filter { value in
      isSame && isPublished(value) && said.isDisjoint(with: family(value))
        && !(slots.namesBorder && isPlace(value) && !isBorder(value))
        && (slots.counted.isEmpty || slots.isByVerb || returnsTo != nil || isPlace(value)
          || value.isOfHeading)
        && !(slots.isEverywhere && isPlace(value))
        && !(value.isActing && distance > 0 && !namesThem)
        && !(slots.isByVerb && distance > 0 && !isPlace(value) && !namesThem
          && value.alternatives.contains { lexicon.isSide($0.dimension) })
        && (isPlace(value) || !own.contains(where: isPlace))
    }
    let names = topic.values.reduce(into: Set<Int>()) { $0.formUnion($1.dimensions) }
    if !slots.isEverywhere, own.allSatisfy(isPlace) {
      let left = before.recentValues.filter {
        isPublished($0) && $0.dimensions.isDisjoint(with: names)
      }
      let things = left.filter { value in
        !value.alternatives.contains { lexicon.isSide($0.dimension) }
      }
      leftBehind = things.isEmpty ? left : things
    }
    let told = own.filter { value in
      !isPlace(value) && !value.alternatives.contains { lexicon.isSide($0.dimension) }
    }
    if !told.isEmpty { topic.recentValues = told }
    let places = own.filter(isPlace)
    let dimensions = places.reduce(into: Set<Int>()) { $0.formUnion($1.dimensions) }
    topic.recentPlaces =
      places + before.recentPlaces.filter { $0.dimensions.isDisjoint(with: dimensions) }.prefix(4)
    topic.values =
      kept.map { value in
        var value = value
        value.isSaid = false
        return value
      } + own
    carried += kept.map(\.text)
  }

  /// The places told last of the kinds that are named without one: `in the sector`.
  private mutating func placesOfKind(besides own: [TextTopic.Value]) -> [TextTopic.Value] {
    guard !own.contains(where: isPlace) else { return [] }
    let found = slots.placeKinds.compactMap { dimension in
      before.recentPlaces.first { $0.dimensions.contains(dimension) && isPublished($0) }
    }
    carried += found.map(\.text)
    return found
  }

  /// Whether a verb only says again what was counted before: `in fiscal 2022 they stopped`.
  private var isSaidAgain: Bool {
    // `removals`, of ICE removals.
    if let own = slots.counted.first?.measure, let last = before.counted.first?.measure,
      last.name.hasSuffix(" " + own.name), !namesActor, slots.unitBehind == nil
    {
      return true
    }
    guard let own = slots.counted.first, own.preference > 0, !namesActor,
      own.expression == written(own.measure.name) || slots.isByVerb,
      let last = before.counted.first
    else { return false }
    // `twice what it was when you came in`.
    if slots.isByVerb, slots.pointsBack, distance == 0, window.anchor.isChange { return true }
    // A part of what was counted is named by itself: `encounters between ports`.
    if own.measure.partOf == last.measure.id || last.measure.partOf == own.measure.id {
      return slots.isByVerb && slots.pointsBack
    }
    // `those who crossed`, of crossings of the Darién.
    let isSameWord = window.marks.contains { place in
      guard let mention = marks[place].mention, !mention.counted.isEmpty else { return false }
      return mention.text.utf8.count > 5
        && last.measure.name.lowercased().contains(mention.text.lowercased().prefix(5))
    }
    return isSameWord
      || slots.isByVerb && slots.pointsBack && own.measure.subject == last.measure.subject
        && own.measure.unit == last.measure.unit
  }

  /// Whether it is said who acts.
  private var namesActor: Bool {
    slots.actors.contains { actor in
      guard let value = slots.values.first(where: { $0.text == actor }) else { return true }
      return value.alternatives.contains { lexicon.isSide($0.dimension) }
    }
  }

  /// Whether those who acted before act again: `in fiscal 2022 they stopped 2.2 million`.
  private var namesThem: Bool {
    window.marks.contains { place in
      tokens[marks[place].tokens.lowerBound].lower == "they"
        && marks[safe: place + 1]?.mention?.counted.isEmpty == false
    }
  }

  /// What a measure that is carried is a part of, where the statement names another part of it:
  /// `ports handled 52,000`, behind apprehensions, which are encounters between ports.
  private var wholeOfCarried: Mention.Counted? {
    guard slots.counted.isEmpty || slots.isByVerb && isSaidAgain, slots.unitBehind == nil,
      let measure = topic.counted.first?.measure, measure.partOf != 0,
      let whole = lexicon.catalog.measure(measure.partOf)
    else { return nil }
    let part = lexicon.part(of: measure)
    let dimensions = lexicon.dimensions(of: whole)
    let namesOtherPart = slots.values.contains { value in
      value.alternatives.contains { own in
        dimensions.contains(own.dimension) && part.contains { $0.dimension == own.dimension }
      } && !value.alternatives.contains { own in part.contains { $0.name == own.name } }
    }
    return namesOtherPart ? Mention.Counted(whole, 0) : nil
  }

  /// The measure told before that is counted in the unit behind the number: `11,201 pounds`.
  private var measureOfUnit: Mention.Counted? {
    guard let unit = slots.unitBehind, slots.counted.first.map({ $0.measure.unit != unit }) ?? true
    else { return nil }
    if let told = (before.counted + before.recent).first(where: { $0.measure.unit == unit }) {
      return told
    }
    guard slots.isByVerb || slots.counted.isEmpty, let own = measureOfValues,
      own.measure.unit == unit
    else { return nil }
    return own
  }

  /// A measure all of whose words stand in the sentence: `the immigration courts completed 704,514
  /// cases`.
  private var measureOfWords: Mention.Counted? {
    guard slots.counted.isEmpty || slots.isByVerb else { return nil }
    return lexicon.measure(
      of: tokens[window.tokens].filter { $0.kind == .word }.map(\.lower)
    ).map { Mention.Counted($0, 0) }
  }

  /// Values of the statement before that this one names again without: `seizures`, of fentanyl.
  private(set) var leftBehind: [TextTopic.Value] = []

  /// What is counted where only a value tells it: `fentanyl coming across`.
  private var measureOfValues: Mention.Counted? {
    guard slots.counted.isEmpty || slots.isByVerb else { return nil }
    let measure = slots.counted.first?.measure ?? before.counted.first?.measure
    for value in slots.values {
      if let measure {
        let dimensions = lexicon.dimensions(of: measure)
        if value.alternatives.contains(where: { dimensions.contains($0.dimension) }) { continue }
      }
      for id in value.alternatives.map(\.dimension) {
        let listed = lexicon.catalog.dimension(id)?.counts ?? []
        if let own = listed.first.flatMap(lexicon.catalog.measure(named:)), own != measure {
          return Mention.Counted(own, 0)
        }
      }
    }
    return nil
  }

  /// Whether a value that was said is not one that figures are published by: who acts aside.
  var hasUnpublished: Bool {
    slots.values.contains { value in
      !isPublished(value) && !isRedundant(value)
        && !value.alternatives.contains { lexicon.isSide($0.dimension) }
    }
  }

  /// The values that make the part of a share: those before the number, else the last one behind
  /// it. Places belong to the whole, unless nothing else makes the part; who acts is neither.
  func part(of said: [TextTopic.Value]) -> [TextTopic.Value] {
    let whole = wholeMark
    let named = said.filter { own in
      own.mark != whole && !own.alternatives.contains { lexicon.isActor($0.dimension) }
    }
    let inner = named.filter { !isPlace($0) }
    guard inner.count > 1 else { return inner.isEmpty ? named : inner }
    let place = window.anchor.marks.lowerBound
    let before = inner.filter { $0.mark < place && !window.scope.contains($0.mark) }
    if let nearest = before.last { return before.filter { $0.dimensions == nearest.dimensions } }
    guard let last = inner.last else { return [] }
    return inner.filter { $0.dimensions == last.dimensions }
  }

  /// The mark of the value right behind a share and `of`, which names the whole: `86 percent of
  /// the fentanyl was seized at ports`.
  private var wholeMark: Int? {
    guard case .share = window.anchor.kind else { return nil }
    var place = window.anchor.tokens.upperBound
    var isOf = false
    while place < window.tokens.upperBound {
      if let mark = window.marks.first(where: { marks[$0].tokens.contains(place) }) {
        if marks[mark].mention?.values.isEmpty == false, isOf { return mark }
        guard marks[mark].has(.kind) || marks[mark].has(.filler) || marks[mark].has(.origin) else {
          return nil
        }
        isOf = isOf || marks[mark].mention?.text.lowercased().hasSuffix("of") ?? false
        place = marks[mark].tokens.upperBound
        continue
      }
      guard ["of", "the", "all"].contains(tokens[place].lower) else { return nil }
      isOf = isOf || tokens[place].lower == "of"
      place += 1
    }
    return nil
  }

  /// What the share before was a part by; in the same sentence, what was told right before: `the
  /// northern border contributed 85,746, or one in eight`.
  private var sharedPart: [TextTopic.Value] {
    guard distance == 0, !before.lastSaid.isEmpty else { return before.part }
    let own = part(of: before.lastSaid)
    return own.isEmpty ? before.part : own
  }

  /// What the share before was a part by.
  var partBefore: [TextTopic.Value] { sharedPart }

  /// Whether a slot that decides was filled by what is usual, or by what was told before: the base
  /// of a change that names none, anything of a share.
  var isGuess: Bool {
    switch window.anchor.kind {
    case .change, .multiple:
      !slots.times.contains { $0.role == .base || $0.role == .since || $0.time.isRange }
    case .share: !carried.isEmpty && distance > 1
    case .value where isMeasureGuessed: true
    case .value where window.anchor.end(marks, tokens) == .from:
      slots.times.isEmpty && topic.spans.first.map(\.isOne) ?? true
    case .value, .superlative, .place, .versus: false
    }
  }

  /// Whether only a value tells what is counted.
  private var isMeasureGuessed: Bool { measureOfValues != nil }

  /// Whether what is counted was carried.
  var carriesMeasure: Bool { slots.counted.isEmpty }

  /// Whether a rank or a direction has the time of a sentence some way off.
  var isFarCarried: Bool {
    let isOther =
      !slots.counted.isEmpty && slots.counted.first?.measure != before.counted.first?.measure
    return window.anchor.isWord && (distance > 1 && !slots.pointsBack || isOther)
      && !slots.times.contains { $0.role == .own }
      && !slots.times.contains { $0.time.isRange }
  }

  /// Whether it tells a rank, since a time that is said, of what the same sentence told a number of.
  var isRankBehind: Bool {
    guard case .superlative = window.anchor.kind else { return false }
    return distance == 0 && slots.times.contains { $0.role == .since }
  }

  /// Whether it names nothing of this field itself, and is full of words that nothing knows.
  var isStray: Bool {
    slots.counted.isEmpty && slots.values.isEmpty && slots.actors.isEmpty && unknownWords > 2
  }

  /// Whether words of the window have no part in the statement, and something was carried.
  var isLoose: Bool { !carried.isEmpty && !isPlain || unknownWords > 1 || slots.namesOther }

  /// Words that nothing knows, small ones aside.
  private var unknownWords: Int {
    window.tokens.count { place in
      tokens[place].kind == .word && tokens[place].lower.utf8.count > 3
        && !marks.contains { $0.tokens.contains(place) } && !tokens[place].lower.hasSuffix("ly")
    }
  }

  /// Whether the figures are published by what a value is of.
  private func isPublished(_ value: TextTopic.Value) -> Bool {
    guard let measure = topic.counted.first?.measure else { return true }
    let dimensions = lexicon.dimensions(of: measure)
    return value.alternatives.contains { dimensions.contains($0.dimension) }
  }

  /// The dimensions of a value, and those that they roll up to.
  private func family(_ value: TextTopic.Value) -> Set<Int> {
    value.dimensions.reduce(into: lexicon.isPlace(value) ? lexicon.places : []) { found, id in
      found.insert(id)
      if let parent = lexicon.catalog.dimension(id)?.parent, parent != 0 { found.insert(parent) }
    }
  }

  /// Whether a value only tells who counts: CBP, of what CBP seizes, and the Border Patrol, of what
  /// it alone counts.
  private func isRedundant(_ value: TextTopic.Value) -> Bool {
    guard let measure = topic.counted.first?.measure else { return false }
    // `under Title 42, … were expelled`: the name of what is counted has it.
    if measure.name.lowercased().contains(value.text.lowercased()) { return true }
    guard measure.kind == .flow, measure.unit != "usd" else { return false }
    let dimensions = lexicon.dimensions(of: measure)
    let own = value.alternatives.filter { dimensions.contains($0.dimension) }
    guard !own.isEmpty else { return value.alternatives.allSatisfy { lexicon.isActor($0.dimension) } }
    return own.allSatisfy { lexicon.isActor($0.dimension) }
      || !measure.formula.isEmpty && own.allSatisfy { lexicon.isSide($0.dimension) }
  }

  private func isBorder(_ value: TextTopic.Value) -> Bool {
    preferences.places.contains { value.dimensions.contains($0.dimension) }
  }

  private func isPlace(_ value: TextTopic.Value) -> Bool { lexicon.isPlace(value) }

  /// The first time that is the statement's own; times that are told against it come later.
  private mutating func fillTime() {
    topic.spans = before.spans
    var own = slots.times.filter { ($0.role == .own || $0.role == .until) && !isReach($0.time) }
    // `since February 2021, through September 2024`.
    if let since, let until = own.first(where: { $0.role == .until }) {
      own = [(.range(since.time, until.time), .own, since.token)]
    }
    // `in the fiscal year that ended on September 30`.
    if own.count > 1, own[0].time.isDay || own.contains(where: { !$0.time.isDay }) {
      let periods = own.filter { !$0.time.isDay }
      if !periods.isEmpty { own = periods }
    }
    if let first = own.first ?? since {
      let time = first.role == .since ? SpokenTime.since(first.time) : first.time
      var spans = resolved(time, beside: before.spans.first)
      // `this year, through June`.
      if case .relative(let words) = first.time, ["ytd", "fytd"].contains(words),
        let until = own.first(where: { $0.role == .until }),
        let end = resolved(until.time, beside: spans.first).first
      {
        spans = spans.compactMap { TimeSpan($0.first, end.last) }
      }
      if first.role == .until, first.time.isDay { spans = spans.map(self.upTo) }
      if first.time.isEvent, first.role == .own {
        spans = spans.map { TimeSpan(Period(.month, containing: $0.first.days.first)) }
      }
      if !spans.isEmpty {
        let isRelative =
          if case .relative(let words) = first.time { !words.isAbsolute } else { false }
        topic.time = first.time
        topic.spans = spans
        // What is told beside a statement does not become the time of the next.
        if isRelative, !isSuperlative { topic.lastSpans = spans }
      } else {
        topic.spans = []
      }
    } else if isBehindWhen, !before.lastSpans.isEmpty {
      topic.spans = before.lastSpans
    }
    if own.isEmpty && since == nil, !topic.spans.isEmpty { carried.append(topic.spans[0].words) }
    topic.lastSpans = topic.spans
    if let base = slots.times.last(where: { $0.role == .base }) {
      let spans = resolved(base.time, beside: topic.spans.first)
      if !spans.isEmpty { topic.lastSpans = spans }
    }
  }

  /// `as of June 30`: of a count the part of the fiscal year before, of a level the month.
  private func upTo(_ day: TimeSpan) -> TimeSpan {
    let month = Period(.month, containing: day.last.days.first)
    guard topic.counted.first?.measure.kind == .flow,
      let first = Period.all(
        .month,
        touching: Period(.fiscalYear, containing: day.last.days.first).days
      )
      .first
    else { return TimeSpan(month) }
    return TimeSpan(first, month) ?? TimeSpan(month)
  }

  /// Whether a time is how far back a rank goes: `in two decades`.
  private func isReach(_ time: SpokenTime) -> Bool {
    if isYearOfMonths(time) { return true }
    if case .month(let month) = time, month == rankedMonth { return true }
    guard isSuperlative, case .relative(let words) = time else { return false }
    return words.hasPrefix("in ") || words.hasPrefix("last ")
  }

  /// Whether a time is the year in which a month is ranked: `the highest monthly figure of 2024`.
  func isYearOfMonths(_ time: SpokenTime) -> Bool {
    guard case .superlative = window.anchor.kind, time.isYearAround,
      let own = slots.times.first(where: { $0.time == time }),
      own.token >= window.anchor.tokens.upperBound
    else { return false }
    let others = slots.times.filter { $0.role == .own && $0.time != time }
    return others.contains { $0.time.isMonth }
      || others.isEmpty && before.spans.first.map { $0.isOne && $0.unit == .month } ?? false
  }

  /// The month whose years are ranked: `the lowest August since 2020`, `for any August since 2020`.
  var rankedMonth: Int? {
    guard case .superlative = window.anchor.kind else { return nil }
    for time in slots.times where time.role == .own {
      guard case .month(let month) = time.time, time.token >= window.anchor.tokens.upperBound else {
        continue
      }
      let before = tokens[time.token - 1].lower
      if time.token == window.anchor.tokens.upperBound || ["any", "an", "a"].contains(before) {
        return month
      }
    }
    return nil
  }

  /// `since` makes the time of a sum; of ranks and changes it is where they begin.
  private var since: (time: SpokenTime, role: TimeRole, token: Int)? {
    guard case .value = window.anchor.kind, !slots.modifiers.isFirst else { return nil }
    return slots.times.first { $0.role == .since }
  }

  private var isSuperlative: Bool {
    if slots.modifiers.isFirst { return true }
    return if case .superlative = window.anchor.kind { true } else { false }
  }

  private var firstWord: String {
    window.tokens.isEmpty ? "" : tokens[window.tokens.lowerBound].lower
  }

  /// `when 249,785 people were met`: the time named last is meant.
  var isBehindWhen: Bool {
    guard window.tokens.lowerBound < tokens.count else { return false }
    let first = tokens[window.tokens.lowerBound].lower
    return ["when", "where"].contains(first)
      || first == "which" && window.anchor.isValue && slots.per == nil
  }

  func resolved(_ time: SpokenTime, beside subject: TimeSpan?) -> [TimeSpan] {
    resolver.spans(time, beside: subject, isCalendar: isCalendar)
  }

  private var isCalendar: Bool {
    topic.counted.first.map { lexicon.isByCalendarYear($0.measure) } ?? false
  }

  /// Takes the reading that was meant as what is carried on.
  mutating func take(_ index: Int) {
    guard fills.indices.contains(index) else { return }
    let fill = fills[index]
    defer {
      // Behind `from December to January` the end is meant, and the start compared with.
      if window.anchor.isChange, !fill.span.isOne, slots.times.contains(where: { $0.time.isRange })
      {
        topic.spans = [TimeSpan(fill.span.last)]
        topic.base = TimeSpan(fill.span.first)
        topic.lastSpans = topic.spans
      }
    }
    topic.counted = [fill.counted] + topic.counted.filter { $0.measure != fill.counted.measure }
    topic.spans = [fill.span] + topic.spans.filter { $0 != fill.span }
    topic.base = fill.base
    if window.anchor.isChange, let base = fill.base { topic.lastSpans = [base] }
    if fill.takesLeftBehind { topic.values += leftBehind }
    if fill.leavesCarriedOut { topic.values.removeAll { !$0.isSaid } }
  }

  /// What the next statement may carry. The time of a comparison does not become its time.
  var carriedOn: TextTopic {
    var next = topic
    if isAside {
      next.lastSpans = topic.spans
      next.spans = before.spans
      next.time = before.time
    }
    // `fell from A in 2016 to B in 2020, a decline of 86 percent`.
    if end == .from { next.base = topic.spans.first }
    if next.mainSpans.isEmpty { next.mainSpans = next.spans }
    next.lastSaid = topic.values.filter(\.isSaid)
    // A part of a whole is not what the next statement is about.
    if case .share = window.anchor.kind {
      var part = self.part(of: topic.values.filter(\.isSaid))
      if part.isEmpty { part = sharedPart }
      if !part.isEmpty {
        next.part = part
        let dimensions = part.reduce(into: Set<Int>()) { $0.formUnion($1.dimensions) }
        next.recentValues =
          part + next.recentValues.filter { $0.dimensions.isDisjoint(with: dimensions) }
        next.values.removeAll { value in part.contains { $0.text == value.text } }
      }
    }
    if let span = fills.isEmpty ? nil : topic.spans.first, span.isOne {
      let isSame = before.counted.first?.measure == topic.counted.first?.measure
      let earlier = isSame ? before.pair.filter { $0 != span && $0.unit == span.unit } : []
      next.pair = [span] + earlier.prefix(1)
    }
    if let span = next.spans.first, span != before.spans.first, let last = before.spans.first {
      next.recentSpans = [last] + before.recentSpans.filter { $0 != last && $0 != span }.prefix(1)
    }
    return next
  }

  /// Whether the time is only that of what is compared: `when 249,785 were met`, `117,905 a year
  /// earlier`, `last July's 132,642`.
  private var isAside: Bool {
    if isBehindWhen || end == .from || window.isBase || isCompared { return true }
    guard case .value = window.anchor.kind, let time = slots.times.first(where: { $0.role == .own })
    else { return false }
    if case .relative(let words) = time.time, !words.isAbsolute { return true }
    return time.token < window.tokens.lowerBound
  }

  /// Whether it is only what something is compared with: `whereas in fiscal 2020 it was …`, `equal to
  /// the 11,647 of September`.
  private var isCompared: Bool {
    let first = window.tokens.lowerBound
    if first < tokens.count, tokens[first].lower == "whereas" { return true }
    guard window.anchor.isValue else { return false }
    let end = window.anchor.tokens.lowerBound
    return window.marks.contains { place in
      let own = marks[place].tokens
      return own.upperBound <= end && end - own.upperBound <= 1
        && (marks[place].has(.against) || marks[place].has(.above))
    }
  }

  /// What else may be counted: what was counted before, where nothing, or only a verb, names it.
  var otherMeasures: [Mention.Counted] {
    if slots.counted.isEmpty { return Array(topic.recent.prefix(2)) }
    guard let own = slots.counted.first, own.preference > 0 else { return [] }
    return (before.counted.prefix(1) + before.recent).filter { other in
      other.measure.subject == own.measure.subject && other.measure.unit == own.measure.unit
    }
  }

  /// Times of statements before, where this one names none.
  var otherSpans: [TimeSpan] {
    guard !slots.times.contains(where: { $0.role == .own }) else { return [] }
    // The year of the month that was carried, and the last whole ones before the day of the text.
    let year = topic.spans.first.map {
      TimeSpan(Period(.fiscalYear, containing: $0.last.days.first))
    }
    let last = [resolver.lastFiscalYear, resolver.lastMonth].compactMap { $0.map { TimeSpan($0) } }
    return (before.recentSpans + before.mainSpans.prefix(1) + [year].compactMap { $0 } + last)
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The two times that were told last: what a change that names none is between.
  var pair: [TimeSpan] { before.pair }

  var carriesValues: Bool { topic.values.contains { !$0.isSaid } }

  /// The time of the statement before.
  var spansBefore: [TimeSpan] { before.spans }

  /// What was counted before.
  var countedBefore: Mention.Counted? { before.counted.first }

  /// What the change before was measured from.
  var carriedBase: TimeSpan? { before.base }

  /// Whether a time is the statement's own, although words of comparison stand before it.
  func isOwn(_ time: SpokenTime) -> Bool { slots.times.first { $0.role == .own }?.time == time }

  // MARK: Reading

  /// What can be done with the statement; `nil` where it is none.
  /// `write` makes its checks.
  mutating func reading(
    _ write: (ClaimDraft) -> [(reading: TextReading, fill: CheckFill)]
  ) -> TextClaim.Handling? {
    if let held = slots.notHeld, slots.counted.isEmpty {
      isUnderstood = false
      return .noData(
        why: held.note.isEmpty ? held.about : held.note,
        questions: held.nearest.isEmpty ? [] : [held.nearest]
      )
    }
    guard !topic.counted.isEmpty, isOfField else { return nil }
    if let cause = slots.cause, isTrend {
      return .notCheckable(why: "`\(cause)`: figures do not tell causes")
    }
    if let future = slots.future {
      (topic.spans, topic.lastSpans, topic.time) = (before.spans, before.lastSpans, before.time)
      return .notCheckable(why: "`\(future)`: what is to come, or would, is not in the figures")
    }
    if hasUnpublished, !slots.counted.isEmpty {
      let names = slots.values.filter { !isPublished($0) }.map { "`\($0.text)`" }.joined(
        separator: ", "
      )
      return .notRead(why: "`\(topic.counted[0].measure.name)` is not published by \(names)")
    }
    if let word = slots.restriction {
      isUnderstood = false
      return .notRead(why: "`\(word)`")
    }
    if slots.isDenied, !canBeDenied {
      isUnderstood = false
      return .notRead(why: "it is denied")
    }
    if slots.modifiers.isBroken {
      return .notRead(why: "how many in a row is not said")
    }
    if lacksSince {
      return .notRead(why: "it is not understood since when")
    }
    if let unit = otherUnit {
      return .notRead(why: "`\(topic.counted[0].measure.name)` is not counted in \(unit)")
    }
    let found = write(self)
    if found.isEmpty {
      // `the agents' part has grown`: who acts is not what is counted.
      isUnderstood = !(slots.counted.first.map { WindowSlots.isStaff($0.measure) } ?? false)
      return unread
    }
    if found.count > 1 { isPreferred = true }
    fills = found.map(\.fill)
    return .checks(found.map(\.reading))
  }

  private var unread: TextClaim.Handling? {
    guard !slots.counted.isEmpty else { return nil }
    return topic.spans.isEmpty
      ? .notRead(why: resolver.day == nil ? "it needs the day of the text" : "its time is not said")
      : .notRead(why: "it is not clear what is compared")
  }

  /// Whether a number is told since something that is not understood.
  private var lacksSince: Bool {
    guard case .value = window.anchor.kind else { return false }
    return window.marks.contains { marks[$0].mention?.text.lowercased() == "since" }
      && !slots.times.contains { $0.role == .since || $0.time.isRange }
  }

  /// The unit behind a number, where what is counted was carried and has another: `11,201 pounds`.
  private var otherUnit: String? {
    guard slots.counted.isEmpty, let measure = topic.counted.first?.measure,
      let unit = slots.unitBehind
    else { return nil }
    return unit != measure.unit ? unit : nil
  }

  /// Whether the language can say that it is not so.
  private var canBeDenied: Bool {
    switch window.anchor.kind {
    case .superlative, .place: true
    case .value: slots.modifiers.isEmpty || slots.modifiers.isFirst
    case .change, .multiple, .share, .versus: false
    }
  }

  private var isTrend: Bool {
    if case .change(nil, _) = window.anchor.kind { true } else { false }
  }

  /// Whether the window itself, or what it points back to, is about something counted here.
  private var isOfField: Bool {
    if isDayAlone { return false }
    if case .value(let number) = window.anchor.kind {
      if number.isMoney { return slots.counted.contains { $0.measure.unit == "usd" } }
      if number.isWord, slots.counted.isEmpty { return false }
      if number.value < 1000, slots.counted.isEmpty, slots.values.isEmpty,
        !(slots.pointsBack && !slots.times.isEmpty),
        !(end != nil && !slots.times.isEmpty && distance <= 1 && unknownBefore == 0)
      {
        return false
      }
    }
    if !slots.counted.isEmpty || !slots.values.isEmpty || !slots.actors.isEmpty { return true }
    if isContinued { return true }
    switch window.anchor.kind {
    case .value: return slots.namesPeople || slots.pointsBack || !slots.times.isEmpty && isPlain
    case .change(nil, _): return slots.pointsBack && isPlain
    case .change, .multiple: return isPlain
    case .versus: return false
    case .superlative, .place: return isPlain && (!slots.times.isEmpty || slots.isEver || isRecord)
    case .share: return slots.pointsBack && isPlain
    }
  }

  /// Whether it goes on with what was told right before.
  private var isContinued: Bool {
    guard distance <= 2 else { return false }
    let isNear = distance == 0 && unknownBefore <= 2 || unknownBefore == 0
    switch window.anchor.kind {
    case .value(let number):
      if slots.pointsBack || slots.namesPeople || slots.per != nil { return true }
      return isNear && (!slots.times.isEmpty || number.digits >= 4 && distance == 0)
    case .change(nil, _):
      return isNear
        && (slots.pointsBack || distance == 0 && isArticle(window.tokens.lowerBound)
          || !slots.modifiers.isEmpty || slots.times.contains { $0.role == .base })
    case .change, .multiple: return isNear
    case .superlative, .place: return isNear
    case .versus: return false
    case .share:
      return slots.pointsBack && isNear || distance == 0 && !slots.times.isEmpty && isNear
    }
  }

  private func isArticle(_ place: Int) -> Bool {
    ["a", "an"].contains(tokens[place].lower)
  }

  /// Words before what is stated that nothing knows, small ones aside.
  private var unknownBefore: Int {
    (window.tokens.lowerBound..<max(window.tokens.lowerBound, window.anchor.tokens.lowerBound))
      .count { place in
        tokens[place].kind == .word && tokens[place].lower.utf8.count > 3
          && !marks.contains { $0.tokens.contains(place) } && !tokens[place].lower.hasSuffix("ly")
      }
  }

  /// Whether nothing of another field stands before what is stated: all words but small ones are
  /// known, or the statement begins with an article.
  private var isPlain: Bool {
    let first = window.tokens.lowerBound
    let end = window.anchor.tokens.lowerBound
    guard first < end else { return true }
    if ["a", "an"].contains(tokens[first].lower) { return true }
    return !(first..<end).contains { place in
      tokens[place].kind == .word && tokens[place].lower.utf8.count > 2
        && !marks.contains { $0.tokens.contains(place) } && !tokens[place].lower.hasSuffix("ly")
    }
  }

  /// Whether a single day is meant, of which nothing is published.
  private var isDayAlone: Bool {
    topic.spans.first.map { $0.isOne && $0.unit == .day } ?? false
      && slots.times.contains { $0.role == .own }
  }

  /// Which end of a change a number is: `from 249,740 to 46,612`.
  var end: TextEnd? {
    window.anchor.end(marks, tokens)
  }

  /// Whether its time stands behind its number: `from the 196,000 of the first six months`.
  var isTimedBehind: Bool {
    slots.times.contains { $0.role == .own && $0.token >= window.anchor.tokens.upperBound }
  }

  /// Marks of the window with their places, for what writes the check.
  var windowMarks: [(place: Int, mark: TextMark)] { window.marks.map { ($0, marks[$0]) } }

  var markCount: Int { marks.count }
}

extension String {
  /// Whether a time behind the day of the text needs no other statement: `last month`.
  fileprivate var isAbsolute: Bool {
    !["previous", "yearbefore", "same", "back"].contains { hasPrefix($0) }
  }
}

extension TimeSpan {
  /// As told: `Dec 2024`.
  var words: String { isOne ? first.label : "\(first.label) – \(last.label)" }
}

extension ClaimDraft {
  /// Whether the anchor says a record, whose reach is all that is held.
  var isRecord: Bool {
    window.anchor.marks.clamped(to: 0...max(0, markCount - 1)).contains { place in
      let text = windowMarks.first { $0.place == place }?.mark.mention?.text.lowercased() ?? ""
      return text.contains("record") || text.contains("all-time") || text.contains("ever")
    }
  }

  /// The dimension named beside a value: `Miami field office`.
  func toldDimension(of value: TextTopic.Value) -> Int? {
    windowMarks.first { $0.place == value.mark + 1 }.flatMap { beside in
      beside.mark.mention?.key.flatMap { lexicon.dimension(named: $0) }
    }
  }
}
