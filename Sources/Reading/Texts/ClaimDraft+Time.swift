import Catalog
import QueryLanguage

/// When the statement is.
extension ClaimDraft {
  /// The first time that is the statement's own; times that are told against it come later.
  mutating func fillTime() {
    topic.spans = before.spans
    var own = slots.times.filter { ($0.role == .own || $0.role == .until) && !isReach($0.time) }
    if window.anchor.isValue, hasStood { own = slots.times.filter { $0.role == .since } }
    if own.contains(where: { !$0.time.isTerm }) {
      // `April 2020 was the lowest month under Trump`, `under Trump they peaked in fiscal 2019`.
      own.removeAll { $0.time.isTerm }
    }
    // `in four years, from fiscal 2020 to 2023`.
    if own.contains(where: { $0.time.isRange }) { own.removeAll { $0.time.asBase != nil } }
    if let told = toldBeforeWhen { own = [told] }
    // `since February 2021, through September 2024`.
    if let since, let until = own.first(where: { $0.role == .until }) {
      own = [(.range(since.time, until.time), .own, since.token)]
    }
    if own.first?.role == .until, let whole = fromUntil { own = [whole] }
    // `in the fiscal year that ended on September 30`.
    if own.count > 1, own[0].time.isDay || own.contains(where: { !$0.time.isDay }) {
      let periods = own.filter { !$0.time.isDay }
      if !periods.isEmpty { own = periods }
    }
    if let first = own.first ?? since {
      let time = first.role == .since && !hasStood ? SpokenTime.since(first.time) : first.time
      var spans = resolved(time, beside: subject(of: time))
      // `this year, through June`.
      if case .relative(let words) = first.time, ["ytd", "fytd"].contains(words),
        let until = own.first(where: { $0.role == .until }),
        let end = resolved(until.time, beside: spans.first).first
      {
        spans = spans.compactMap { TimeSpan($0.first, end.last) }
      }
      if first.role == .until { spans = spans.flatMap(self.upTo) }
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
    } else if isAfterWhen, !before.lastSpans.isEmpty {
      topic.spans = before.lastSpans
    }
    if own.isEmpty && since == nil, !topic.spans.isEmpty { carried.append(topic.spans[0].words) }
    topic.lastSpans = topic.spans
    if let base = slots.times.last(where: { $0.role == .base || $0.role == .since && isSuperlative }
    ) {
      let spans = resolved(base.time, beside: topic.spans.first)
      if !spans.isEmpty { topic.lastSpans = spans }
    }
  }

  /// The time that one is told after: of `that month` the last month.
  private func subject(of time: SpokenTime) -> TimeSpan? {
    guard time == .relative("samemonth") else { return before.spans.first }
    return (before.spans.prefix(1) + before.lastSpans + before.recentSpans).first {
      $0.unit == .month
    }
  }

  /// `From January 2023, when it opened, through the end of August`.
  private var fromUntil: (time: SpokenTime, role: TimeRole, token: Int)? {
    guard window.anchor.isValue, end == nil,
      let start = slots.times.first(where: { $0.role == .base }),
      let until = slots.times.first(where: { $0.role == .until }), start.token < until.token,
      start.token > 0, tokens[start.token - 1].lower == "from"
    else { return nil }
    return (.range(start.time, until.time), .own, start.token)
  }

  /// The time right before `when`, which what follows was at: `more than in August of last year,
  /// when there were 75`, `surpassed all of fiscal 2020, when 4,791 pounds were seized`.
  var toldBeforeWhen: (time: SpokenTime, role: TimeRole, token: Int)? {
    let anchor = window.anchor.tokens.lowerBound
    guard window.anchor.isValue,
      let when = tokens[..<anchor].lastIndex(where: { $0.lower == "when" }),
      window.tokens.contains(when), !slots.times.contains(where: { $0.token > when }),
      let told = slots.times.last(where: { $0.token < when }), told.role != .until
    else { return nil }
    let isOwnSaid = slots.times.contains { $0.role == .own }
    if told.role == .base, !isOwnSaid { return (told.time, .own, told.token) }
    let isBeside = window.marks.contains { place in
      marks[place].tokens.lowerBound == told.token && when - marks[place].tokens.upperBound <= 1
    }
    return isBeside ? (told.time, .own, told.token) : nil
  }

