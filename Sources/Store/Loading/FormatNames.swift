/// Names of measures and dimensions that files of a format bring with them, by their keys in the
/// seed. Their numbers are above all ids that the catalog and imports have.
struct FormatNames {
  private var found: [String: (id: Int, isMeasure: Bool)] = [:]

  mutating func add(_ key: String, isMeasure: Bool) -> Int {
    let id = 1_000_000_001 + found.count
    found[key] = (id, isMeasure)
    return id
  }

  subscript(_ key: String) -> (id: Int, isMeasure: Bool)? { found[key] }
}
