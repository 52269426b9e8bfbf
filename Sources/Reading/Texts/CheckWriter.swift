import Catalog
import QueryLanguage

/// Writes a statement as checks of the language, one for each reading: of what is left open, one
/// slot is varied at a time.
struct CheckWriter {
  private let draft: ClaimDraft
  private let resolver: TimeResolver
  private let preferences: TextPreferences
  private let lexicon: TextLexicon

  /// More readings are not looked at.
  private static let most = 9
  /// And no more that differ in two slots.
  private static let mostFar = 30

  init(
    _ draft: ClaimDraft,
    _ resolver: TimeResolver,
    _ preferences: TextPreferences,
    _ lexicon: TextLexicon
  ) {
    self.draft = draft
    self.resolver = resolver
    self.preferences = preferences
    self.lexicon = lexicon
  }

  var readings: [(reading: TextReading, fill: CheckFill)] {
    var found: [(reading: TextReading, fill: CheckFill)] = []
    for fill in fills {
      guard let check = check(fill), !found.contains(where: { $0.reading.checks == [check] }) else {
        continue
      }
      let reading = TextReading(
        checks: [check],
        name: fill.name,
        distance: fill.distance,
        statesLongNumber: statesLongNumber,
        statesNumber: statesNumber,
        isLevelNow: needsLatest
      )
      found.append((reading, fill))
    }
    return found
  }

  private var statesLongNumber: Bool {
    if case .value(let number) = draft.window.anchor.kind {
      number.degree == .equal && number.digits >= 4
        || number.degree != .moreThan && number.digits >= 3
    } else {
      false
    }
  }

  /// Whether a number is stated that few figures meet: no bound, and no change.
  private var statesNumber: Bool {
    guard case .value(let number) = draft.window.anchor.kind, draft.slots.modifiers.isEmpty else {
      return false
    }
    return [.equal, .about, .nearly].contains(number.degree)
  }

  // MARK: Readings

  /// What the slots can be taken for: first all as preferred, then each varied alone, and last two
  /// at a time.
  private var fills: [CheckFill] {
    guard let first else { return [] }
    let spans = otherSpans(than: first)
    let counted = otherCounted(than: first)
    let values = otherValues(than: first)
    let alone = presentMeans(counted) + spans + otherBases(than: first) + values + counted
    let near = alone.filter { $0.distance == .near }
    let remote = alone.filter { $0.distance == .remote }
    return [first] + (near + remote).prefix(Self.most - 1)
      + (statesLongNumber ? far(first, spans, values, counted) : [])
  }

  private var first: CheckFill? {
    guard let counted = draft.topic.counted.first, let span = spans.first else { return nil }
    return CheckFill(
      counted: counted,
      place: place(of: counted),
      span: span,
      base: bases(span).first
    )
  }

  private func otherSpans(than first: CheckFill) -> [CheckFill] {
    let near = spans.dropFirst().map { ($0, TextReading.Distance.near) }
    let remote = draft.otherSpans.filter { !spans.contains($0) }.map {
      ($0, TextReading.Distance.remote)
    }
    return (near + remote).map { span, distance in
      var fill = first
      fill.span = span
      fill.base = bases(span).first
      fill.name = span.words
      fill.distance = distance
      return fill
    }
  }

  private func otherBases(than first: CheckFill) -> [CheckFill] {
    bases(first.span).dropFirst().map { base in
      var fill = first
      fill.base = base
      fill.name = "from \(base.words)"
      fill.distance = .near
      return fill
    }
  }

  private func otherValues(than first: CheckFill) -> [CheckFill] {
    var fills: [CheckFill] = []
    if first.place != nil {
      var fill = first
      fill.place = nil
      fill.name = "every border"
      fill.distance = .near
      fills.append(fill)
    }
    if !draft.leftBehind.isEmpty {
      var fill = first
      fill.takesLeftBehind = true
      fill.distance = .remote
      fill.name = draft.leftBehind.map(\.text).joined(separator: ", ")
      fills.append(fill)
    }
    if draft.carriesValues {
      var fill = first
      fill.leavesCarriedOut = true
      fill.distance = .remote
      fill.name = "without what was carried"
      fills.append(fill)
    }
    return fills
  }

