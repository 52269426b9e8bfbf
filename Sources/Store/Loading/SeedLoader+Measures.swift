import Catalog

extension SeedLoader {
  /// `measures.csv`: first every id, since a measure may name a later one.
  func loadMeasures() throws {
    let columns =
      "id,name,subject,unit,kind,over_time,decimals,formula,part_of,not_with,aliases,definition,caveat"
    let rows = try rows(of: "catalog/measures.csv", columns: columns)
    for row in rows {
      let number = try measureKeys.add(row)
      measures.append(try SeedMeasure(row, of: database))
      try spellings.add(.measure, number, row, names: ["name", "id"], aliases: "aliases")
    }
    let existence = try existence()
    let writer = TableWriter("measure", of: database)
    for (row, measure) in zip(rows, measures) {
      let exists = existence[measure.key]
      let record = try MeasureRecord(
        id: measureKeys.number(of: measure.key, in: row, column: "id"),
        key: measure.key,
        name: row["name"],
        subject: measure.table,
        unit: row.required("unit"),
        kind: measure.kind,
        overTime: measure.overTime,
        scale: powerOfTen(measure.decimals),
        formula: checkedFormula(of: row),
        partOf: measureKeys.optional(row, "part_of"),
        existence: exists ?? (0, 0),
        definition: row.required("definition"),
        caveat: row["caveat"]
      )
      try writer.insert(record.row)
    }
    let parents = try rows.map { try measureKeys.optional($0, "part_of") }
    if let index = firstInCircle(parents) {
      throw rows[index].error("part_of", "`\(measures[index].key)` is a part of itself")
    }
    try readConflicts(of: rows)
  }

  /// Both directions of `not_with`; overlaps.csv adds reasons, and is read when values are known.
  private func readConflicts(of rows: [SeedRow]) throws {
    for (index, row) in rows.enumerated() {
      for other in try measureKeys.all(row, "not_with") {
        guard other != index + 1 else { throw row.error("not_with", "names the measure itself") }
        conflicts.insert(SeedConflict(measure: index + 1, other: other))
        conflicts.insert(SeedConflict(measure: other, other: index + 1))
      }
    }
  }

  /// A formula adds and subtracts known measures; what follows `where` is read by the query
  /// language.
  private func checkedFormula(of row: SeedRow) throws -> String {
    let formula = row["formula"]
    guard !formula.isEmpty else { return formula }
    let parts = formula.separated(by: " where ")
    guard !parts.contains(where: \.isEmpty) else {
      throw row.error("formula", "one side of `where` is empty")
    }
    for term in parts[0].split(omittingEmptySubsequences: false, whereSeparator: isOperator) {
      let name = String(term.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      guard !name.isEmpty else { throw row.error("formula", "a measure is missing in the formula") }
      guard name != row["id"] else { throw row.error("formula", "names the measure itself") }
      _ = try measureKeys.number(of: name, in: row, column: "formula")
    }
    return formula
  }
}

extension SeedMeasure {
  fileprivate init(_ row: SeedRow, of database: Database) throws {
    key = row["id"]
    table = try row.required("subject").separated(by: " ").joined(separator: "_")
    decimals = row["decimals"].isEmpty ? 0 : try row.wholeNumber("decimals", in: 0...9)
    isStored = row["formula"].isEmpty
    let kinds = Measure.Kind.allCases
    let word = try row.word("kind", of: kinds.map(\.rawValue))
    kind = kinds.first { $0.rawValue == word } ?? .flow
    overTime = try row.word("over_time", of: kinds.map(\.overTime) + [Measure.yearToDate])
    guard overTime == kind.overTime || kind == .stock && overTime == Measure.yearToDate else {
      throw row.error("over_time", "figures of kind `\(word)` combine by `\(kind.overTime)`")
    }
    let columns = try database.columns(of: table)
    guard columns.starts(with: ["dataset", "period"]) else {
      throw row.error("subject", "the schema has no fact table `\(table)`")
    }
    guard columns.contains(key) || !isStored else {
      throw row.error("id", "the fact table `\(table)` of the schema has no column `\(key)`")
    }
  }
}

private func isOperator(_ character: Character) -> Bool {
  character == "+" || character == "-"
}

func powerOfTen(_ exponent: Int) -> Int {
  (0..<exponent).reduce(1) { power, _ in power * 10 }
}

/// The first index whose chain of parents comes back to itself. Parents count from 1; 0 = none.
func firstInCircle(_ parents: [Int]) -> Int? {
  parents.indices.first { start in
    var current = parents[start]
    for _ in parents where current != 0 && current != start + 1 { current = parents[current - 1] }
    return current == start + 1
  }
}
