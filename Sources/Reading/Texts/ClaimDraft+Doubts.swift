import Catalog
import QueryLanguage

/// What makes it likely that a statement that fails was rather misunderstood.
extension ClaimDraft {
  /// Whether a slot that decides was filled by what is usual, or by what was told before: the base
  /// of a change that names none, anything of a share.
  var isGuess: Bool {
    switch window.anchor.kind {
    case .change(nil, _) where slots.modifiers.run != nil: false
    case .change, .multiple:
      !slots.times.contains {
        $0.role == .base || $0.role == .since || $0.time.isRange || $0.time.isToDate
      } && !isBaseTold
    case .share:
      !carried.isEmpty && distance > 1 || slots.values.isEmpty && before.part.isEmpty
    case .value where isMeasureGuessed, .superlative where isMeasureGuessed,
      .place where isMeasureGuessed:
      true
    case .value where window.anchor.end(marks, tokens) == .from:
      slots.times.isEmpty && topic.spans.first.map(\.isOne) ?? true
    case .value, .superlative, .place, .versus: false
    }
  }

  /// Whether what it is compared with was told right before.
  var isBaseTold: Bool {
    guard distance <= 1, let span = topic.spans.first else { return false }
    return [carriedBase, otherOfPair(span)].contains { base in
      base.map { $0 != span && $0.unit == span.unit } ?? false
    }
  }

  /// Whether what is counted was carried.
  var carriesMeasure: Bool { slots.counted.isEmpty }

  /// Whether neither the statement nor the text tells any time.
  var isTimeless: Bool {
    resolver.day == nil && topic.spans.isEmpty && slots.times.allSatisfy { $0.role != .own }
  }

  /// Whether a rank or a direction has the time of a sentence some way off, or no time is told.
  var isFarCarried: Bool {
    if isTimeless { return true }
    let isOther =
      !slots.counted.isEmpty && slots.counted.first?.measure != before.counted.first?.measure
    return window.anchor.isWord && (distance > 1 && !slots.pointsBack || isOther)
      && !slots.times.contains { $0.role == .own }
      && !slots.times.contains { $0.time.isRange }
  }

  /// Whether little was left to carry: a rank among times that are said, or a change from one, of
  /// what the same sentence told a number of; a part of `them` that is named.
  var isAnchored: Bool {
    guard before.isMet else { return false }
    switch window.anchor.kind {
    case .superlative:
      return distance == 0
        && slots.times.contains {
          $0.role == .since || isReach($0.time) || $0.time.isYearAround
        }
    case .change(.some, _): return distance == 0 && slots.times.contains { $0.role == .base }
    case .share:
      return distance <= 1 && isOfThem && !slots.values.isEmpty && unknownWords == 0
        // `at the peak, one in three of them`.
        && !window.marks.contains { marks[$0].has(.most) || marks[$0].has(.least) }
    case .change, .value, .multiple, .place, .versus: return false
    }
  }

  /// Whether a share is of what was told right before: `a third of them`.
  private var isOfThem: Bool {
    let next = window.anchor.tokens.upperBound
    guard next + 1 < window.tokens.upperBound, tokens[next].lower == "of" else { return false }
    return ["them", "those", "these", "whom"].contains(tokens[next + 1].lower)
  }

  /// Whether it names nothing of this field itself, and is full of words that nothing knows.
  var isStray: Bool {
    guard slots.counted.isEmpty || slots.isByVerb else { return false }
    if isSmallOfOther { return true }
    guard slots.counted.isEmpty else { return false }
    if countsOther { return true }
    guard slots.values.isEmpty, slots.actors.isEmpty, !slots.pointsBack else { return false }
    return unknownWords > (window.anchor.isChange ? 1 : 2)
      || window.anchor.isChange && unknownBefore > 0
  }

  /// Whether a word of another field is nearer to what is stated than what is counted: `a tariff of
  /// 35 percent has done more to this valley than any crossing`.
  var isOfOtherField: Bool {
    func distance(_ place: Int) -> Int {
      let own = marks[place].tokens
      return max(
        0,
        own.lowerBound - window.anchor.tokens.upperBound,
        window.anchor.tokens.lowerBound - own.upperBound
      )
    }
    let others = window.marks.filter { marks[$0].has(.otherField) }
    guard let nearest = others.map(distance).min() else { return false }
    // `35 percent of voters wanted more`.
    if others.contains(where: window.anchor.marks.contains) { return true }
    let counted = window.marks.filter { place in
      marks[place].mention?.counted.isEmpty == false
    }
    return counted.map(distance).min().map { nearest < $0 } ?? true
  }

