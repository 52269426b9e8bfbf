import Catalog
import QueryLanguage

/// The times that the statement can mean.
extension CheckWriter {
  /// The time of the statement; of what is read on some days, the month of a day.
  var spans: [TimeSpan] {
    let told = toldSpans
    guard let kind = draft.topic.counted.first?.measure.kind, kind != .flow,
      let day = told.first, day.isOne, day.unit == .day, draft.window.anchor.isValue
    else { return told }
    return [TimeSpan(Period(.month, containing: day.days.first))] + told
  }

  /// The time that is told; without one, the last whole one before the day of the text.
  private var toldSpans: [TimeSpan] {
    let ends = endsOfSince
    if !ends.isEmpty { return ends }
    if let starts = startsOfChange, !starts.isEmpty { return starts }
    if let later = laterOfPair { return [later] + draft.topic.spans }
    if let whole = existence ?? totalToDate { return [whole] + draft.topic.spans }
    if !draft.topic.spans.isEmpty, !needsLatest { return draft.topic.spans }
    guard draft.slots.times.allSatisfy({ $0.role != .own }), !draft.isAfterWhen else { return [] }
    guard let measure = draft.topic.counted.first?.measure, let month = resolver.lastMonth,
      let year = resolver.lastFiscalYear
    else { return resolver.present }
    return measure.kind == .flow
      ? [TimeSpan(year), TimeSpan(month)] : [TimeSpan(month), TimeSpan(month.next), TimeSpan(year)]
  }

  /// Of the two times told last the later one, where a change that names none was told after the
  /// earlier: `It was 658,871 in fiscal 2015, which means it has grown sixfold`.
  private var laterOfPair: TimeSpan? {
    guard draft.window.anchor.isChange, draft.slots.times.isEmpty, draft.distance <= 1,
      let span = draft.topic.spans.first, let other = draft.otherOfPair(span),
      other.days.first > span.days.last
    else { return nil }
    return other
  }

  /// When a number after `from` was, where it is not said: when the change began.
  var startsOfChange: [TimeSpan]? {
    guard draft.end == .from, draft.slots.times.allSatisfy({ $0.role != .own }),
      let span = draft.topic.spans.first, span.isOne
    else { return nil }
    return bases(span)
  }

  /// All of the time in which something could be counted, where none is told that lies in it.
  var existence: TimeSpan? {
    guard let measure = draft.topic.counted.first?.measure,
      draft.topic.spans.allSatisfy({
        $0.days.last < measure.existence.first || measure.existence.last < $0.days.first
      })
    else { return nil }
    return wholeExistence
  }

  /// All of the time in which something could be counted that is over: `Title 42 was used 2.96
  /// million times`.
  var wholeExistence: TimeSpan? {
    guard let measure = draft.topic.counted.first?.measure, measure.kind == .flow,
      draft.slots.times.isEmpty, draft.window.anchor.isValue,
      measure.existence.first > .distantPast, measure.existence.last < .distantFuture,
      resolver.day.map({ $0 > measure.existence.last }) ?? true
    else { return nil }
    return TimeSpan(
      Period(.month, containing: measure.existence.first),
      Period(.month, containing: measure.existence.last)
    )
  }

  /// The whole of a short series up to the day of the text, where a total is told and no time:
  /// `paroles totalled some 520,000`.
  private var totalToDate: TimeSpan? {
    guard let measure = draft.topic.counted.first?.measure, measure.kind == .flow,
      draft.slots.times.isEmpty, draft.window.anchor.isValue, !draft.carriesMeasure,
      draft.tellsTotal, let month = resolver.lastMonth
    else { return nil }
    return lexicon.shortSeries(of: measure, upTo: month)
  }

  /// Whether a level is told in the present, without a time: `ICE is holding 27,000 people`.
  var needsLatest: Bool {
    guard let measure = draft.topic.counted.first?.measure, measure.kind != .flow,
      measure.kind != .limit, resolver.day != nil, draft.slots.times.isEmpty, !draft.carriesMeasure
    else { return false }
    return draft.window.anchor.isValue
  }

  /// A change since something is up to the last month, or year, before the day of the text; without
  /// a day, up to one of the last that may be held.
  var endsOfSince: [TimeSpan] {
    guard draft.window.anchor.isChange, draft.slots.times.allSatisfy({ $0.role != .own }),
      let since = draft.slots.times.first(where: { $0.role == .since }),
      let base = draft.resolved(since.time, beside: draft.topic.spans.first).first,
      let end = resolver.day ?? resolver.edge, base.unit != .quarter
    else { return [] }
    let unit = base.unit == .day ? .month : base.unit
    let last = Period(unit, containing: end).previous
    // No whole month has passed since: perhaps the one of the text is meant.
    if base.unit == .day, last <= Period(.month, containing: base.first.days.first) {
      return [TimeSpan(last), TimeSpan(last.next)]
    }
    if resolver.day != nil || unit == .month { return [TimeSpan(last)] }
    return [TimeSpan(last), TimeSpan(last.previous), TimeSpan(last.previous.previous)]
  }

  /// What a change is measured from: as said, else the period before.
  func bases(_ span: TimeSpan) -> [TimeSpan] {
    let said = draft.slots.times.filter { $0.role == .base || $0.role == .since }
    if let base = said.last(where: { !draft.isOwn($0.time) }) {
      let isMonthAlone = if case .month = base.time { true } else { false }
      // `since then`: since the time of the statement before.
      let isThen = base.role == .since && base.time == .relative("same")
      var found = isThen ? draft.topic.spans : draft.resolved(base.time, beside: span)
      // `this June was above last year's`.
      if base.role == .base, base.time.isLastYear, span.isOne, span.unit == .month,
        let same = span.back(years: 1)
      {
        found.insert(same, at: 0)
      }
      return found.map { base.role == .since || base.time.isEvent ? self.start($0, span) : $0 }
        .map { base in
          // `than in November of last year`, of that November: the year before is meant.
          if base == span, base.isOne, base.unit == .month { return base.back(years: 1) ?? base }
          // `than in December`, of November: the one before.
          let isLater = base.isOne && span.isOne && base.unit == .month && base.first > span.first
          return isLater && isMonthAlone ? base.back(years: 1) ?? base : base
        }.filter { $0 != span }
    }
    // `in May 2024 were 50 percent below their peak in December`.
    let own = draft.slots.times.filter { $0.role == .own }
    if own.count > 1, let last = own.last, last.token > draft.window.anchor.tokens.upperBound {
      return draft.resolved(last.time, beside: span)
    }
    // A year that is told anew is against the one before it.
    let isOwnYear =
      draft.distance > 0 && span.isOne && !own.isEmpty && !draft.carriesMeasure
      && span.unit == .fiscalYear && !draft.window.anchor.isWord
    let told = [draft.carriedBase, draft.otherOfPair(span)]
    let before = [span.back(years: 1), span.previous]
    let usual = isOwnYear ? before + told : told + before
    return usual.compactMap { $0 }.reduce(into: []) { found, base in
      guard base != span, base.unit == span.unit, base.isOne == span.isOne,
        !found.contains(base)
      else { return }
      found.append(base)
    }
  }

  /// A change since an event starts at the last whole month before it.
  func start(_ since: TimeSpan, _ span: TimeSpan) -> TimeSpan {
    guard since.unit == .day else { return since }
    let month = Period(.month, containing: since.first.days.first)
    // A level stood in the month itself.
    return TimeSpan(draft.topic.counted.first?.measure.kind == .flow ? month.previous : month)
  }
}
