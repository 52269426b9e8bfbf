import Catalog

extension ImportedData {
  package func nextSourceID() throws(DatabaseError) -> Int { try nextID(of: "source") }

  /// Notes the source of an import.
  package func add(_ source: NewSource, id: Int, key: String, note: String) throws(DatabaseError) {
    let known = try database.prepare("SELECT short FROM main.source WHERE publisher = ? LIMIT 1")
    known.bind(source.publisher, at: 0)
    let short = try known.step() ? known.text(at: 0) : source.publisher
    let record = SourceRecord(
      id: id,
      key: key,
      publisher: source.publisher,
      short: short,
      title: try distinct(source.title, short, source.published),
      part: source.part,
      published: source.published,
      url: source.url,
      trust: "copy",
      note: note
    )
    try TableWriter("source", in: Database.importedName, of: database).insert(record.row)
  }

  /// A title that no source of the same publisher and day has: where one has it, the number of the
  /// import is added.
  private func distinct(
    _ title: String,
    _ short: String,
    _ published: String
  ) throws(DatabaseError) -> String {
    for file in ["main", Database.importedName] {
      let twin = try database.prepare(
        "SELECT 1 FROM \(file).source WHERE short = ? AND title = ? AND published = ?"
      )
      for (index, value) in [short, title, published].enumerated() { twin.bind(value, at: index) }
      if try twin.step() { return "\(title), import \(try nextImportID())" }
    }
    return title
  }

  /// Runs something inside a savepoint, and rolls it back.
  package func rehearsing<Result>(_ body: () throws -> Result) throws -> Result {
    try database.execute("SAVEPOINT rehearsal")
    defer { try? database.execute("ROLLBACK TO rehearsal; RELEASE rehearsal") }
    return try body()
  }

  /// Notes an import and the datasets that it made.
  package func add(_ record: ImportRecord, datasets: [Int]) throws(DatabaseError) {
    try TableWriter("import", in: Database.importedName, of: database).insert([
      "id": record.id,
      "key": record.key,
      "file": record.file,
      "sha256": record.sha256,
      "size": record.size,
      "rows": record.rows,
      "imported": record.imported,
      "format": record.format,
      "mapping": record.mapping,
    ])
    let writer = TableWriter("import_dataset", in: Database.importedName, of: database)
    for dataset in datasets {
      try writer.insert([
        "import": record.id,
        "dataset": dataset,
      ])
    }
  }

  package func nextImportID() throws(DatabaseError) -> Int { try nextID(of: "import", from: 1) }

  /// A name that no dataset has: the wished one, or the same with a number added.
  package func freeKey(like wished: String) throws(DatabaseError) -> String {
    var (key, number) = (wished, 1)
    while try isTaken(key) {
      number += 1
      key = "\(wished)-\(number)"
    }
    return key
  }

  private func isTaken(_ key: String) throws(DatabaseError) -> Bool {
    for table in ["main.dataset", "imported.dataset", "imported.import"] {
      let statement = try database.prepare("SELECT 1 FROM \(table) WHERE key = ?")
      statement.bind(key, at: 0)
      if try statement.step() { return true }
    }
    return false
  }

  /// Removes an import, with everything that only it needs.
  package func drop(_ record: ImportRecord) throws(DatabaseError) {
    let datasets = try database.all(
      "SELECT dataset FROM imported.import_dataset WHERE import = \(record.id)"
    ) { $0.integer(at: 0) }
    for dataset in datasets {
      try database.execute(
        """
        DROP TABLE IF EXISTS imported.\("facts_\(dataset)".inDoubleQuotes);
        DELETE FROM imported.source WHERE id IN (SELECT source FROM imported.dataset WHERE id = \(dataset));
        """
      )
      let own =
        "IN (SELECT id FROM imported.dataset WHERE id = \(dataset) OR rollup_of = \(dataset))"
      for table in [
        "dataset_text", "dataset_measure", "coverage", "dataset_member", "dataset_dimension",
        "dataset_other",
      ] {
        try database.execute("DELETE FROM imported.\(table) WHERE dataset \(own)")
      }
      try database.execute("DELETE FROM imported.dataset WHERE id \(own)")
    }
    try database.execute(
      """
      DELETE FROM imported.import_dataset WHERE import = \(record.id);
      DELETE FROM imported.import WHERE id = \(record.id);
      """
    )
    try dropUnusedNames()
  }

  /// Removes values, dimensions and measures of the user that no table has any more, together with
  /// the recorded meanings of texts: their ids may be reused.
  func dropUnusedNames() throws(DatabaseError) {
    let scopes = try database.all("SELECT scope FROM imported.dataset") { $0.scope(at: 0) }
      .flatMap { $0 }
    let members = Set(scopes.map { "\($0.member)" }).sorted().joined(separator: ", ")
    let dimensions = Set(scopes.map { "\($0.dimension)" }).sorted().joined(separator: ", ")
    try database.execute(
      """
      DELETE FROM imported.measure WHERE id NOT IN (SELECT measure FROM imported.dataset_measure);
      DELETE FROM imported.member
      WHERE id NOT IN (SELECT member FROM imported.dataset_member) AND id NOT IN (\(members));
      DELETE FROM imported.dimension
      WHERE id NOT IN (SELECT dimension FROM imported.member) AND id NOT IN (\(dimensions));
      DELETE FROM imported.meaning
      WHERE member >= \(ImportedID.first) AND member NOT IN (SELECT id FROM imported.member);
      DELETE FROM imported.spelling WHERE kind = 1 AND target NOT IN (SELECT id FROM imported.measure);
      DELETE FROM imported.spelling
      WHERE kind = 2 AND target NOT IN (SELECT id FROM imported.dimension);
      DELETE FROM imported.spelling WHERE kind = 3 AND target NOT IN (SELECT id FROM imported.member);
      """
    )
  }

  /// Returns the space of what was dropped to the disk. Call it after ``commit()``.
  package func shrink() { try? database.execute("VACUUM imported") }
}
