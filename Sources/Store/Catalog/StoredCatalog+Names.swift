package import Catalog

/// What the catalog names: what a text may mean, and single things by their ids.
extension StoredCatalog {
  // MARK: Names

  package func matches(key: String) -> [NameMatch] {
    namesLookedUp += 1
    let isRemembered = namesLookedUp > Self.fewNames
    if isRemembered, let known = knownMatches[key] { return known }
    var found = rows(.matches, binding: .text(key), as: NameMatch.init(row:))
    if database.imports != nil {
      found.sort {
        ($0.preference, $0.kind.rawValue, $0.target) < ($1.preference, $1.kind.rawValue, $1.target)
      }
    }
    guard isRemembered else { return found }
    if knownMatches.count >= Self.mostKnownMatches { knownMatches.removeAll(keepingCapacity: true) }
    knownMatches[key] = found
    return found
  }

  /// A question has no more, each once or twice: remembering them costs more than it saves.
  private static let fewNames = 100
  /// More are not remembered, so that memory does not grow with what is read.
  private static let mostKnownMatches = 5_000

  package func spellings(key: String) -> [KnownSpelling] {
    rows(.spellingsOfKey, binding: .text(key), as: KnownSpelling.init(row:))
  }

  package func hasSpelling(longerThan key: String) -> Bool {
    rows(.nextSpelling, binding: .text(key)) { $0.text(at: 0).hasPrefix(key) }.contains(true)
  }

  package func spellings(of kinds: NameMatch.Kinds, beginning key: String) -> [KnownSpelling] {
    // What begins with the text is before the text and the last character, which no text has.
    rows(
      .spellingsFrom,
      binding: .text(key),
      .text(key + "\u{10FFFF}"),
      .integer(Int(kinds.rawValue)),
      as: KnownSpelling.init(row:)
    )
  }

  package func spellings(of kinds: NameMatch.Kinds) -> [KnownSpelling] {
    NameMatch.Kind.allCases.filter(kinds.contains).flatMap { kind in
      rows(.spellings, binding: .integer(kind.rawValue), as: KnownSpelling.init(row:))
    }
  }

  // MARK: Single things

  package func measure(_ id: Int) -> Measure? {
    if let known = knownMeasures[id] { return known }
    let found = rows(.measure, of: .measure(id), binding: .integer(id), as: Measure.init(row:))
      .first
    knownMeasures[id] = found
    return found
  }

  package func dimension(_ id: Int) -> Dimension? {
    if let known = knownDimensions[id] { return known }
    let found = rows(.dimension, of: .measure(id), binding: .integer(id), as: Dimension.init(row:))
      .first
    knownDimensions[id] = found
    return found
  }

  package func member(_ id: Int) -> Member? {
    if let known = knownMembers[id] { return known }
    let found = rows(.member, of: .thing(id), binding: .integer(id), as: Member.init(row:)).first
    knownMembers[id] = found
    return found
  }

  package func group(_ id: Int) -> MemberGroup? {
    rows(.group, of: .shipped, binding: .integer(id), as: MemberGroup.init(row:)).first
  }

  package func phrase(_ id: Int) -> Phrase? {
    rows(.phrase, of: .shipped, binding: .integer(id), as: Phrase.init(row:)).first
  }

  package func source(_ id: Int) -> Source? {
    if let known = knownSources.first(where: { $0.id == id }) { return known }
    let found = rows(.source, of: .thing(id), binding: .integer(id), as: Source.init(row:)).first
    if let found { knownSources.append(found) }
    return found
  }

  package func notHeld(_ id: Int) -> NotHeld? {
    rows(.notHeld, of: .shipped, binding: .integer(id), as: NotHeld.init(row:)).first
  }

  package func notHeld(of measure: Int) -> [NotHeldPair] {
    rows(.notHeldPairs, of: .shipped, binding: .integer(measure), as: NotHeldPair.init(row:))
  }

  package func word(_ id: Int) -> SpokenWord? {
    rows(.word, of: .shipped, binding: .integer(id), as: SpokenWord.init(row:)).first
  }

  package func event(_ id: Int) -> PolicyEvent? {
    rows(.event, of: .shipped, binding: .integer(id), as: PolicyEvent.init(row:)).first
  }

  package func wordsWithout(letter text: String) -> [String] {
    rows(.slips, of: .shipped, binding: .text(text)) { $0.text(at: 0) }
  }

  // MARK: Lists

  package func measures() -> [Measure] { rows(.measures, as: Measure.init(row:)) }

  package func dimensions() -> [Dimension] { rows(.dimensions, as: Dimension.init(row:)) }

  package func members(of dimension: Int) -> [Member] {
    rows(.members, binding: .integer(dimension), as: Member.init(row:))
  }

  package func children(of member: Int) -> [Member] {
    if let known = knownChildren[member] { return known }
    let found = rows(.children, binding: .integer(member), as: Member.init(row:))
    knownChildren[member] = found
    return found
  }

  package func breaks(of measure: Int) -> [SeriesBreak] {
    let place = measure < ImportedID.firstMeasure ? measure : 0
    return rows(.breaks, of: .shipped, binding: .integer(place), as: SeriesBreak.init(row:))
  }

  package func existence(in dimension: Int) -> [(member: Int, days: DayRange)] {
    rows(.memberExistence, of: .shipped, binding: .integer(dimension)) { row in
      let first = Day(code: row.integer(at: 1)) ?? .distantPast
      let last = Day(code: row.integer(at: 2)) ?? .distantFuture
      return (row.integer(at: 0), DayRange(first, last))
    }
  }
}

extension NameMatch {
  /// Of the columns `kind, preference, target`.
  fileprivate init?(row: PreparedStatement) {
    guard let kind = Kind(rawValue: row.integer(at: 0)) else { return nil }
    self.init(kind: kind, preference: row.integer(at: 1), target: row.integer(at: 2))
  }
}

extension KnownSpelling {
  /// Of the columns of a match, and `text, key`.
  fileprivate init?(row: PreparedStatement) {
    guard let match = NameMatch(row: row) else { return nil }
    self.init(key: row.text(at: 4), text: row.text(at: 3), match: match)
  }
}
