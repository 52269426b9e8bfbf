/// The version of the shipped catalog that imported data refer to: they hold its ids of measures,
/// dimensions and values, which another version may assign differently.
enum CatalogVersion {
  /// Remembers the version, and what each of its numbers means.
  static func note(in database: Database) throws(DatabaseError) {
    try database.execute("DELETE FROM imported.catalog_version; DELETE FROM imported.known")
    let known = try database.prepare("INSERT INTO imported.known VALUES (?, ?, ?, ?, ?)")
    for (kind, sql) in keys {
      let rows = try database.prepare(sql)
      while try rows.step() {
        known.bind(kind, at: 0)
        known.bind(rows.integer(at: 0), at: 1)
        known.bind(rows.text(at: 1), at: 2)
        known.bind(rows.text(at: 2), at: 3)
        known.bind(rows.text(at: 3), at: 4)
        _ = try known.step()
        known.reset()
      }
    }
    let version = try database.prepare("INSERT INTO imported.catalog_version VALUES (?)")
    version.bind(try fingerprint(of: database), at: 0)
    _ = try version.step()
  }

  /// By kind, the numbers with their keys, those of their dimensions, and their names.
  static let keys = [
    ("measure", "SELECT id, key, '', name FROM main.measure"),
    ("dimension", "SELECT id, key, '', name FROM main.dimension"),
    (
      "member",
      """
      SELECT member.id, member.key, dimension.key, member.name
      FROM main.member JOIN main.dimension ON dimension.id = member.dimension
      """
    ),
  ]

  static func fingerprint(
    of database: Database,
    in file: String = "main"
  ) throws(DatabaseError) -> Int {
    let statement = try database.prepare("SELECT fingerprint FROM \(file).catalog_version")
    return try statement.step() ? statement.integer(at: 0) : 0
  }
}