  private func otherCounted(than first: CheckFill) -> [CheckFill] {
    let others =
      draft.otherMeasures + draft.topic.counted.dropFirst()
      + preferences.others(than: first.counted.measure).map { Mention.Counted($0, 0) }
    var fills: [CheckFill] = []
    for other in others + related(to: first.counted.measure)
    where other.expression != first.counted.expression {
      guard !fills.contains(where: { $0.counted.expression == other.expression }) else { continue }
      fills.append(counting(other, first))
    }
    return fills
  }

  /// What words for a measure are also said of: a part of it that one agency counts, and of levels
  /// that are held for single days the mean.
  private func related(to measure: Measure) -> [Mention.Counted] {
    let isNamed = draft.slots.counted.first.map { $0.preference == 0 } ?? false
    return lexicon.measures.filter { other in
      guard other != measure, other.subject == measure.subject, other.unit == measure.unit else {
        return false
      }
      if measure.kind == .stock, other.kind == .average { return other.sharesWord(with: measure) }
      // `removals` may be those of one agency.
      if other.kind == .flow, other.name.hasSuffix(" " + measure.name),
        other.name.split(separator: " ").count == 2, other.name.prefix(2).allSatisfy(\.isUppercase)
      {
        return true
      }
      // What the Border Patrol counts is called encounters as well.
      return (other.partOf == measure.id || measure.partOf == other.id) && other.kind == .flow
        && (!other.formula.isEmpty || !measure.formula.isEmpty)
        && (!isNamed || draft.window.anchor.isChange && other.partOf == measure.id)
    }.map { Mention.Counted($0, 0) }
  }

  /// Of a level told in the present also the mean over the months that are meant.
  private func presentMeans(_ counted: [CheckFill]) -> [CheckFill] {
    guard needsLatest else { return [] }
    return counted.filter { $0.counted.measure.kind == .average }.flatMap { mean in
      spans.dropFirst().filter { $0.unit == .month }.map { span in
        var fill = mean
        fill.span = span
        fill.name = "\(mean.counted.measure.name), \(span.words)"
        fill.distance = .near
        return fill
      }
    }
  }

  private func counting(_ other: Mention.Counted, _ first: CheckFill) -> CheckFill {
    var fill = first
    fill.counted = other
    fill.place = place(of: other)
    let span = first.span
    if lexicon.isByCalendarYear(other.measure), span.unit == .fiscalYear, span.isOne {
      fill.span = TimeSpan(.calendarYear(span.first.code))
    }
    let isLeftOpen =
      draft.topic.counted.contains(other)
      || preferences.others(than: first.counted.measure).contains(other.measure)
      || first.counted.measure.kind == .stock
      || (draft.window.anchor.isChange || draft.window.anchor.isShare)
        && related(to: first.counted.measure).contains(other)
      || other.measure.name.hasSuffix(" " + first.counted.measure.name)
    let isTold =
      draft.otherMeasures.contains(other)
      && !(draft.window.anchor.isShare && related(to: first.counted.measure).contains(other))
    fill.distance = isLeftOpen && !isTold ? .near : .remote
    fill.name = other.measure.name
    return fill
  }

  /// Two slots varied at a time.
  private func far(
    _ first: CheckFill,
    _ spans: [CheckFill],
    _ values: [CheckFill],
    _ counted: [CheckFill]
  ) -> [CheckFill] {
    var fills: [CheckFill] = []
    for span in spans.prefix(6) {
      for value in values {
        var fill = value
        fill.span = span.span
        fills.append(fill)
      }
      for other in counted {
        var fill = other
        fill.span = span.span
        fills.append(fill)
      }
    }
    for other in counted {
      for value in values {
        var fill = other
        fill.takesLeftBehind = value.takesLeftBehind
        fill.leavesCarriedOut = value.leavesCarriedOut
        if value.place == nil { fill.place = nil }
        fills.append(fill)
      }
    }
    return fills.prefix(Self.mostFar).map { fill in
      var fill = fill
      fill.distance = .far
      fill.name = ""
      return fill
    }
  }

