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
        leavesCarriedOut: fill.keeps != .all
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
    guard case .value(let number) = draft.window.anchor.kind else { return false }
    return number.bound != nil
  }

  /// `Guatemala and Honduras each accounted for more than 40,000`: a check of each.
  func each(_ fill: CheckFill) -> [String]? {
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
