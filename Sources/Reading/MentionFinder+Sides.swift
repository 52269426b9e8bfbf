import Catalog
import QueryLanguage

/// Months and years on one side of what happened.
extension MentionFinder {
  /// `the month before title 42 ended`, `three months after the pandemic began`: those next to it.
  /// Several are each by itself.
  func besideEvent(at start: Int) -> (Mention?, end: Int)? {
    guard let (count, unit, middle) = units(at: start), middle < tokens.count,
      let (side, when, end) = event(at: middle)
    else { return nil }
    let own = Period(unit, containing: when.days.first)
    let near = own.advanced(by: side)
    let far = own.advanced(by: side * count)
    var mention = Mention(text(start..<end), span(start..<end))
    let (from, to) = side < 0 ? (far, near) : (near, far)
    mention.period =
      count == 1
      ? .one(PeriodTerm(.period(near), at: mention.span))
      : .range(
        PeriodTerm(.period(from), at: mention.span),
        PeriodTerm(.period(to), at: mention.span)
      )
    mention.note =
      "\(mention.text) read as \(count == 1 ? near.label : "\(from.label) – \(to.label)")"
    return (mention, end)
  }

  /// `the month`, `three months`: how many, of which unit.
  private func units(at start: Int) -> (count: Int, unit: TimeUnit, end: Int)? {
    if start > 0, isArticle(start - 1), let unit = unit(at: start) { return (1, unit, start + 1) }
    guard let count = count(tokens[start]), (1...60).contains(count), start + 1 < tokens.count,
      let unit = unit(at: start + 1)
    else { return nil }
    return (count, unit, start + 2)
  }

  private func unit(at place: Int) -> TimeUnit? {
    guard let word = tokens[place].word else { return nil }
    return lexicon.words(named: word).lazy.filter { $0.part == .key }
      .compactMap { TimeUnit(rawValue: $0.means) }
      .first { [.month, .fiscalYear].contains($0) }
  }

  /// What happened, after a word that says on which side; words that say both are in the table of
  /// words: `before the pandemic`. The longer of both.
  private func event(at start: Int) -> (side: Int, when: Period, end: Int)? {
    let (named, said) = (namedEvent(at: start), saidEvent(at: start))
    guard let named, let said else { return named ?? said }
    return named.end >= said.end ? named : said
  }

  private func namedEvent(at start: Int) -> (side: Int, when: Period, end: Int)? {
    guard let side = side(start) else { return nil }
    var first = start + 1
    while first < tokens.count, isFiller(tokens[first]) { first += 1 }
    guard first < tokens.count, let (when, end) = dayOrMonth(at: first) else { return nil }
    return (side, when, end)
  }

  private func saidEvent(at start: Int) -> (side: Int, when: Period, end: Int)? {
    for end in (start + 1...min(start + 4, tokens.count)).reversed() where end > start + 1 {
      let words = lexicon.words(named: text(start..<end))
      guard let means = words.first(where: { $0.part == .period })?.means,
        let lead = ["before ": -1, "after ": 1].first(where: { means.hasPrefix($0.key) }),
        var parser = try? Parser(String(means.dropFirst(lead.key.count)), catalog: catalog),
        case .period(let when)? = (try? parser.period())?.value, parser.isAtEnd
      else { continue }
      return (lead.value, when, end)
    }
    return nil
  }

  /// -1 for `before`, 1 for `after`.
  private func side(_ place: Int) -> Int? {
    switch tokens[place].word {
    case "before": -1
    case "after": 1
    default: nil
    }
  }
}
