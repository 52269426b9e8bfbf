import Catalog

extension SeedLoader {
  func loadDocuments() throws {
    let columns = "id,publisher,title,published,date_basis,note"
    let writer = TableWriter("document", of: database)
    for row in try rows(of: "documents/documents.csv", columns: columns) {
      try writer.insert([
        "id": documents.add(row),
        "key": row["id"],
        "publisher": row["publisher"],
        "title": row.required("title"),
        "published": row.date("published", required: true),
        "date_basis": row.required("date_basis"),
        "note": row["note"],
      ])
    }
  }

  /// Figures as they were stated. A paraphrase may name a later figure.
  func loadFigures() throws {
    let columns =
      "id,document,line,measure,as_said,unit,low,high,qualifier,kind,start,end,start_precision,"
      + "end_precision,filters,speaker,status,note"
    let rows = try rows(of: "documents/figures.csv", columns: columns)
    let writer = TableWriter("figure", of: database)
    for row in rows { try writeFigure(row, to: writer) }
    for row in rows { try checkStatus(of: row) }
  }

  private func writeFigure(_ row: SeedRow, to writer: TableWriter) throws {
    try row.checkNumber("low")
    try row.checkNumber("high")
    _ = try measureKeys.optional(row, "measure")
    _ = try filters(of: row, "filters")
    try writer.insert([
      "id": figures.add(row),
      "key": row["id"],
      "document": document(of: row),
      "line": row.wholeNumber("line", in: 1...1_000_000),
      "measure": row["measure"],
      "as_said": row.required("as_said"),
      "unit": row.required("unit"),
      "low": row["low"],
      "high": row["high"],
      "qualifier": row.word("qualifier", of: Hedge.allCases.map(\.rawValue)),
      "kind": row.word("kind", of: figureKinds),
      "start": row.date("start"),
      "end": row.date("end"),
      "start_precision": row.word("start_precision", of: precisions),
      "end_precision": row.word("end_precision", of: precisions),
      "filters": row["filters"],
      "speaker": row["speaker"],
      "status": row["status"],
      "note": row["note"],
    ])
  }

  private func checkStatus(of row: SeedRow) throws {
    let mark = "paraphrase_of:"
    guard row["status"].hasPrefix(mark) else {
      _ = try row.word("status", of: ["official", "unofficial", "translation"])
      return
    }
    let original = String(row["status"].dropFirst(mark.count))
    _ = try figures.number(of: original, in: row, column: "status")
  }

  /// The document that a row must name.
  private func document(of row: SeedRow) throws -> String {
    let key = try row.required("document")
    _ = try documents.number(of: key, in: row, column: "document")
    return key
  }

  /// Comparisons and superlatives.
  func loadClaims() throws {
    let columns =
      "id,document,line,paraphrase,kind,measure,filters,subject,reference,figures,checkable,"
      + "question,nearest,note"
    var claims = KeyIndex("claim", form: .snakeCase)
    let writer = TableWriter("claim", of: database)
    for row in try rows(of: "documents/claims.csv", columns: columns) {
      _ = try measureKeys.optional(row, "measure")
      _ = try filters(of: row, "filters")
      _ = try figures.all(row, "figures")
      try writer.insert([
        "id": claims.add(row),
        "key": row["id"],
        "document": document(of: row),
        "line": row.wholeNumber("line", in: 1...1_000_000),
        "paraphrase": row.required("paraphrase"),
        "kind": row.word("kind", of: claimKinds),
        "measure": row["measure"],
        "filters": row["filters"],
        "subject": row["subject"],
        "reference": row["reference"],
        "figures": row["figures"],
        "checkable": row.word("checkable", of: ["yes", "partly", "no"]),
        "question": row["question"],
        "nearest": row["nearest"],
        "note": row["note"],
      ])
    }
  }

  /// What speakers leave open. Words are held as spellings are looked up.
  func loadReadings() throws {
    var readings = KeyIndex("reading", form: .snakeCase)
    let writer = TableWriter("reading", of: database)
    for row in try rows(of: "documents/readings.csv", columns: "id,kind,said,means,note") {
      let kind = try row.word("kind", of: ["verb", "place"])
      let isVerb = kind == "verb"
      guard isVerb != row["said"].isEmpty else {
        throw row.error("said", isVerb ? "a verb has a word" : "a place is what is not said")
      }
      try writer.insert([
        "id": readings.add(row),
        "key": row["id"],
        "kind": kind,
        "said": Spelling.key(of: row["said"]),
        "means": isVerb ? measuresMeant(by: row) : placeMeant(by: row),
        "note": row.required("note"),
      ])
    }
  }

  private func measuresMeant(by row: SeedRow) throws -> String {
    let measures = try measureKeys.all(row, "means")
    guard measures.count > 1 else { throw row.error("means", "one measure leaves nothing open") }
    return measures.map { String($0) }.joined(separator: " ")
  }

  private func placeMeant(by row: SeedRow) throws -> String {
    let filters = try filters(of: row, "means")
    guard filters.count == 1 else { throw row.error("means", "a place is one `dimension=member`") }
    return filterText(filters)
  }
}

private let figureKinds = [
  "flow", "stock", "change_percent", "ratio", "target", "threshold", "share",
]

private let precisions = ["day", "month", "year", "fy", "approximate", "unstated"]

private let claimKinds = [
  "highest_since", "lowest_since", "change", "ratio", "share", "first_since", "rank", "target",
  "overlap",
]
