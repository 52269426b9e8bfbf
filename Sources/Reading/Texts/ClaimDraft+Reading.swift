import Catalog
import QueryLanguage

/// What can be done with the statement.
extension ClaimDraft {
  /// What can be done with the statement; `nil` where it is none.
  /// `write` makes its checks.
  mutating func reading(
    _ write: (ClaimDraft) -> [(reading: TextReading, fill: CheckFill)]
  ) -> TextClaim.Handling? {
    if isOfOtherField { return nil }
    if let held = slots.notHeld, slots.counted.isEmpty, isAboutNotHeld {
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
      return .notRead(why: "it is denied")
    }
    if slots.modifiers.isBroken {
      return .notRead(why: "how many in a row is not said")
    }
    if isBroken {
      return .notRead(why: "a part of one is not counted")
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
      isUnderstood = !(slots.counted.first.map { $0.measure.countsStaff } ?? false)
      return unread
    }
    if found.count > 1 { isPreferred = true }
    fills = found.map(\.fill)
    return .checks(found.map(\.reading))
  }

  /// Whether it may follow something else that was told, where it does not follow what was told
  /// right before.
  var isOpenToOthers: Bool {
    canBeMet && (carriesMeasure || !carried.isEmpty || slots.isByVerb) && slots.restriction == nil
      && !(slots.isDenied && !canBeDenied) && !slots.modifiers.isBroken
      && !lacksSince
  }

  /// Whether a number is stated that shows what was meant.
  var canBeMet: Bool {
    switch window.anchor.kind {
    case .value(let number): number.digits >= 2 || number.value >= 1000
    case .change(.some, _), .share, .multiple: true
    case .change(nil, _), .superlative, .place, .versus: false
    }
  }

  /// What it is about, as a reading is named by it.
  var topicWords: String {
    ([topic.counted.first?.measure.name] + topic.values.map(\.text) + [topic.spans.first?.words])
      .compactMap { $0 }.joined(separator: ", ")
  }

  var unread: TextClaim.Handling? {
    guard !slots.counted.isEmpty else { return nil }
    return topic.spans.isEmpty
      ? .notRead(why: resolver.day == nil ? "it needs the day of the text" : "its time is not said")
      : .notRead(why: "it is not clear what is compared")
  }

  /// Whether a number is told since something that is not understood.
  var lacksSince: Bool {
    guard case .value = window.anchor.kind else { return false }
    return window.marks.contains { place in
      guard marks[place].mention?.text.lowercased() == "since" else { return false }
      // `it has since come down`.
      let first = marks[place].tokens.lowerBound
      return first == 0 || !["has", "have", "had"].contains(tokens[first - 1].lower)
    }
      && !slots.times.contains { $0.role == .since || $0.time.isRange }
  }

  /// The unit after a number, where what is counted was carried and has another: `11,201 pounds`.
  var otherUnit: String? {
    guard slots.counted.isEmpty, let measure = topic.counted.first?.measure else { return nil }
    if let unit = slots.unitAfter { return unit != measure.unit ? unit : nil }
    // `one pound can kill over 200,000 people`.
    guard window.anchor.isValue, measure.kind == .flow, !Self.unitsOfPeople.contains(measure.unit),
      window.anchor.tokens.upperBound < window.tokens.upperBound,
      ["people", "persons", "individuals", "migrants"].contains(
        tokens[window.anchor.tokens.upperBound].lower
      )
    else { return nil }
    return ["appointments", "visas", "cases"].contains(measure.unit) ? nil : "people"
  }

  /// Whether the language can say that it is not so.
  var canBeDenied: Bool {
    switch window.anchor.kind {
    case .superlative, .place: true
    case .value(let number):
      slots.modifiers.isEmpty && (number.degree == .equal || number.denied != nil)
        || slots.modifiers.isFirst
    case .share(let number): number.denied != nil
    case .multiple(let number, _): number.kind == .part && number.degree == .equal
    case .change, .versus: false
    }
  }

  var isTrend: Bool {
    if case .change(nil, _) = window.anchor.kind { true } else { false }
  }

  /// Whether the window itself, or what it points back to, is about something counted here.
  var isOfField: Bool {
    if isDayAlone { return false }
    if namesMeasure { return true }
    if case .value(let number) = window.anchor.kind {
      if number.isMoney { return slots.counted.contains { $0.measure.unit == "usd" } }
      if number.isWord, slots.counted.isEmpty { return false }
      if number.value < 1000, slots.counted.isEmpty, slots.values.isEmpty,
        !(slots.pointsBack && !slots.times.isEmpty),
        !(isCompared && !slots.times.isEmpty && distance == 0),
        !(slots.namesBorder && !slots.times.isEmpty && distance == 0),
        !(end != nil && !slots.times.isEmpty && distance <= 1 && unknownBefore == 0),
        // `7,353 in November, or 245 a day`.
        !(slots.per != nil && distance <= 1 && unknownBefore <= 1)
      {
        return false
      }
    }
    if !slots.counted.isEmpty || !slots.values.isEmpty || !slots.actors.isEmpty { return true }
    if isContinued { return true }
    switch window.anchor.kind {
    case .value: return slots.namesPeople || slots.pointsBack || !slots.times.isEmpty && isPlain
    case .change(nil, _): return slots.pointsBack && isPlain && unknownWords <= 2
    case .change, .multiple: return isPlain
    case .versus: return false
    case .superlative, .place: return isPlain && (!slots.times.isEmpty || slots.isEver || isRecord)
    case .share: return slots.pointsBack && isPlain
    }
  }

  /// Whether it goes on with what was told right before.
  var isContinued: Bool {
    guard distance <= 2 else { return false }
    let isNear =
      distance == 0 && unknownBefore <= 2 || unknownBefore == 0
      // `In the year I retired, 1992, we took in 132,000`.
      || distance <= 1 && unknownBefore == 1 && slots.times.contains { $0.time.namesPeriod }
    switch window.anchor.kind {
    case .value(let number):
      if slots.pointsBack || slots.namesPeople || slots.per != nil { return true }
      // `Last month? Eight thousand eight hundred and seventy.`
      if number.value >= 1000, window.tokens == window.anchor.tokens { return true }
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

  func isArticle(_ place: Int) -> Bool {
    ["a", "an"].contains(tokens[place].lower)
  }

  /// Whether a single day is meant, of which nothing is published: levels are read on days.
  var isDayAlone: Bool {
    topic.counted.first?.measure.kind != .stock
      && topic.spans.first.map { $0.isOne && $0.unit == .day } ?? false
      && slots.times.contains { $0.role == .own }
  }
}
