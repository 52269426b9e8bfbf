/// The fixed queries by which the catalog is read.
enum StaticStatement: Int {
  case matches
  case spellingsOfKey
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
  case holdings
  case editions
  case conflicts
  case administrations
  case runs
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
      SELECT kind, preference, target, text FROM \(file).spelling WHERE key = ?1
      ORDER BY preference, kind, target
      """
    case .spellings:
      """
      SELECT key, text, preference, target FROM \(file).spelling WHERE kind = ?1
      """
    case .measure:
      """
      SELECT id, key, name, subject, unit, kind, scale, formula, part_of, exists_from,
        exists_to, definition, caveat
      FROM \(file).measure WHERE id = ?1
      """
    case .measures:
      """
      SELECT id, key, name, subject, unit, kind, scale, formula, part_of, exists_from,
        exists_to, definition, caveat
      FROM \(file).measure ORDER BY id
      """
    case .dimension:
      """
      SELECT id, key, name, plural, parent, description FROM \(file).dimension WHERE id = ?1
      """
    case .dimensions:
      """
      SELECT id, key, name, plural, parent, description FROM \(file).dimension ORDER BY id
      """
    case .member:
      """
      SELECT id, key, dimension, name, parent, rest FROM \(file).member WHERE id = ?1
      """
    case .members:
      """
      SELECT id, key, dimension, name, parent, rest FROM \(file).member WHERE dimension = ?1 ORDER BY id
      """
    case .children:
      """
      SELECT id, key, dimension, name, parent, rest FROM \(file).member WHERE parent = ?1 ORDER BY id
      """
    case .group:
      """
      SELECT id, key, dimension, name, members FROM \(file).member_group WHERE id = ?1
      """
    case .phrase:
      """
      SELECT id, phrase, means, note FROM \(file).phrase WHERE id = ?1
      """
    case .source:
      """
      SELECT id, key, publisher, short, title, part, published, url, trust FROM \(file).source WHERE id = ?1
      """
    case .holdings:
      // CROSS JOIN keeps SQLite to the order written, which is that of the keys: nothing is sorted.
      """
      SELECT dataset.id, source, time, dimensions, scope, rounding, absent, complete, rank,
        superseded, rollup_of, size, position, withheld, unpublished, hedged, series, transition
      FROM \(file).dataset_measure
      CROSS JOIN \(file).dataset ON dataset.id = dataset_measure.dataset
      WHERE dataset_measure.measure = ?1 AND superseded = 0
      ORDER BY dataset_measure.dataset
      """
    case .editions:
      """
      SELECT dataset.id, source, time, dimensions, scope, rounding, absent, complete, rank,
        superseded, rollup_of, size, position, withheld, unpublished, hedged, series, transition
      FROM \(file).dataset_measure
      CROSS JOIN \(file).dataset ON dataset.id = dataset_measure.dataset
      WHERE dataset_measure.measure = ?1
      ORDER BY dataset_measure.dataset
      """
    case .conflicts:
      """
      SELECT other, filters, other_filters, note, relation FROM \(file).measure_conflict WHERE measure = ?1
      ORDER BY other
      """
    case .administrations:
      """
      SELECT id, era, date FROM \(file).event WHERE era <> '' ORDER BY date
      """
    case .runs:
      """
      SELECT first, last FROM \(file).coverage WHERE measure = ?1 AND dataset = ?2 ORDER BY first
      """
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
    case .breaks:
      """
      SELECT key, at, until, kind, filters, about, datasets, note FROM \(file).series_break
      WHERE measure IN (0, ?1)
      """
    }
  }
}
