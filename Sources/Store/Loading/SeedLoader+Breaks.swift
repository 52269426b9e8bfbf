private import Catalog

extension SeedLoader {
  /// `breaks.csv`, read when the datasets are known. A break of several measures becomes several
  /// rows; without a measure it is one of all, and a row of each.
  func loadBreaks() throws {
    let kinds = ["definition", "coverage", "method", "policy", "source", "revision"]
    var breaks = KeyIndex("break", form: .kebabCase)
    let writer = TableWriter("series_break", of: database)
    let columns = "id,measure,filters,at,until,datasets,about,kind,note,question"
    for row in try rows(of: "catalog/breaks.csv", columns: columns) {
      _ = try breaks.add(row)
      let measures = try measureKeys.all(row, "measure")
      let filters = filterText(try filters(of: row, "filters", bare: true))
      // So that a question looks in one place. Measures of imports find it under 0.
      for measure in measures.isEmpty ? Array(0...self.measures.count) : measures {
        try writer.insert([
          "measure": measure,
          "at": periodOfBreak(row, "at"),
          "key": row["id"],
          "until": row["until"].isEmpty ? 0 : periodOfBreak(row, "until"),
          "kind": row.word("kind", of: kinds),
          "filters": filters,
          "about": filterText(self.filters(of: row, "about")),
          "datasets": tablesOfBreak(row).map(String.init).joined(separator: " "),
          "note": row.required("note"),
          "question": row["question"],
        ])
      }
    }
  }

  private func periodOfBreak(_ row: SeedRow, _ column: String) throws -> Int {
    let text = row[column]
    guard let code = PublishedTime.fiscalYear.code(of: text) ?? PublishedTime.month.code(of: text)
    else {
      throw row.error(column, "`\(text)` is not a fiscal year (2024) or a month (2024-05)")
    }
    return code
  }

  /// The ids of the tables that a break is about. One `*` in an id matches anything: the editions
  /// of a table, or the files that a publisher cuts by years.
  private func tablesOfBreak(_ row: SeedRow) throws -> [Int] {
    try row.set("datasets").flatMap { pattern -> [Int] in
      guard pattern.contains("*") else {
        return [try datasetKeys.number(of: pattern, in: row, column: "datasets")]
      }
      let parts = pattern.separated(by: "*")
      let keys = datasetKeys.keys.filter { key in
        key.hasPrefix(parts[0]) && key.hasSuffix(parts[parts.count - 1])
          && key.utf8.count >= pattern.utf8.count - 1
      }
      guard parts.count == 2, !keys.isEmpty else {
        throw row.error("datasets", "no dataset `\(pattern)`")
      }
      return keys.compactMap { datasetKeys[$0] }
    }
  }

  /// `events.csv`. An event must cite a source or a document.
  func loadEvents() throws {
    var events = KeyIndex("event", form: .snakeCase)
    let writer = TableWriter("event", of: database)
    let columns = "id,date,name,aliases,era,holder,era_aliases,description,source"
    for row in try rows(of: "catalog/events.csv", columns: columns) {
      if documents[row["source"]] == nil {
        _ = try sources.number(of: row["source"], in: row, column: "source")
      }
      let number = try events.add(row)
      try addSpellings(of: number, row)
      try writer.insert([
        "id": number,
        "key": row["id"],
        "date": row.date("date", required: true),
        "name": row.required("name"),
        "era": row["era"],
        "holder": row["holder"],
        "description": row["description"],
        "source": row["source"],
      ])
    }
  }

  /// An inauguration names the administration that begins, too.
  private func addSpellings(of event: Int, _ row: SeedRow) throws {
    // The id of an inauguration is the name of who took office.
    let isInauguration = !row["era"].isEmpty
    let names = isInauguration ? ["name"] : ["name", "id"]
    try spellings.add(.event, event, row, names: names, aliases: nil)
    let own = try [row.required("name")] + row.list("aliases")
    try spellings.add(.event, event, row, texts: own.flatMap(EventSpellings.variants))
    let holder = row["holder"]
    guard isInauguration != holder.isEmpty else {
      throw row.error("holder", "an inauguration names the administration and who held the office")
    }
    guard !holder.isEmpty else { return }
    try spellings.add(.event, event, row, texts: EventSpellings.beginnings(of: holder))
    let terms = try [row["era"]] + row.list("era_aliases")
    try spellings.add(
      .administration,
      event,
      row,
      texts: terms + EventSpellings.administrations(of: holder)
    )
  }
}
