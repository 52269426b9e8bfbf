import Catalog

/// Files of imported data that an earlier version of the program made.
extension ImportedData {
  /// Gives the tables of an earlier schema the columns that they have now. Those that are new hold
  /// 0 or an empty text; what else belongs there is written by ``noteDimensions()``.
  func migrate() throws(DatabaseError) {
    for table in Self.catalogTables {
      let now = try columns(of: table, in: "main")
      let earlier = try columns(of: table, in: Database.importedName).map { $0.name }
      guard now.map({ $0.name }) != earlier else { continue }
      if earlier.isEmpty {
        try Self.create([table], in: database)
      } else {
        try remake(table, with: now, keeping: earlier)
      }
    }
    try database.execute("PRAGMA imported.user_version = \(ImportedFile.version)")
  }

  private func remake(
    _ table: String,
    with columns: [(name: String, nothing: String)],
    keeping earlier: [String]
  ) throws(DatabaseError) {
    try database.execute(
      """
      CREATE TEMP TABLE earlier AS SELECT * FROM imported.\(table.inDoubleQuotes);
      DROP TABLE imported.\(table.inDoubleQuotes)
      """
    )
    try Self.create([table], in: database)
    let values = columns.map { earlier.contains($0.name) ? $0.name.inDoubleQuotes : $0.nothing }
    try database.execute(
      """
      INSERT INTO imported.\(table.inDoubleQuotes) SELECT \(values.joined(separator: ", "))
      FROM temp.earlier;
      DROP TABLE temp.earlier
      """
    )
  }

  /// The columns of a table, none where there is no such table, each with what it holds where
  /// nothing is known.
  private func columns(
    of table: String,
    in file: String
  ) throws(DatabaseError) -> [(name: String, nothing: String)] {
    try database.all("SELECT name, type FROM pragma_table_info('\(table)', '\(file)')") {
      (name: $0.text(at: 0), nothing: $0.text(at: 1) == "INTEGER" ? "0" : "''")
    }
  }

  /// Writes anew by which dimensions each table can be read, once the dimensions have their ids.
  func noteDimensions() throws(DatabaseError) {
    let parents = try database.all(
      "SELECT id, parent FROM main.dimension UNION ALL SELECT id, parent FROM imported.dimension"
    ) { (id: $0.integer(at: 0), parent: $0.integer(at: 1)) }
    let datasets = try database.all("SELECT id, dimensions, scope FROM imported.dataset") {
      (id: $0.integer(at: 0), own: $0.integers(at: 1), scope: $0.scope(at: 2).map(\.dimension))
    }
    let update = try database.prepare(
      "UPDATE imported.dataset_measure SET dimension_bits = ?2, limit_bits = ?3 WHERE dataset = ?1"
    )
    for dataset in datasets {
      let all = dataset.own + dataset.scope
      let coarser = parents.filter { all.contains($0.id) }.map(\.parent)
      update.bind(dataset.id, at: 0)
      update.bind(DimensionSet(all + coarser).bits, at: 1)
      update.bind(DimensionSet(dataset.scope).bits, at: 2)
      _ = try update.step()
      update.reset()
    }
  }
}
