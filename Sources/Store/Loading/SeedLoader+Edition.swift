extension SeedLoader {
  /// Which edition of the data this is: told by `--version`.
  func loadEdition() throws {
    // Dates are as exact as they are known, and come in the order of their texts.
    let newest = try database.all(
      "SELECT max(published) FROM source WHERE id IN (SELECT source FROM dataset)"
    ) { $0.text(at: 0) }.first
    let size = try database.all(
      "SELECT count(*), coalesce(sum(size), 0) FROM dataset WHERE rollup_of = 0"
    ) { (tables: $0.integer(at: 0), rows: $0.integer(at: 1)) }
    try TableWriter("edition", of: database).insert([
      "published": newest ?? "",
      "tables": size.first?.tables ?? 0,
      "rows": size.first?.rows ?? 0,
      // Known when every table is filled.
      "checksum": "",
    ])
  }
}