  private func place(of counted: Mention.Counted) -> Member? {
    guard !draft.topic.isEverywhere, counted.values.isEmpty else { return nil }
    let dimensions = lexicon.dimensions(of: counted.measure)
    var named = draft.topic.values.reduce(into: Set<Int>()) { found, value in
      for id in value.dimensions {
        found.insert(id)
        if let parent = lexicon.catalog.dimension(id)?.parent, parent != 0 { found.insert(parent) }
      }
    }
    if !draft.topic.values.allSatisfy({ !lexicon.isPlace($0) }) {
      named.formUnion(preferences.places.map(\.dimension))
    }
    return preferences.place(of: counted.measure, dimensions, named: named)
  }

  /// The time of the statement; without one, the last whole one before the day of the text.
  private var spans: [TimeSpan] {
    let ends = endsOfSince
    if !ends.isEmpty { return ends }
    if let starts = startsOfChange, !starts.isEmpty { return starts }
    if let whole = existence { return [whole] + draft.topic.spans }
    if !draft.topic.spans.isEmpty, !needsLatest { return draft.topic.spans }
    guard draft.slots.times.allSatisfy({ $0.role != .own }), !draft.isBehindWhen else { return [] }
    guard let measure = draft.topic.counted.first?.measure, let month = resolver.lastMonth,
      let year = resolver.lastFiscalYear
    else { return resolver.present }
    return measure.kind == .flow
      ? [TimeSpan(year), TimeSpan(month)] : [TimeSpan(month), TimeSpan(month.next), TimeSpan(year)]
  }

  /// When a number behind `from` was, where it is not said: when the change began.
  private var startsOfChange: [TimeSpan]? {
    guard draft.end == .from, draft.slots.times.allSatisfy({ $0.role != .own }),
      let span = draft.topic.spans.first, span.isOne
    else { return nil }
    return bases(span)
  }

  /// All of the time in which something could be counted, where none is told that lies in it:
  /// `Title 42 was used 2.96 million times`.
  private var existence: TimeSpan? {
    guard let measure = draft.topic.counted.first?.measure, measure.kind == .flow,
      draft.slots.times.isEmpty, draft.window.anchor.isValue,
      measure.existence.first > .distantPast, measure.existence.last < .distantFuture,
      draft.topic.spans.allSatisfy({ $0.days.last < measure.existence.first || measure.existence.last < $0.days.first }),
      resolver.day.map({ $0 > measure.existence.last }) ?? true
    else { return nil }
    return TimeSpan(
      Period(.month, containing: measure.existence.first),
      Period(.month, containing: measure.existence.last)
    )
  }

  /// Whether a level is told in the present, without a time: `ICE is holding 27,000 people`.
  private var needsLatest: Bool {
    guard let measure = draft.topic.counted.first?.measure, measure.kind != .flow,
      resolver.day != nil, draft.slots.times.isEmpty, !draft.carriesMeasure
    else { return false }
    return draft.window.anchor.isValue
  }

  /// A change since something is up to the last month, or year, before the day of the text; without
  /// a day, up to one of the last that may be held.
  private var endsOfSince: [TimeSpan] {
    guard draft.window.anchor.isChange, draft.slots.times.allSatisfy({ $0.role != .own }),
      let since = draft.slots.times.first(where: { $0.role == .since }),
      let base = draft.resolved(since.time, beside: draft.topic.spans.first).first,
      let end = resolver.day ?? resolver.edge, base.unit != .quarter
    else { return [] }
    let unit = base.unit == .day ? .month : base.unit
    let last = Period(unit, containing: end).previous
    if resolver.day != nil || unit == .month { return [TimeSpan(last)] }
    return [TimeSpan(last), TimeSpan(last.previous), TimeSpan(last.previous.previous)]
  }

