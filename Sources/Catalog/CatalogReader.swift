/// What can be asked, read piece by piece as a question needs it.
///
/// The catalog is data that never changes while it is open, so reading it is a pure function: the
/// same id gives the same value. A reader that cannot go on (a damaged file) keeps the failure for
/// its owner and answers with nothing; the owner asks for the failure before it shows an answer.
package protocol CatalogReader: AnyObject {
  /// Everything that a folded spelling names, in order of preference.
  func matches(key: String) -> [NameMatch]
  /// The same with what the catalog writes.
  func spellings(key: String) -> [KnownSpelling]
  /// Every spelling of the given kinds, for completion and for finding the nearest.
  func spellings(of kinds: NameMatch.Kinds) -> [KnownSpelling]

  func measure(_ id: Int) -> Measure?
  func dimension(_ id: Int) -> Dimension?
  func member(_ id: Int) -> Member?
  func group(_ id: Int) -> MemberGroup?
  func phrase(_ id: Int) -> Phrase?
  func source(_ id: Int) -> Source?

  /// All measures and dimensions, in the order of the catalog.
  func measures() -> [Measure]
  func dimensions() -> [Dimension]
  /// The values of a dimension, in the order of the catalog.
  func members(of dimension: Int) -> [Member]
  /// The values that have a value of the parent dimension as their parent.
  func children(of member: Int) -> [Member]

  /// The values of a dimension that were there only for a time, with the days on which they were.
  func existence(in dimension: Int) -> [(member: Int, days: DayRange)]

  /// The datasets that hold a stored measure, without superseded editions.
  func holdings(of measure: Int) -> [Holding]
  /// The datasets that hold a stored measure, superseded editions included.
  func editions(of measure: Int) -> [Holding]
  /// What may not be added to a measure, or subtracted from it.
  func conflicts(of measure: Int) -> [MeasureConflict]
  /// The administrations, the oldest first.
  func administrations() -> [Administration]
  /// The unbroken runs of periods that a holding has, in order.
  func runs(of holding: Holding) -> [PeriodRun]
  /// Whether a value ever occurs in a dataset.
  func occurs(_ member: Int, in dataset: Int) -> Bool
  /// The values that occur in a dataset.
  func members(in dataset: Int) -> [Int]
  /// The values that have a figure other than 0 in a dataset, in some of the fiscal years or between them.
  func members(in dataset: Int, years: ClosedRange<Int>) -> [Int]
  /// How much of a dataset has no parent in a dimension, in parts per million.
  func unplaced(in dataset: Int, dimension: Int) -> Int
  /// How far a published table tells the values of a dimension apart.
  func breakdown(of dataset: Int, dimension: Int) -> Breakdown
  /// Breaks in the series of a measure, those of every measure included, in no order.
  func breaks(of measure: Int) -> [SeriesBreak]
}

/// One thing that a spelling names.
package struct NameMatch: Hashable, Sendable {
  package enum Kind: Int, CaseIterable, Sendable {
    case measure = 1
    case dimension
    case member
    case group
    case phrase
  }

  package let kind: Kind
  /// Several kinds, such as those that may stand where a measure is asked for.
  package struct Kinds: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    private init(_ kinds: Kind...) {
      rawValue = kinds.reduce(0) { $0 | 1 << UInt8($1.rawValue) }
    }

    package func contains(_ kind: Kind) -> Bool { rawValue & 1 << UInt8(kind.rawValue) != 0 }

    /// What may stand where a measure is asked for.
    package static let measures = Kinds(.measure, .phrase)
    package static let dimensions = Kinds(.dimension)
    /// What may stand for values of a dimension.
    package static let values = Kinds(.member, .group, .phrase)
    package static let phrases = Kinds(.phrase)
  }

  /// 0 a name or id, 1 a phrase, 2 an alias.
  package let preference: Int
  package let target: Int

  package init(kind: Kind, preference: Int, target: Int) {
    self.kind = kind
    self.preference = preference
    self.target = target
  }
}

/// A spelling as the catalog writes it.
package struct KnownSpelling: Hashable, Sendable {
  package let key: String
  package let text: String
  package let match: NameMatch

  package init(key: String, text: String, match: NameMatch) {
    self.key = key
    self.text = text
    self.match = match
  }
}

extension CatalogReader {
  /// Whether a measure is another one, or a part of it, or a part of a part.
  package func isPart(_ part: Measure, of whole: Measure) -> Bool {
    var current: Measure? = part
    while let known = current {
      if known == whole { return true }
      current = known.partOf == 0 ? nil : measure(known.partOf)
    }
    return false
  }
}
