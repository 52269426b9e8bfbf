import Catalog

extension SeedLoader {
  /// `formats/`: the published files that can be imported as they are.
  func loadFormats() throws {
    var formats = KeyIndex("format", form: .kebabCase)
    try loadFormats(into: &formats)
    try loadNames(of: formats)
    try loadColumns(of: formats)
    try loadLeft(of: formats)
    try loadValues(of: formats)
    // Numbers of formats and of sheets are different ones.
    var parts = formats
    try loadSheets(into: &parts, of: formats)
    try loadTables(of: parts)
  }

  private func loadFormats(into formats: inout KeyIndex) throws {
    let writer = TableWriter("file_format", of: database)
    for row in try rows(of: "formats/formats.csv", columns: "id,name,publisher,title,url,last_day")
    {
      try writer.insert([
        "id": formats.add(row),
        "key": row["id"],
        "name": row.required("name"),
        "publisher": row.required("publisher"),
        "title": row.required("title"),
        "url": row["url"],
        "last_day": row["last_day"],
      ])
    }
  }

  /// Names that formats bring with them, by keys of their own: `facility`.
  private func loadNames(of formats: KeyIndex) throws {
    let writer = TableWriter("file_name", of: database)
    let columns = "id,format,name,aliases,kind,unit,decimals,definition"
    let kinds = Measure.Kind.allCases.map(\.rawValue)
    for row in try rows(of: "formats/names.csv", columns: columns) {
      let key = try row.required("id")
      guard measureKeys[key] == nil, dimensionKeys[key] == nil, namesOfFormats[key] == nil else {
        throw row.error("id", "`\(key)` is a measure or a dimension already")
      }
      let spellings = try [row.required("name")] + row.set("aliases")
      guard Set(spellings.map { Spelling.key(of: $0) }).count == spellings.count else {
        throw row.error("aliases", "two of its names read alike")
      }
      let id = namesOfFormats.add(key, isMeasure: !row["kind"].isEmpty)
      try writer.insert([
        "id": id,
        "format": formats.number(of: row["format"], in: row, column: "format"),
        "name": row.required("name"),
        "aliases": row["aliases"],
        "kind": row.word("kind", of: [""] + kinds),
        "unit": row["unit"],
        "decimals": row["decimals"].isEmpty ? 0 : row.wholeNumber("decimals", in: 0...6),
        "definition": row.required("definition"),
      ])
    }
  }

  private func loadLeft(of formats: KeyIndex) throws {
    let writer = TableWriter("file_left", of: database)
    for row in try rows(of: "formats/left.csv", columns: "format,sheet,reason") {
      try writer.insert([
        "format": formats.number(of: row["format"], in: row, column: "format"),
        "names": row.required("sheet"),
        "reason": row["reason"],
      ])
    }
  }

  private func loadSheets(into parts: inout KeyIndex, of formats: KeyIndex) throws {
    let writer = TableWriter("file_sheet", of: database)
    let columns = "id,format,sheet,title,header,sections,fill,columns,rows,day"
    for row in try rows(of: "formats/sheets.csv", columns: columns) {
      let places = try row.list("columns").map { text in
        let sides = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard sides.count == 2 else {
          throw row.error("columns", "expected `meaning=place`, and not `\(text)`")
        }
        return try meaning(of: sides[0], in: row, column: "columns") + "=" + sides[1]
      }
      try writer.insert([
        "id": parts.add(row),
        "format": formats.number(of: row["format"], in: row, column: "format"),
        "key": row["id"],
        "names": row.required("sheet"),
        "title": row["title"],
        "header": row.word("header", of: ["", "above", "below"]),
        "sections": row["sections"],
        "fill": row["fill"],
        "columns": places.joined(separator: "\n"),
        "rows": row["rows"],
        "day": row["day"],
      ])
    }
  }

  private func loadValues(of formats: KeyIndex) throws {
    let writer = TableWriter("file_value", of: database)
    for row in try rows(of: "formats/values.csv", columns: "format,dimension,text,meaning") {
      let dimension = try dimensionKeys.number(
        of: row["dimension"],
        in: row,
        column: "dimension"
      )
      try writer.insert([
        "format": formats.number(of: row["format"], in: row, column: "format"),
        "dimension": dimension,
        "text": row.required("text"),
        "member": number(
          ofMember: row["meaning"],
          dimension: dimension,
          in: row,
          column: "meaning"
        ),
      ])
    }
  }