  /// What a change is measured from: as said, else the period before.
  private func bases(_ span: TimeSpan) -> [TimeSpan] {
    let said = draft.slots.times.filter { $0.role == .base || $0.role == .since }
    if let base = said.last(where: { !draft.isOwn($0.time) }) {
      let found = draft.resolved(base.time, beside: span)
      return found.map { base.role == .since || base.time.isEvent ? self.start($0, span) : $0 }.filter { $0 != span }
    }
    // `in May 2024 were 50 percent below their peak in December`.
    let own = draft.slots.times.filter { $0.role == .own }
    if own.count > 1, let last = own.last, last.token > draft.window.anchor.tokens.upperBound {
      return draft.resolved(last.time, beside: span)
    }
    let told = draft.pair.last { $0 != span && draft.pair.first == span }
    return [draft.carriedBase, told, span.back(years: 1), span.previous].compactMap { $0 }
      .reduce(into: []) { found, base in
        if base != span, !found.contains(base), base.first.unit == span.unit { found.append(base) }
      }
  }

  /// A change since an event starts at the last whole month before it.
  private func start(_ since: TimeSpan, _ span: TimeSpan) -> TimeSpan {
    guard since.unit == .day else { return since }
    let month = Period(.month, containing: since.first.days.first)
    // A level stood in the month itself.
    return TimeSpan(draft.topic.counted.first?.measure.kind == .flow ? month.previous : month)
  }

  // MARK: Checks

  private func check(_ fill: CheckFill) -> String? {
    switch draft.window.anchor.kind {
    case .value(let number): value(fill, number)
    case .change(let number, let isRise): change(fill, number, isRise)
    case .multiple(let number, let isLess): multiple(fill, number, isLess)
    case .share(let number): share(fill, number)
    case .superlative(let isHigh, let rank): superlative(fill, isHigh, rank)
    case .place(let isHigh, let rank, let dimension): place(fill, isHigh, rank, dimension)
    case .versus(let isMore, let than): versus(fill, isMore, than)
    }
  }

  /// Two values of one dimension, each with all else.
  private func versus(_ fill: CheckFill, _ isMore: Bool, _ than: Int) -> String? {
    let all = texts(fill)
    let behind = all.filter { $0.value.isSaid && $0.value.mark > than }
    let rivals = behind.reduce(into: Set<Int>()) { $0.formUnion($1.value.dimensions) }
    let before = all.filter {
      $0.value.isSaid && $0.value.mark < than && !$0.value.dimensions.isDisjoint(with: rivals)
    }
    guard let first = before.first, let second = behind.first else { return nil }
    var common = all.map(\.text).filter { text in
      !before.contains { $0.text == text } && !behind.contains { $0.text == text }
    }
    if let place = fill.place { common.append(written(place.name)) }
    let sides = [first, second].map { fill.counted.expression + clauses([$0.text] + common) }
    let time = clause(fill)
    return "check \(sides[0]) \(time) \(isMore ? ">" : "<") \(sides[1]) \(time)"
  }

  private var modifiers: SlotModifiers { draft.slots.modifiers }
  private var denial: String { draft.slots.isDenied ? "not " : "" }

  /// The place among the values of a dimension.
  private func place(_ fill: CheckFill, _ isHigh: Bool, _ rank: Int, _ dimension: Int?) -> String? {
    let id = dimension ?? draft.topic.values.last?.dimensions.min()
    guard let id, let name = lexicon.catalog.dimension(id)?.name,
      let value = draft.topic.values.last(where: { $0.dimensions.contains(id) }),
      let own = value.alternatives.first(where: { $0.dimension == id })
    else { return nil }
    var texts = texts(fill).filter { $0.value.text != value.text }.map(\.text)
    if !lexicon.isPlace(value), let place = fill.place { texts.append(written(place.name)) }
    let rank = rank == 1 ? "" : "\(OrdinalText.text(of: rank)) "
    let values = [own.text] + fill.counted.values.map(\.name) + texts
    let question = fill.counted.expression + clauses(values)
    return "check \(question) \(clause(fill)) is \(denial)\(rank)"
      + "\(isHigh ? "largest" : "smallest") \(name)"
  }

