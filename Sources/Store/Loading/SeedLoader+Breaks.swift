private import Catalog

extension SeedLoader {
  /// `breaks.csv`. A break of several measures becomes several rows; without a measure it is one of
  /// all.
  func loadBreaks() throws {
    let kinds = ["definition", "coverage", "method", "policy", "source", "revision"]
    var breaks = KeyIndex("break", form: .kebabCase)
    let writer = try TableWriter("series_break", of: database)
    let columns = "id,measure,filters,at,kind,note"
    for row in try rows(of: "catalog/breaks.csv", columns: columns) {
      _ = try breaks.add(row)
      let measures = try measureKeys.all(row, "measure")
      let filters = filterText(try filters(of: row, "filters", bare: true))
      for measure in measures.isEmpty ? [0] : measures {
        try writer.insert(
          measure,
          periodOfBreak(row),
          row["id"],
          row.word("kind", of: kinds),
          filters,
          row.required("note")
        )
      }
    }
  }

  private func periodOfBreak(_ row: SeedRow) throws -> Int {
    let text = row["at"]
    guard let code = PublishedTime.fiscalYear.code(of: text) ?? PublishedTime.month.code(of: text)
    else { throw row.error("at", "`\(text)` is not a fiscal year (2024) or a month (2024-05)") }
    return code
  }

  /// `events.csv`. An event is vouched for by a source or by a document.
  func loadEvents() throws {
    var events = KeyIndex("event", form: .snakeCase)
    let writer = try TableWriter("event", of: database)
    let columns = "id,date,name,era,description,source"
    for row in try rows(of: "catalog/events.csv", columns: columns) {
      if documents[row["source"]] == nil {
        _ = try sources.number(of: row["source"], in: row, column: "source")
      }
      try writer.insert(
        events.add(row),
        row["id"],
        row.date("date", required: true),
        row.required("name"),
        row["era"],
        row["description"],
        row["source"]
      )
    }
  }
}
