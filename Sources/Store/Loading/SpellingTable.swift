private import Catalog

/// Every spelling that is understood, folded, to what it names.
struct SpellingTable {
  /// The raw values are those of `kind` in the `spelling` table.
  enum Kind: Int {
    case measure = 1
    case dimension, member, group, phrase
  }

  /// The preference among several things that a spelling names; the lower wins.
  private enum Preference: Int {
    case name, phrase, alias
  }

  private struct Entry: Hashable {
    let key: String
    let kind: Int
    let preference: Int
    let target: Int

    var order: (String, Int, Int, Int) { (key, kind, preference, target) }
  }

  /// Where a name may name one thing only. An alias may be shared: using it is then an error that
  /// lists what it may mean.
  private struct Place: Hashable {
    let key: String
    let kind: Int
    /// The dimension of a member or group; 0 for everything else.
    let dimension: Int
  }

  private var texts: [Entry: String] = [:]
  private var owners: [Place: Entry] = [:]

  /// Adds the names and aliases of a row, by their columns. A name must not be empty.
  mutating func add(
    _ kind: Kind,
    _ target: Int,
    _ row: SeedRow,
    dimension: Int = 0,
    names: [String],
    aliases: String?
  ) throws {
    let preference = kind == .phrase ? Preference.phrase : .name
    for column in names {
      try add(row.required(column), kind, preference, target, dimension, row, column)
    }
    guard let aliases else { return }
    for alias in try row.list(aliases) {
      try add(alias, kind, .alias, target, dimension, row, aliases)
    }
  }

  private mutating func add(
    _ text: String,
    _ kind: Kind,
    _ preference: Preference,
    _ target: Int,
    _ dimension: Int,
    _ row: SeedRow,
    _ column: String
  ) throws {
    let entry = Entry(
      key: try key(of: text, in: row, column: column),
      kind: kind.rawValue,
      preference: preference.rawValue,
      target: target
    )
    if texts[entry] == nil { texts[entry] = text }
    guard preference == .name else { return }
    let place = Place(
      key: entry.key,
      kind: entry.kind,
      dimension: dimension
    )
    if let owner = owners.updateValue(entry, forKey: place), owner.target != target {
      throw row.error(column, "`\(text)` reads like `\(texts[owner] ?? "")` of an earlier row")
    }
  }

  /// The folded form, which must not be empty.
  func key(of text: String, in row: SeedRow, column: String) throws -> String {
    let key = Spelling.key(of: text)
    guard !key.isEmpty else {
      throw row.error(column, "`\(text)` holds no letter and no digit")
    }
    return key
  }

  func write(to database: Database) throws(DatabaseError) {
    let writer = TableWriter("spelling", of: database)
    for (entry, text) in texts.sorted(by: { $0.key.order < $1.key.order }) {
      try writer.insert([
        "key": entry.key,
        "kind": entry.kind,
        "preference": entry.preference,
        "target": entry.target,
        "text": text,
      ])
    }
  }
}

extension SeedLoader {
  func loadSpellings() throws {
    try spellings.write(to: database)
  }
}
