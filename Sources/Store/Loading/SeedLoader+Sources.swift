extension SeedLoader {
  /// `sources.csv`, with the short names of `publishers.csv`.
  func loadSources() throws {
    let shortNames = try shortNames()
    let writer = TableWriter("source", of: database)
    let columns = "id,publisher,title,table,published,url,trust,note"
    for row in try rows(of: "catalog/sources.csv", columns: columns) {
      let publisher = row["publisher"]
      let record = try SourceRecord(
        id: sources.add(row),
        key: row["id"],
        publisher: publisher,
        short: shortNames[publisher] ?? publisher,
        title: row.required("title"),
        part: row["table"],
        published: row.date("published"),
        url: row["url"],
        trust: row.word("trust", of: ["official", "copy", "secondary"]),
        note: row["note"]
      )
      try writer.insert(record.row)
    }
  }

  private func shortNames() throws -> [String: String] {
    var names: [String: String] = [:]
    for row in try rows(of: "catalog/publishers.csv", columns: "publisher,short") {
      let publisher = try row.required("publisher")
      guard names.updateValue(try row.required("short"), forKey: publisher) == nil else {
        throw row.error("publisher", "a second row for `\(publisher)`")
      }
    }
    return names
  }
}
