internal import Importing

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
      "checksum": try checksum(),
      // Known when every table is filled.
      "sums": "",
    ])
  }

  /// SHA-256 of the seed: of the name of each file and its bytes, in the order of the names.
  private func checksum() throws -> String {
    var digest = FileDigest()
    for file in try files(below: folder, ending: ".csv") {
      let name = Array(file.path.utf8.dropFirst(folder.utf8.count) + [0])
      name.withUnsafeBytes { digest.add($0) }
      let content = try FileBytes(reading: file.path)
      withExtendedLifetime(content) { digest.add(content.bytes) }
    }
    return digest.finish()
  }
}
