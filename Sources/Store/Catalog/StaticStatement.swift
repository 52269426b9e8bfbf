import Catalog
private import Importing

/// The fixed queries by which the catalog is read.
enum StaticStatement: Int {
  case matches
  case spellingsOfKey
  case spellingsFrom
  case nextSpelling
  case spellings
  case measure
  case measures
  case dimension
  case dimensions
  case member
  case members
  case children
  case group
  case phrase
  case source
  case notHeld
  case notHeldPairs
  case word
  case event
  case slips
  case holdings
  case editions
  case fittingHoldings
  case fittingHoldingsOfLimits
  case fittingEditions
  case fittingHolding
  case dimensionsOfMeasure
  case conflicts
  case administrations
  case runs
  case sumsOfYears
  case occurs
  case membersInDataset
  case membersInYears
  case unplaced
  case named
  case other
  case memberExistence
  case breaks

  /// Number of fixed queries.
  static let count = breaks.rawValue + 1

  /// The query over the tables of one file: `main`, or `imported`.
  func sql(in file: String) -> String {
    switch self {
    case .matches:
      """
      SELECT kind, preference, target FROM \(file).spelling WHERE key = ?1 ORDER BY preference, kind, target
      """
    case .spellingsOfKey:
      """
      SELECT kind, preference, target, text, key FROM \(file).spelling WHERE key = ?1
      ORDER BY preference, kind, target
      """
    case .spellingsFrom:
      """
      SELECT kind, preference, target, text, key FROM \(file).spelling
      WHERE key >= ?1 AND key < ?2 AND (1 << kind) & ?3 <> 0 ORDER BY key, preference, kind, target
      """
    case .nextSpelling:
      "SELECT key FROM \(file).spelling WHERE key > ?1 ORDER BY key LIMIT 1"
    case .spellings:
      """
      SELECT kind, preference, target, text, key FROM \(file).spelling WHERE kind = ?1
      """
    case .measure: one(Measure.self, file)
    case .measures: some(Measure.self, file, "ORDER BY id")
    case .dimension: one(Dimension.self, file)
    case .dimensions: some(Dimension.self, file, "ORDER BY id")
    case .member: one(Member.self, file)
    case .members: some(Member.self, file, "WHERE dimension = ?1 ORDER BY id")
    case .children: some(Member.self, file, "WHERE parent = ?1 ORDER BY id")
    case .group: one(MemberGroup.self, file)
    case .phrase: one(Phrase.self, file)
    case .source: one(Source.self, file)
    case .notHeld: one(NotHeld.self, file)
    case .notHeldPairs: some(NotHeldPair.self, file, "WHERE measure = ?1 ORDER BY thing, beside")
    case .word: one(SpokenWord.self, file)
    case .event: one(PolicyEvent.self, file)
    case .slips: "SELECT word FROM \(file).slip WHERE key = ?1 ORDER BY word"
    case .holdings: holdings(file, "AND dataset_measure.superseded = 0")
    case .editions: holdings(file)
    case .fittingHoldings: holdings(file, "AND dataset_measure.superseded = 0" + Self.fitting)
    case .fittingHoldingsOfLimits:
      holdings(file, "AND dataset_measure.superseded = 0" + Self.fittingTheseLimits)
    case .fittingEditions: holdings(file, Self.fitting)
    case .fittingHolding:
      """
      SELECT 1 FROM \(file).dataset_measure WHERE measure = ?1 AND superseded = 0\(Self.fitting) LIMIT 1
      """
    case .dimensionsOfMeasure:
      """
      SELECT 1 FROM \(file).measure_dimensions WHERE measure = ?1 AND dimension_bits & ?2 = ?2
      """
    case .conflicts: some(MeasureConflict.self, file, "WHERE measure = ?1 ORDER BY other")
    case .administrations: some(Administration.self, file, "WHERE era <> '' ORDER BY date")
    case .runs:
      """
      SELECT first, last FROM \(file).coverage WHERE measure = ?1 AND dataset = ?2 ORDER BY first
      """
    case .sumsOfYears:
      some(
        Dataset.self,
        file,
        """
        WHERE id BETWEEN ?1 + 1 AND ?1 + \(RollupChoice.mostRollups) AND rollup_of = ?1 AND time = 'fy'
        """
      )
    case .occurs:
      """
      SELECT 1 FROM \(file).dataset_member WHERE dataset = ?1 AND member = ?2
      """
    case .membersInDataset:
      """
      SELECT member FROM \(file).dataset_member WHERE dataset = ?1
      """
    case .membersInYears:
      """
      SELECT member FROM \(file).dataset_member WHERE dataset = ?1 AND first_fy <= ?3 AND last_fy >= ?2
      """
    case .unplaced:
      """
      SELECT unplaced FROM \(file).dataset_dimension WHERE dataset = ?1 AND dimension = ?2
      """
    case .named:
      """
      SELECT named FROM \(file).dataset_dimension WHERE dataset = ?1 AND dimension = ?2
      """
    case .other:
      """
      SELECT fy, share FROM \(file).dataset_other WHERE dataset = ?1 AND dimension = ?2
      """
    case .memberExistence:
      """
      SELECT member, exists_from, exists_to FROM \(file).member_existence WHERE dimension = ?1
      """
    case .breaks: some(SeriesBreak.self, file, "WHERE measure = ?1")
    }
  }

  /// Keeps to tables that meet needs: the bits of ``TableNeeds``.
  private static let fitting =
    " AND dimension_bits & ?2 = ?2 AND limit_bits & ~?3 = 0"

  /// The same of one set of limits: tables with another are passed over by the key.
  private static let fittingTheseLimits =
    " AND limit_bits = ?3 AND dimension_bits & ?2 = ?2"

  private func one<Value: StoredValue>(_ type: Value.Type, _ file: String) -> String {
    some(type, file, "WHERE id = ?1")
  }

  private func some<Value: StoredValue>(
    _ type: Value.Type,
    _ file: String,
    _ which: String
  ) -> String {
    "SELECT \(type.columns) FROM \(file).\(type.table) \(which)"
  }

  /// `CROSS JOIN` keeps SQLite to the order written, which is that of the keys: nothing is sorted.
  private func holdings(_ file: String, _ which: String = "") -> String {
    """
    SELECT \(Holding.columns)
    FROM \(file).dataset_measure
    CROSS JOIN \(file).dataset ON dataset.id = dataset_measure.dataset
    WHERE dataset_measure.measure = ?1 \(which)
    """
  }
}