  /// What holds of each period of a span.
  private func every(_ fill: CheckFill, _ judgment: String) -> String? {
    var fill = fill
    // `since you took office, encounters have gone up every month`.
    if let since = draft.slots.times.first(where: { $0.role == .since }),
      let span = draft.resolved(.since(since.time), beside: fill.span).first
    {
      fill.span = span
    }
    guard let every = modifiers.every, fill.span.unit <= every.unit || fill.span.isOne,
      let question = question(fill)
    else { return nil }
    return "check \(question) every \(every.unit.keyword) \(clause(fill)) \(judgment)"
  }

  private func value(_ fill: CheckFill, _ number: SpokenNumber) -> String? {
    let per = draft.slots.per.map { " " + $0 } ?? ""
    var fill = fill
    if let end = draft.end, !fill.span.isOne, !draft.isTimedBehind {
      fill.span = TimeSpan(end == .from ? fill.span.first : fill.span.last)
    }
    if let every = modifiers.every {
      let isBound = number.bound != nil || number.upper != nil
      let number = every.isNone ? number.denied : isBound ? number : nil
      return number.flatMap { self.every(fill, $0.rounded.judgment) }
    }
    let judgment: String
    if modifiers.isFirst || modifiers.run != nil {
      guard let bound = number.bound else { return nil }
      if let run = modifiers.run {
        judgment = "is \(bound) \(run.clause)"
      } else {
        guard let reach = reach(fill), reach.hasPrefix("since") else { return nil }
        judgment = "is \(denial)first \(bound) \(reach)"
      }
    } else if draft.slots.isDenied {
      guard number.degree == .equal else { return nil }
      judgment = "!= \(number.rounded.text)"
    } else {
      judgment = number.rounded.judgment
    }
    return question(fill).map { "check \($0) \(clause(fill))\(per) \(judgment)" }
  }

  private func clause(_ fill: CheckFill) -> String {
    // The level at the end of a span of months is that of its last.
    fill.counted.measure.kind == .flow || fill.span.isOne
      ? fill.span.clause : "in \(fill.span.last.spelling)"
  }

  private func change(_ fill: CheckFill, _ number: SpokenNumber?, _ isRise: Bool) -> String? {
    let verb = isRise ? "rose" : "fell"
    if number == nil {
      if modifiers.every != nil { return every(fill, verb) }
      if let run = modifiers.run {
        guard fill.span.isOne, fill.span.unit == run.unit else { return nil }
        return question(fill).map { "check \($0) \(clause(fill)) \(verb) \(run.clause)" }
      }
      if modifiers.isFirst {
        guard let reach = reach(fill), reach.hasPrefix("since") else { return nil }
        return question(fill).map {
          "check \($0) \(clause(fill)) is first \(isRise ? "rise" : "fall") \(reach)"
        }
      }
    }
    guard let question = question(fill) else { return nil }
    guard let (first, last) = ends(fill) else {
      return spanChange(fill, question, number, isRise)
        ?? (number == nil ? compared(fill, question, isRise) : nil)
    }
    let opening = "check change in \(question) from \(first.spelling) to \(last.spelling) "
    guard let number else { return opening + (isRise ? "rose" : "fell") }
    guard number.upper == nil else { return nil }
    if number.degree == .equal, number.kind == .percent {
      return opening + "= \(isRise ? "" : "-")\(number.text)"
    }
    return opening + (isRise ? "rose " : "fell ") + number.size
  }