  private func loadColumns(of formats: KeyIndex) throws {
    let writer = TableWriter("file_column", of: database)
    let columns = "format,name,aliases,meaning,required"
    for row in try rows(of: "formats/columns.csv", columns: columns) {
      _ = try row.set("aliases")
      try writer.insert([
        "format": formats.number(of: row["format"], in: row, column: "format"),
        "name": row.required("name"),
        "aliases": row["aliases"],
        "meaning": meaning(of: row.required("meaning"), in: row, column: "meaning"),
        "required": row.word("required", of: ["yes", "no"]) == "yes",
      ])
    }
  }

  /// As the database holds it: `dimension 4 5`.
  private func meaning(of word: String, in row: SeedRow, column: String) throws -> String {
    let times = ["fiscal_year", "month_of_fiscal_year", "month", "cy", "date"]
    if times.contains(word) || word == "ignored" { return word }
    if let measure = measureKeys[word] { return "measure \(measure)" }
    if let own = namesOfFormats[word] {
      return (own.isMeasure ? "measure" : "dimension") + " \(own.id)"
    }
    if column == "meaning" { return "dimension " + numberList(try dimensionKeys.all(row, column)) }
    return "dimension \(try dimensionKeys.number(of: word, in: row, column: column))"
  }

  private func loadTables(of formats: KeyIndex) throws {
    var tables = KeyIndex("table", form: .kebabCase)
    let writer = TableWriter("file_table", of: database)
    let columns =
      "id,format,title,rows,scope,dimensions,measures,absent,complete,adds_up,rounding,rank,series,"
      + "transition_quarter,note"
    for row in try rows(of: "formats/tables.csv", columns: columns) {
      _ = try tables.add(row)
      _ = try row.required("measures")
      try writer.insert([
        "format": formats.number(of: row["format"], in: row, column: "format"),
        "key": row["id"],
        "title": row.required("title"),
        "rows": filterText(filters(of: row, "rows")),
        "scope": filterText(filters(of: row, "scope")),
        "dimensions": numberList(numbers(row, "dimensions", dimensionKeys)),
        "measures": numberList(numbers(row, "measures", measureKeys)),
        "absent": row.word("absent", of: ["zero", "small", "within_other", "unknown"]),
        "complete": row.word("complete", of: ["yes", "no"]) == "yes",
        "adds_up": row.word("adds_up", of: ["", "yes"]) == "yes",
        "rounding": row.wholeNumber("rounding", in: 1...10_000_000),
        "rank": row.wholeNumber("rank", in: 0...1_000_000),
        "series": seriesNumber(row["series"]),
        "transition": row.word("transition_quarter", of: ["", "yes"]) == "yes",
        "note": row["note"],
      ])
    }
  }

  /// Those of the catalog, and those that formats bring with them.
  private func numbers(_ row: SeedRow, _ column: String, _ known: KeyIndex) throws -> [Int] {
    try row.set(column).map { key in
      try namesOfFormats[key]?.id ?? known.number(of: key, in: row, column: column)
    }
  }

  /// Numbers as the database holds them: `3 7 12`.
  private func numberList(_ numbers: [Int]) -> String {
    numbers.map(String.init).joined(separator: " ")
  }

  /// The number that distinguishes this catalog from one with other ids, or in other columns.
  func loadCatalogVersion() throws {
    var hash = KeyHash()
    for measure in measures { hash.mix(measure.key) }
    for dimension in dimensions {
      hash.mix(dimension.key)
      hash.mix(dimension.parent == 0 ? "" : dimensions[dimension.parent - 1].key)
    }
    for member in members {
      hash.mix(dimensions[member.dimension - 1].key)
      hash.mix(member.key)
    }
    for table in ImportedData.catalogTables {
      for name in try [table] + database.columns(of: table) { hash.mix(name) }
    }
    try TableWriter("catalog_version", of: database).insert([
      "fingerprint": hash.number
    ])
  }
}

/// The number of a series, by its name; 0 where there is none. It is the same in every version of
/// the catalog, since imported files continue shipped series.
func seriesNumber(_ name: String) -> Int {
  guard !name.isEmpty else { return 0 }
  var hash = KeyHash()
  hash.mix(name)
  return hash.number
}

/// A number made of keys: FNV-1a, over each key and a separator after it.
private struct KeyHash {
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func mix(_ text: String) {
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    hash = (hash ^ 0xff) &* 0x100_0000_01b3
  }

  var number: Int { Int(truncatingIfNeeded: hash) }
}
