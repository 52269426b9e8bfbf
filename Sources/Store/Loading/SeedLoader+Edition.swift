extension SeedLoader {
  /// Which edition of the data this is: told by `--version`.
  func loadEdition() throws {
    // What nobody can look up gives the data no day.
    let newest = try newestSource("url <> ''") ?? newestSource("TRUE")
    let own = try newestSource("trust <> 'secondary'")
    let size = try database.all(
      "SELECT count(*), coalesce(sum(size), 0) FROM dataset WHERE rollup_of = 0"
    ) { (tables: $0.integer(at: 0), rows: $0.integer(at: 1)) }
    try TableWriter("edition", of: database).insert([
      "published": newest?.published ?? "",
      "source": newest?.id ?? 0,
      "own_source": own?.id ?? 0,
      "tables": size.first?.tables ?? 0,
      "rows": size.first?.rows ?? 0,
      // Known when every table is filled.
      "checksum": "",
    ])
  }

  /// The newest source of a table that is in use. Dates are as exact as they are known, and come
  /// in the order of their texts.
  private func newestSource(_ condition: String) throws -> (id: Int, published: String)? {
    try database.all(
      """
      SELECT id, published FROM source
      WHERE id IN (SELECT source FROM dataset WHERE superseded = 0) AND \(condition)
      ORDER BY published DESC, id LIMIT 1
      """
    ) { (id: $0.integer(at: 0), published: $0.text(at: 1)) }.first
  }
}
