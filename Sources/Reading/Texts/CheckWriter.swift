import Catalog
import QueryLanguage

/// Writes a statement as checks of the language, one for each reading: of what is left open, one
/// slot is varied at a time.
struct CheckWriter {
  let draft: ClaimDraft
  let resolver: TimeResolver
  let preferences: TextPreferences
  let lexicon: TextLexicon

  /// More readings are not looked at.
  static let most = 9
  /// And no more that differ in two slots.
  static let mostFar = 30

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

  var statesLongNumber: Bool {
    if case .value(let number) = draft.window.anchor.kind {
      number.degree == .equal && number.digits >= 4
        || number.degree != .moreThan && number.digits >= 3
    } else {
      false
    }
  }

  /// Whether a number is stated that few figures meet: no bound, and no change.
  var statesNumber: Bool {
    guard case .value(let number) = draft.window.anchor.kind, draft.slots.modifiers.isEmpty else {
      return false
    }
    return [.equal, .about, .nearly].contains(number.degree)
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