  /// A part of a year against the same part of the year before: `this fiscal year to date
  /// apprehensions are down 24 percent`.
  private func spanChange(
    _ fill: CheckFill,
    _ question: String,
    _ number: SpokenNumber?,
    _ isRise: Bool
  ) -> String? {
    guard fill.counted.measure.kind == .flow, !fill.span.isOne, let base = fill.base, !base.isOne,
      base == fill.span.back(years: 1), number?.upper == nil
    else { return nil }
    let opening = "check \(question) in \(fill.span.spelling) vs \(base.spelling) "
    guard let number else { return opening + (isRise ? "rose" : "fell") }
    if number.degree == .equal, number.kind == .percent {
      return opening + "= \(isRise ? "" : "-")\(number.text)"
    }
    return opening + (isRise ? "rose " : "fell ") + number.size
  }

  /// Two spans of unlike length: `more in eight months than in October 2024`.
  private func compared(_ fill: CheckFill, _ question: String, _ isRise: Bool) -> String? {
    guard let base = fill.base, draft.slots.times.contains(where: { $0.role == .base }) else {
      return nil
    }
    return "check \(question) \(clause(fill)) \(isRise ? ">" : "<") \(question) \(base.clause)"
  }

  /// From where to where something changed.
  private func ends(_ fill: CheckFill) -> (Period, Period)? {
    // `from May to November` is both.
    if !fill.span.isOne,
      draft.slots.times.filter({ $0.role == .base || $0.role == .since }).isEmpty,
      draft.slots.times.contains(where: { $0.time.isRange })
    {
      return (fill.span.first, fill.span.last)
    }
    guard let base = fill.base else { return nil }
    guard base.isOne, fill.span.isOne else { return nil }
    if base.unit == fill.span.unit { return (base.first, fill.span.last) }
    return nil
  }

  private func multiple(_ fill: CheckFill, _ number: SpokenNumber, _ isLess: Bool) -> String? {
    guard let (first, last) = ends(fill), let question = question(fill) else { return nil }
    let opening = "check change in \(question) from \(first.spelling) to \(last.spelling) "
    let degree = number.degree == .equal ? "" : "\(number.degree.rawValue) "
    if isLess {
      let part = 100 / number.value
      return opening + (number.value == 2 ? "halved" : "= -\(Self.digits(100 - part))%")
    }
    let verbs = [2.0: "doubled", 3: "tripled", 4: "quadrupled"]
    if let verb = verbs[number.value] { return opening + degree + verb }
    return opening + "is \(degree)\(number.text)"
  }

