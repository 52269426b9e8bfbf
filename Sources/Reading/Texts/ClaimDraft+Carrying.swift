import Catalog
import QueryLanguage

/// What the next statement may take from this one.
extension ClaimDraft {
  /// Takes the reading that was meant as what is carried on.
  mutating func take(_ index: Int) {
    guard fills.indices.contains(index) else { return }
    let fill = fills[index]
    defer {
      // After `from December to January` the end is meant, and the start compared with.
      if window.anchor.isChange, !fill.span.isOne, slots.times.contains(where: { $0.time.isRange })
      {
        topic.spans = [TimeSpan(fill.span.last)]
        topic.base = TimeSpan(fill.span.first)
        topic.lastSpans = topic.spans
      }
    }
    topic.counted = [fill.counted] + topic.counted.filter { $0.measure != fill.counted.measure }
    topic.spans = [fill.span] + topic.spans.filter { $0 != fill.span }
    topic.base = window.anchor.isChange && !isGuess ? fill.base : before.base
    if window.anchor.isChange, let base = fill.base { topic.lastSpans = [base] }
    if fill.takesLeftAfter { topic.values += leftAfter }
    topic.values = topic.values.filter { isKept($0, fill) }
    // All borders were meant, where one is usual: the next statement is of all as well.
    if fill.place == nil, fills.first?.place != nil, fill.counted == fills.first?.counted {
      topic.isEverywhere = true
    }
  }

  /// Whether a reading keeps a value.
  func isKept(_ value: TextTopic.Value, _ fill: CheckFill) -> Bool {
    if value.text == fill.placeLeftOut || fill.leavesActor && value.isActing { return false }
    return switch fill.keeps {
    case .all: true
    case .places: value.isSaid || isPlace(value)
    case .things: value.isSaid || !isPlace(value)
    case .none: value.isSaid
    }
  }

  /// What the next statement may carry. The time of a comparison does not become its time.
  var carriedOn: TextTopic {
    var next = topic
    next.untaken = untaken
    if isAside {
      next.lastSpans = topic.spans
      next.spans = before.spans
      next.time = before.time
    }
    // `fell from A in 2016 to B in 2020, a decline of 86 percent`.
    if end == .from { next.base = topic.spans.first.map { TimeSpan($0.first) } }
    if end == .to, let span = topic.spans.first, !span.isOne, !isTimedAfter {
      next.spans = [TimeSpan(span.last)]
    }
    // `Guatemala and Honduras each had more than 40,000`.
    let each = eachOf.map(\.text)
    if each.count > 1 { next.values.removeAll { each.contains($0.text) } }
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
    // `the Congo sent more than any other country`: the next statement is about all of them again.
    if case .place = window.anchor.kind {
      next.values.removeAll { $0.isSaid && !isPlace($0) }
      next.recentValues = before.recentValues
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
  var isAside: Bool {
    if isAfterWhen || end == .from || window.isBase || isCompared { return true }
    // `this fiscal year to date they are down 24 percent`.
    if window.anchor.isChange, slots.times.contains(where: { $0.time.isToDate }) { return true }
    guard case .value = window.anchor.kind, let time = slots.times.first(where: { $0.role == .own })
    else { return false }
    if case .relative(let words) = time.time, !words.isAbsolute { return true }
    return time.token < window.tokens.lowerBound
  }

  /// Whether it is only what something is compared with: `whereas in fiscal 2020 it was …`, `equal
  /// to the 11,647 of September`.
  var isCompared: Bool {
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
}
