/// The catalog, read piece by piece as a question needs it.
///
/// The catalog is data that never changes while it is open, so reading it is a pure function: the
/// same id gives the same value. A reader that cannot go on (a damaged file) keeps the failure for
/// its owner and returns nothing; the owner checks for the failure before it shows an answer.
package protocol CatalogReader: AnyObject {
  /// Everything that a folded spelling names, in order of preference.
  func matches(key: String) -> [NameMatch]
  /// Whether a spelling begins with a folded one and is longer.
  func hasSpelling(longerThan key: String) -> Bool
  /// The same, with the spelling as written in the catalog.
  func spellings(key: String) -> [KnownSpelling]
  /// The spellings of the given kinds that begin with a folded text, for completion.
  func spellings(of kinds: NameMatch.Kinds, beginning key: String) -> [KnownSpelling]
  /// Every spelling of the given kinds, for finding the nearest.
  func spellings(of kinds: NameMatch.Kinds) -> [KnownSpelling]

  func measure(_ id: Int) -> Measure?
  func dimension(_ id: Int) -> Dimension?
  func member(_ id: Int) -> Member?
  func group(_ id: Int) -> MemberGroup?
  func phrase(_ id: Int) -> Phrase?
  func source(_ id: Int) -> Source?
  func notHeld(_ id: Int) -> NotHeld?
  /// What is not held of a measure, by what is beside it.
  func notHeld(of measure: Int) -> [NotHeldPair]
  func word(_ id: Int) -> SpokenWord?
  func event(_ id: Int) -> PolicyEvent?
  /// The words of the catalog that are a text, or are it without one of their letters; an empty one
  /// where the text is a word that has nothing to do with the catalog.
  func wordsWithout(letter text: String) -> [String]

  /// All measures and dimensions, in the order of the catalog.
  func measures() -> [Measure]
  func dimensions() -> [Dimension]
  /// The values of a dimension, in the order of the catalog.
  func members(of dimension: Int) -> [Member]
  /// The values that have a value of the parent dimension as their parent.
  func children(of member: Int) -> [Member]

  /// The values of a dimension that existed only for a time, with the days on which they did.
  func existence(in dimension: Int) -> [(member: Int, days: DayRange)]

  /// The datasets that hold a stored measure, without superseded editions.
  func holdings(of measure: Int) -> [Holding]
  /// The datasets that hold a stored measure, superseded editions included.
  func editions(of measure: Int) -> [Holding]
  /// The same, without those that cannot answer what a question needs; others that cannot may be
  /// among them.
  func holdings(of measure: Int, for needs: TableNeeds) -> [Holding]
  func editions(of measure: Int, for needs: TableNeeds) -> [Holding]
  /// Whether there is a current dataset with a stored measure that seems to meet needs.
  func hasHolding(of measure: Int, for needs: TableNeeds) -> Bool
  /// What the current datasets of a stored measure have in common.
  func tables(of measure: Int) -> MeasureTables
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
  /// The values that have a figure other than 0 in a dataset, in or between some fiscal years.
  func members(in dataset: Int, years: ClosedRange<Int>) -> [Int]
  /// The share of a dataset in values without a parent in a dimension, in parts per million.
  func unplaced(in dataset: Int, dimension: Int) -> Int
  /// How completely a published table breaks figures down by the values of a dimension.
  func breakdown(of dataset: Int, dimension: Int) -> Breakdown
  /// Breaks in the series of a measure, including those of every measure, unordered.
  func breaks(of measure: Int) -> [SeriesBreak]
  /// Which edition of the data it is; `nil` where there is none.
  func edition() -> DataEdition?
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
