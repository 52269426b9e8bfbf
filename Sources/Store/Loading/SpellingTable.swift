internal import Catalog
private import Diagnostics

/// Every spelling that is understood, folded, to what it names.
struct SpellingTable {
  /// Where a name may name one thing only. An alias may be shared: using it is then an error that
  /// lists what it may mean.
  private struct Place: Hashable {
    let key: String
    let kind: NameMatch.Kind
    /// The dimension of a member or group; 0 for everything else.
    let dimension: Int
  }

  private var records: Set<SpellingRecord> = []
  private var owners: [Place: SpellingRecord] = [:]

  /// Adds the names and aliases of a row, by their columns. A name must not be empty.
  mutating func add(
    _ kind: NameMatch.Kind,
    _ target: Int,
    _ row: SeedRow,
    dimension: Int = 0,
    names: [String],
    aliases: String?
  ) throws {
    let preference = Self.preference(of: kind)
    for column in names {
      let name = SpellingRecord(try row.required(column), names: target, of: kind, preference)
      let kept = try add(name, row, column)
      if preference == .name { try claim(name, as: kept, dimension, row, column) }
    }
    guard let aliases else { return }
    for alias in try row.list(aliases) {
      _ = try add(SpellingRecord(alias, names: target, of: kind, .alias), row, aliases)
    }
  }

  /// Adds texts that are in no column, or follow from one; of several that fold alike, the first.
  mutating func add(_ kind: NameMatch.Kind, _ target: Int, _ row: SeedRow, texts: [String]) throws {
    for text in texts {
      _ = try add(SpellingRecord(text, names: target, of: kind, .alias), row, "name")
    }
  }

  /// A word of speech may mean several things, and never comes before a name.
  private static func preference(of kind: NameMatch.Kind) -> SpellingRecord.Rank {
    switch kind {
    case .phrase: .phrase
    case .word, .administration: .alias
    case .measure, .dimension, .member, .group, .notHeld, .event: .name
    }
  }

  /// Returns the record that is kept: of several texts that fold alike, the first.
  private mutating func add(
    _ record: SpellingRecord,
    _ row: SeedRow,
    _ column: String
  ) throws -> SpellingRecord {
    guard !record.key.isEmpty else { throw row.unspeakable(record.text, column) }
    return records.insert(record).memberAfterInsert
  }

  /// Refuses a name that something else of its kind has.
  private mutating func claim(
    _ name: SpellingRecord,
    as kept: SpellingRecord,
    _ dimension: Int,
    _ row: SeedRow,
    _ column: String
  ) throws {
    let place = Place(key: name.key, kind: name.kind, dimension: dimension)
    if let owner = owners.updateValue(kept, forKey: place), owner.target != name.target {
      throw row.error(column, "`\(name.text)` reads like `\(owner.text)` of an earlier row")
    }
  }

  /// Words that only texts of others have: nobody types a slip of them.
  var spokenOfTexts: Set<Int> = []

  /// The folded words of letters that the texts are made of, each with how it is written: as in a
  /// name where it is in one, otherwise as in the first text.
  func words(of records: [SpellingRecord]) -> [String: String] {
    let typed = records.filter { $0.kind != .word || !spokenOfTexts.contains($0.target) }
    var words: [String: String] = [:]
    for isName in [true, false] {
      for record in typed where (record.preference == .name) == isName {
        let bytes = Array(record.text.utf8)
        for word in Spelling.words(of: record.text) where words[word.key] == nil {
          guard word.key.utf8.allSatisfy(Self.isLetter) else { continue }
          words[word.key] = String(decoding: bytes[word.range], as: UTF8.self).lowercased()
        }
      }
    }
    return words
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  /// In the order of the table.
  var sorted: [SpellingRecord] { records.sorted { $0.order < $1.order } }

  static func write(_ records: [SpellingRecord], to database: Database) throws(DatabaseError) {
    let writer = TableWriter("spelling", of: database)
    for record in records { try writer.insert(record.row) }
  }
}

extension SeedRow {
  /// The folded form of a text, which must not be empty.
  func spellingKey(of text: String, _ column: String) throws -> String {
    let key = Spelling.key(of: text)
    guard !key.isEmpty else { throw unspeakable(text, column) }
    return key
  }

  fileprivate func unspeakable(_ text: String, _ column: String) -> FileMistake {
    error(column, "`\(text)` holds no letter and no digit")
  }
}

extension SeedLoader {
  /// Every spelling, and the slips of its words.
  func loadSpellings() throws {
    let records = spellings.sorted
    try SpellingTable.write(records, to: database)
    try loadSlips(of: spellings.words(of: records))
  }
}
