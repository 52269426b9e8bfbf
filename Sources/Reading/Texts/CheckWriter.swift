import Catalog
import QueryLanguage

/// Writes a statement as checks of the language, one for each reading: of what is left open, one
/// slot is varied at a time.
struct CheckWriter {
  let draft: ClaimDraft
  let resolver: TimeResolver
  let preferences: TextPreferences
  let lexicon: TextLexicon
  /// Whether only what the words leave open is varied.
  let isNear: Bool
  /// Whether one of several periods is written, of each of which the same is told.
  var isOfEach = false

  /// More readings are not looked at.
  static let most = 9
  /// And no more that differ in two slots.
  static let mostFar = 12

  init(
    _ draft: ClaimDraft,
    _ resolver: TimeResolver,
    _ preferences: TextPreferences,
    _ lexicon: TextLexicon,
    isNear: Bool = false
  ) {
    self.isNear = isNear
    self.draft = draft
    self.resolver = resolver
    self.preferences = preferences
    self.lexicon = lexicon
  }

  var readings: [(reading: TextReading, fill: CheckFill)] {
    var found: [(reading: TextReading, fill: CheckFill)] = []
    let fills = self.fills
    let first = fills.first
    for fill in fills {
      guard let checks = each(fill) ?? check(fill).map({ [$0] }),
        !found.contains(where: { $0.reading.checks == checks })
      else { continue }
      let reading = TextReading(
        checks: checks,
        name: fill.name,
        distance: fill.distance,
        statesLongNumber: statesLongNumber,
        statesNumber: statesNumber,
        statesBound: statesBound,
        isLevelNow: needsLatest,
        isOfAllPlaces: fill.place == nil && first?.place != nil,
        leavesCarriedOut: fill.keeps != .all,
        isOfCrossers: draft.window.anchor.isValue && lexicon.isOfCrossers(fill.counted)
      )
      found.append((reading, fill))
    }
    return found
  }

  var statesLongNumber: Bool {
    switch draft.window.anchor.kind {
    case .value(let number):
      number.degree == .equal && number.digits >= 4
        || number.degree != .moreThan && number.digits >= 3
    // `90.4 percent`.
    case .change(let number?, _), .share(let number):
      number.degree == .equal && number.kind == .percent && number.text.contains(".")
        && number.text.count { $0.isNumber } >= 3
    default: false
    }
  }

  /// Whether a number is stated that few figures meet: no bound, and no change.
  var statesNumber: Bool {
    guard draft.slots.modifiers.isEmpty else { return false }
    let stated: SpokenNumber? =
      switch draft.window.anchor.kind {
      case .value(let number), .share(let number): number
      case .change(let number, _): number
      default: nil
      }
    guard let number = stated, number.kind != .part else { return false }
    return [.equal, .about, .nearly].contains(number.degree)
  }

  private var statesBound: Bool {
    switch draft.window.anchor.kind {
    case .value(let number), .share(let number): number.bound != nil
    default: false
    }
  }

  /// `Guatemala and Honduras each accounted for more than 40,000`: a check of each.
  func each(_ fill: CheckFill) -> [String]? {
    if let own = eachTime(fill) { return own }
    let values = draft.eachOf
    guard values.count > 1 else { return nil }
    let checks = values.compactMap { value in
      var own = draft
      own.topic.values.removeAll { other in
        other.text != value.text && values.contains { $0.text == other.text }
      }
      return CheckWriter(own, resolver, preferences, lexicon).check(fill)
    }
    return checks.count == values.count ? checks : nil
  }

  /// `a record in each of the last three years`, `has doubled every month since January`: a check
  /// of each period.
  private func eachTime(_ fill: CheckFill) -> [String]? {
    guard let every = modifiers.every, !every.isNone else { return nil }
    let isChange: Bool
    switch draft.window.anchor.kind {
    case .superlative: isChange = false
    case .multiple: isChange = true
    default: return nil
    }
    var span = fill.span
    if isChange, draft.slots.times.contains(where: { $0.role == .since || $0.role == .base }),
      let base = fill.base, base.unit == fill.span.unit
    {
      span = TimeSpan(base.first.advanced(by: 1), fill.span.last) ?? span
    }
    let periods = Period.all(every.unit, touching: span.days)
    guard (2...12).contains(periods.count) else { return nil }
    let checks = periods.compactMap { period in
      var own = fill
      own.span = TimeSpan(period)
      own.base = TimeSpan(period.previous)
      var writer = self
      writer.isOfEach = true
      return writer.check(own)
    }
    return checks.count == periods.count ? checks : nil
  }

  func check(_ fill: CheckFill) -> String? {
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
}
