import Catalog

extension SeedLoader {
  /// `phrases.csv`. Phrases that fold to one spelling must mean the same; the first one represents
  /// them.
  func loadPhrases() throws {
    let writer = TableWriter("phrase", of: database)
    var meanings: [String: (means: String, phrase: String)] = [:]
    let rows = try rows(of: "catalog/phrases.csv", columns: "phrase,means,note")
    for (index, row) in rows.enumerated() {
      let key = try row.spellingKey(of: row.required("phrase"), "phrase")
      try checkMeaning(of: row)
      if let known = meanings[key] {
        guard known.means == row["means"] else {
          throw row.error("phrase", "reads like `\(known.phrase)`, which means something else")
        }
      } else {
        meanings[key] = (row["means"], row["phrase"])
        try spellings.add(.phrase, index + 1, row, names: ["phrase"], aliases: nil)
      }
      try writer.insert([
        "id": index + 1,
        "phrase": row["phrase"],
        "means": row["means"],
        "note": row["note"],
      ])
    }
  }

  /// A measure, `dimension=member`, or a fragment of the query language, which is read elsewhere.
  private func checkMeaning(of row: SeedRow) throws {
    let means = row["means"]
    if means.isEmpty || means.utf8.contains(UInt8(ascii: " ")) { return }
    if means.utf8.contains(UInt8(ascii: "=")) {
      _ = try filters(of: row, "means")
    } else {
      _ = try measureKeys.optional(row, "means")
    }
  }

  /// A list of `dimension=member`, as ids. With `bare`, a dimension may come without a member.
  func filters(
    of row: SeedRow,
    _ column: String,
    bare: Bool = false
  ) throws -> [(dimension: Int, member: Int?)] {
    try row.set(column).map { item in
      let sides = item.separated(by: "=")
      let dimension = try dimensionKeys.number(of: sides[0], in: row, column: column)
      if sides.count == 1 && bare { return (dimension, nil) }
      guard sides.count == 2 else {
        throw row.error(column, "`\(item)` is not written `dimension=member`")
      }
      let member = try number(ofMember: sides[1], dimension: dimension, in: row, column: column)
      return (dimension, member)
    }
  }

  /// Filters as the database holds them: `3=17 5`.
  func filterText(_ filters: [(dimension: Int, member: Int?)]) -> String {
    filters.map { filter in
      filter.member.map { "\(filter.dimension)=\($0)" } ?? "\(filter.dimension)"
    }.joined(separator: " ")
  }
}