  /// Whether what is not in the data is what the statement counts: it is named right after the
  /// number, or before it with nothing unknown between, and the number counts nothing else.
  var isAboutNotHeld: Bool {
    let anchor = window.anchor
    return window.marks.contains { place in
      guard marks[place].mention?.isNotHeld ?? false else { return false }
      let own = marks[place].tokens
      if anchor.marks.contains(place) { return true }
      let isAfter = own.lowerBound >= anchor.tokens.upperBound
      let between =
        isAfter
        ? anchor.tokens.upperBound..<own.lowerBound
        : own.upperBound..<max(own.upperBound, anchor.tokens.lowerBound)
      return between.count <= 4 && (isAfter || !countsOther)
        && between.allSatisfy { place in
          tokens[place].kind == .word
            && (tokens[place].lower.utf8.count <= 3 || marks.contains { $0.tokens.contains(place) }
              || WindowSlots.isActed(tokens[place].lower))
        }
    }
  }

  /// Whether a small number is told among words that nothing knows: `a town of 1,900`, `300 plates
  /// a day`.
  private var isSmallOfOther: Bool {
    guard case .value(let number) = window.anchor.kind else { return false }
    return number.value < 50_000 && unknownWords >= 2 && slots.per == nil
  }

  /// Whether the noun after a number is of another field: `350 offices`, `35 percent of adults`.
  private var countsOther: Bool {
    guard window.anchor.isValue || window.anchor.isShare else { return false }
    var place = window.anchor.tokens.upperBound
    if window.anchor.isShare {
      guard place < window.tokens.upperBound, tokens[place].lower == "of" else { return false }
      place += 1
    }
    while place < window.tokens.upperBound,
      ["the", "of", "all", "more"].contains(tokens[place].lower)
    {
      place += 1
    }
    guard place < window.tokens.upperBound, tokens[place].kind == .word,
      !marks.contains(where: { $0.tokens.contains(place) })
    else { return false }
    let noun = tokens[place].lower
    return noun.utf8.count > 3 && !noun.hasSuffix("ed") && !noun.hasSuffix("ly")
  }

  /// Whether words of the window have no part in the statement, and something was carried.
  var isLoose: Bool {
    !carried.isEmpty && !isPlain || unknownWords > 1 || slots.namesOther || isKeptToUnknown
  }

  /// Whether a word that nothing knows says of what what is counted is: `seizures of carfentanil`.
  var isKeptToUnknown: Bool {
    window.marks.contains { place in
      guard marks[place].mention?.counted.isEmpty == false, let next = marks[safe: place + 1],
        next.has(.origin), next.tokens.lowerBound == marks[place].tokens.upperBound
      else { return false }
      let after = next.tokens.upperBound
      return window.tokens.contains(after) && tokens[after].kind == .word
        && tokens[after].lower.utf8.count > 3 && !marks.contains { $0.tokens.contains(after) }
    }
  }

  /// Words that nothing knows, small ones aside.
  var unknownWords: Int {
    window.tokens.count { place in
      tokens[place].kind == .word && tokens[place].lower.utf8.count > 3
        && !slots.asides.contains(place) && !isKnown(place) && !tokens[place].lower.hasSuffix("ly")
    }
  }

  /// Whether a word has a meaning in texts: one that lines may not have has none.
  private func isKnown(_ place: Int) -> Bool {
    marks.contains { mark in
      mark.tokens.contains(place)
        && !(mark.mention.map { mention in
          !mark.isNamed && !mention.words.isEmpty && mention.words.allSatisfy { $0.part == .deny }
        } ?? false)
    }
  }

  /// Words before what is stated that nothing knows, small ones aside.
  var unknownBefore: Int {
    (window.tokens.lowerBound..<max(window.tokens.lowerBound, window.anchor.tokens.lowerBound))
      .count { place in
        tokens[place].kind == .word && tokens[place].lower.utf8.count > 3
          && !slots.asides.contains(place)
          && !marks.contains { $0.tokens.contains(place) } && !tokens[place].lower.hasSuffix("ly")
      }
  }

  /// Whether nothing of another field precedes what is stated: all words but small ones are
  /// known, or the statement begins with an article.
  var isPlain: Bool {
    let first = window.tokens.lowerBound
    let end = window.anchor.tokens.lowerBound
    guard first < end else { return true }
    if ["a", "an"].contains(tokens[first].lower) { return true }
    return !(first..<end).contains { place in
      tokens[place].kind == .word && tokens[place].lower.utf8.count > 2
        && !slots.asides.contains(place) && !marks.contains { $0.tokens.contains(place) }
        && !tokens[place].lower.hasSuffix("ly")
    }
  }
}