  private static func digits(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  private func superlative(_ fill: CheckFill, _ isHigh: Bool, _ rank: Int) -> String? {
    guard let question = question(fill), fill.span.isOne || !fill.span.isOne else { return nil }
    let place = rank == 1 ? "" : "\(OrdinalText.text(of: rank)) "
    if let month = draft.rankedMonth { return ranked(month, fill, question, isHigh, place) }
    guard let reach = reach(fill) else { return nil }
    let unit =
      modifiers.unit.map { $0 == fill.span.unit && fill.span.isOne ? "" : "\($0.keyword) " } ?? ""
    return "check \(question) \(clause(fill)) is \(denial)\(place)"
      + "\(isHigh ? "highest" : "lowest") \(unit)\(reach)"
  }

  /// Among the same months of other years: `the lowest August since 2020`.
  private func ranked(
    _ month: Int,
    _ fill: CheckFill,
    _ question: String,
    _ isHigh: Bool,
    _ place: String
  ) -> String? {
    guard fill.span.isOne, fill.span.unit == .month, fill.span.first.code % 100 == month else {
      return nil
    }
    var reach = "ever"
    if let since = draft.slots.times.first(where: { $0.role == .since }) {
      switch since.time {
      case .year(let year): reach = "since \(Period.month(month, of: year).spelling)"
      case .period(let period) where period.unit == .month: reach = "since \(period.spelling)"
      case .period(let period):
        let year = period.days.last.date.year
        reach = "since \(Period.month(month, of: year).spelling)"
      default: return nil
      }
    } else if !draft.slots.isEver, !draft.isRecord {
      return nil
    }
    let name = monthNames[month - 1].lowercased()
    return "check \(question) \(clause(fill)) is \(denial)\(place)"
      + "\(isHigh ? "highest" : "lowest") \(name) \(reach)"
  }

  /// The periods that a rank is among.
  private func reach(_ fill: CheckFill) -> String? {
    for time in draft.slots.times {
      switch time.role {
      case .since:
        guard var since = draft.resolved(time.time, beside: fill.span).first else { return nil }
        if since.unit == .day {
          since = TimeSpan(Period(.month, containing: since.first.days.first))
        }
        if fill.span.unit == .month, since.unit != .month {
          since = TimeSpan(Period(.month, containing: since.last.days.last))
        }
        guard since.unit == fill.span.unit || fill.span.unit == .month else { return nil }
        return "since \(since.last.spelling)"
      case .own where draft.isYearOfMonths(time.time):
        let years = draft.resolved(time.time, beside: fill.span)
        guard fill.span.isOne, fill.span.unit == .month,
          let year = years.first(where: { $0.days.contains(fill.span.days) })
        else { return nil }
        return "since \(Period(.month, containing: year.days.first).previous.spelling)"
      case .own:
        guard case .relative(let words) = time.time else { continue }
        let parts = words.split(separator: " ")
        guard parts.count == 3, parts[0] == "in" || parts[0] == "last", parts[2] == "fy",
          let years = Int(parts[1]), let start = fill.span.back(years: years)
        else { continue }
        return "since \(start.last.spelling)"
      case .base, .until: continue
      }
    }
    return draft.slots.isEver || draft.isRecord || modifiers.unit != nil ? "ever" : nil
  }

  /// A part of a ceiling: `48% of the ceiling`.
  private func part(of limit: Mention.Counted, _ fill: CheckFill, _ number: SpokenNumber) -> String?
  {
    guard let flow = draft.countedBefore, flow.measure.kind == .flow,
      flow.measure.subject == limit.measure.subject
    else { return nil }
    return "check \(flow.expression) / \(limit.expression) \(clause(fill)) \(number.judgment)"
  }

  private func share(_ fill: CheckFill, _ number: SpokenNumber) -> String? {
    if fill.counted.measure.kind == .limit { return part(of: fill.counted, fill, number) }
    if let own = shareOfSpan(fill, number) { return own }
    let values = texts(fill)
    var part = draft.part(of: values.filter { $0.value.isSaid }.map(\.value))
    if part.isEmpty { part = draft.partBefore }
    let partTexts = texts(of: part, fill.counted.measure).map(\.text)
    guard !partTexts.isEmpty, Set(part.map(\.dimensions)).count == 1 else { return nil }
    let dimensions = part.reduce(into: Set<Int>()) { $0.formUnion($1.dimensions) }
    var base = values.filter {
      !partTexts.contains($0.text) && ($0.value.isSaid || $0.value.dimensions != dimensions)
    }.map(\.text)
    if !part.contains(where: { lexicon.isPlace($0) }), let place = fill.place {
      base.append(written(place.name))
    }
    let whole = fill.counted
    let test = partTexts.count == 1 && partTexts[0].contains(" = ") ? "where " : ""
    let kept = "\(whole.expression)(\(test)\(partTexts.joined(separator: ", ")))"
    let filter = clauses(base)
    return "check \(kept) / \(whole.expression)\(filter) \(clause(fill)) \(number.judgment)"
  }

  /// A part of a time: `two thirds of the total fell in the first quarter`.
  private func shareOfSpan(_ fill: CheckFill, _ number: SpokenNumber) -> String? {
    guard fill.counted.measure.kind == .flow, draft.slots.values.allSatisfy({ lexicon.isPlace($0) }),
      draft.slots.times.contains(where: { $0.role == .own }), let whole = draft.spansBefore.first,
      fill.span != whole, whole.days.first <= fill.span.days.first,
      fill.span.days.last <= whole.days.last, draft.slots.pointsBack, let question = question(fill)
    else { return nil }
    return "check \(question) \(fill.span.clause) / \(question) \(whole.clause) \(number.judgment)"
  }

  // MARK: Parts of questions

  /// What is counted, kept to its values: `encounters for southwest, mexico`.
  private func question(_ fill: CheckFill) -> String? {
    var texts = fill.counted.values.map(\.name) + texts(fill).map(\.text)
    if let place = fill.place { texts.append(written(place.name)) }
    return fill.counted.expression + clauses(texts)
  }

  private func clauses(_ texts: [String]) -> String {
    let names = texts.filter { !$0.contains(" = ") }
    let tests = texts.filter { $0.contains(" = ") }
    return (names.isEmpty ? "" : " for " + names.joined(separator: ", "))
      + (tests.isEmpty ? "" : " where " + tests.joined(separator: " and "))
  }

  /// Of dimensions that have a value alike, the one that is named like what is counted: the refugee
  /// region, of refugee admissions.
  private static func dimension(of values: [Mention.Value], like measure: Measure) -> Int? {
    let words = measure.name.lowercased().split(separator: " ")
    return values.first { value in
      value.dimensionName.lowercased().split(separator: " ").contains { words.contains($0) }
    }?.dimension
  }

  /// The values as the language writes them for what is counted.
  private func texts(_ fill: CheckFill) -> [(value: TextTopic.Value, text: String)] {
    let more = fill.takesLeftBehind ? draft.leftBehind : []
    return texts(
      of: (draft.topic.values + more).filter { !fill.leavesCarriedOut || $0.isSaid },
      fill.counted.measure
    )
  }

  private func texts(
    of values: [TextTopic.Value],
    _ measure: Measure
  ) -> [(value: TextTopic.Value, text: String)] {
    let dimensions = lexicon.dimensions(of: measure)
    var found: [(value: TextTopic.Value, text: String)] = []
    for value in values {
      let possible = value.alternatives.filter { dimensions.contains($0.dimension) }
      guard let best = possible.first else { continue }
      let rivals = possible.filter {
        $0.preference == best.preference && $0.dimension != best.dimension
      }
      let told =
        draft.toldDimension(of: value)
        ?? (rivals.isEmpty ? nil : Self.dimension(of: possible, like: measure))
      let chosen = possible.first { $0.dimension == told } ?? best
      let isOpen = !rivals.isEmpty || chosen.dimension == told && possible.count > 1
      let text = isOpen ? chosen.tested.text : chosen.text
      if !found.contains(where: { $0.text == text }) { found.append((value, text)) }
    }
    return found
  }
}

extension Measure {
  /// Whether a word with a capital letter is in both names: `ICE`.
  fileprivate func sharesWord(with other: Measure) -> Bool {
    let words = Set(name.split(separator: " ")).intersection(other.name.split(separator: " "))
    return words.contains { $0.first?.isUppercase ?? false }
  }
}

extension SpokenTime {
  var isRange: Bool { if case .range = self { true } else { false } }
}

extension SpokenNumber {
  /// What holds where no one is so: `no month surpassed 12,500`.
  fileprivate var denied: SpokenNumber? {
    var number = self
    switch degree {
    case .moreThan, .greater, .atLeast: number.degree = .atMost
    case .lessThan, .less, .atMost: number.degree = .atLeast
    case .equal, .notEqual, .about, .nearly: return nil
    }
    return number
  }

  /// As a bound: `above 50,000`.
  fileprivate var bound: String? {
    switch degree {
    case .moreThan, .greater, .atLeast: "above \(text)"
    case .lessThan, .less, .atMost: "below \(text)"
    case .equal, .notEqual, .about, .nearly: nil
    }
  }

  /// A bare round number is meant to its last digit that is not zero: `85,000` is `85k`.
  var rounded: SpokenNumber {
    guard kind == .count, degree == .equal, !isExact, digits > 0, digits <= 3 else { return self }
    let whole = text.filter { $0 != "," }
    var number = self
    if whole.hasSuffix("000000") {
      number.text = String(whole.dropLast(6)) + "m"
    } else if whole.hasSuffix("000") {
      number.text = String(whole.dropLast(3)) + "k"
    }
    return number
  }
}