  /// `as of June 30`, `by September`: of a count the part of the fiscal year before, and of a short
  /// series all of it; of a level the month.
  private func upTo(_ end: TimeSpan) -> [TimeSpan] {
    guard end.isOne, end.unit == .day || end.unit == .month else { return [end] }
    let month = Period(.month, containing: end.last.days.first)
    guard let measure = topic.counted.first?.measure, measure.kind == .flow else {
      return [TimeSpan(month)]
    }
    let year = Period(.fiscalYear, containing: month.days.first)
    let ofYear = Period.all(.month, touching: year.days).first.flatMap { TimeSpan($0, month) }
    let total = lexicon.shortSeries(of: measure, upTo: month)
    guard end.unit == .month else {
      // Some totals are published up to a day.
      let toDay = TimeSpan(.day(year.days.first), end.last)
      return [ofYear ?? TimeSpan(month), toDay, total].compactMap { $0 }
    }
    // `by November it had fallen to 46,612` is of the month.
    let isOfMonth = !window.anchor.isValue || self.end != nil || slots.per != nil
    let parts = [total, ofYear].compactMap { $0 }
    return isOfMonth ? [TimeSpan(month)] : parts + [TimeSpan(month)]
  }

  /// Whether a time is how far back a rank goes: `in two decades`.
  func isReach(_ time: SpokenTime) -> Bool {
    if isYearOfMonths(time) { return true }
    if case .month(let month) = time, month == rankedMonth { return true }
    guard isSuperlative, case .relative(let words) = time else { return false }
    // `In the past year it was more than in any year since 2010`.
    let isFirst = slots.times.first { $0.time == time }.map { own in
      own.token + 3 < window.anchor.tokens.lowerBound
        && slots.times.contains { $0.role == .since }
    }
    return isFirst != true && (words.hasPrefix("in ") || words.hasPrefix("last "))
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
  var since: (time: SpokenTime, role: TimeRole, token: Int)? {
    guard case .value = window.anchor.kind, !slots.modifiers.isFirst, !hasStood else { return nil }
    return slots.times.first { $0.role == .since }
  }

  /// Whether a record is told that was set at a time: `had stood since 2000`.
  private var hasStood: Bool {
    window.tokens.dropFirst().contains { place in
      tokens[place].lower == "since" && ["stood", "standing"].contains(tokens[place - 1].lower)
    }
  }

  var isSuperlative: Bool {
    if slots.modifiers.isFirst { return true }
    return if case .superlative = window.anchor.kind { true } else { false }
  }

  var firstWord: String {
    window.tokens.isEmpty ? "" : tokens[window.tokens.lowerBound].lower
  }

  /// `when 249,785 people were met`: the time named last is meant.
  var isAfterWhen: Bool {
    guard window.tokens.lowerBound < tokens.count else { return false }
    let first = tokens[window.tokens.lowerBound].lower
    return ["when", "where"].contains(first)
      || first == "which" && window.anchor.isValue && slots.per == nil
  }

  func resolved(_ time: SpokenTime, beside subject: TimeSpan?) -> [TimeSpan] {
    resolver.spans(time, beside: subject, isCalendar: isCalendar)
  }

  var isCalendar: Bool {
    topic.counted.first.map { lexicon.isByCalendarYear($0.measure) } ?? false
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

  /// What was told before a `when` right there: `when they reached 27,023, ten times the number of
  /// four years before`.
  var spansAside: [TimeSpan] {
    guard distance == 0, !slots.times.contains(where: { $0.role == .own }) else { return [] }
    return before.lastSpans.filter { !topic.spans.contains($0) }
  }

  /// Of the two times that were told last, which a change that names none is between, the other
  /// one than its own.
  func otherOfPair(_ span: TimeSpan) -> TimeSpan? {
    before.pair.contains(span) ? before.pair.last { $0 != span } : nil
  }

  /// The time of the statement before.
  var spansBefore: [TimeSpan] { before.spans }

  /// What the change before was measured from.
  var carriedBase: TimeSpan? { before.base }

  /// Whether a time is the statement's own, although words of comparison precede it.
  func isOwn(_ time: SpokenTime) -> Bool { slots.times.first { $0.role == .own }?.time == time }

  /// Which end of a change a number is: `from 249,740 to 46,612`.
  var end: TextEnd? {
    window.anchor.end(marks, tokens)
  }

  /// Whether its time follows its number: `from the 196,000 of the first six months`.
  var isTimedAfter: Bool {
    slots.times.contains { $0.role == .own && $0.token >= window.anchor.tokens.upperBound }
  }
}
