import Catalog

/// Files of imported data that an earlier version of the program made.
extension ImportedData {
  /// Gives the tables of an earlier schema the form that they have now. What the new columns hold
  /// is written by ``noteDimensions()``.
  func migrate() throws(DatabaseError) {
    guard try !database.importsHaveTheseTables() else { return }
    let names = "measure, dataset, position, withheld, unpublished, hedged"
    try database.execute("ALTER TABLE imported.dataset_measure RENAME TO earlier_measure")
    try Self.create(["dataset_measure"], in: database)
    try database.execute(
      """
      INSERT INTO imported.dataset_measure (\(names), superseded, dimension_bits, limit_bits)
      SELECT \(names), 0, 0, 0 FROM imported.earlier_measure;
      DROP TABLE imported.earlier_measure;
      PRAGMA imported.user_version = \(ImportedFile.version);
      """
    )
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

extension Database {
  /// Whether the attached file of imported data has the tables that this program writes. Told by
  /// their definitions, since a question may not read a file's version.
  func importsHaveTheseTables() throws(DatabaseError) -> Bool {
    try prepare(
      """
      SELECT 1 FROM imported.sqlite_schema
      WHERE name = 'dataset_measure' AND sql LIKE '%dimension_bits%'
      """
    ).step()
  }
}
