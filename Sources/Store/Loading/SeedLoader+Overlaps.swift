private import Catalog

extension SeedLoader {
  /// `overlaps.csv`: why two measures may not be added, and overlaps of parts of measures.
  func loadOverlaps() throws {
    var overlaps = KeyIndex("overlap", form: .snakeCase)
    var notes: [SeedConflict: String] = [:]
    let columns = "id,measure,filters,other,other_filters,relation,note"
    for row in try rows(of: "catalog/overlaps.csv", columns: columns) {
      _ = try overlaps.add(row)
      let measure = try measureKeys.number(of: row.required("measure"), in: row, column: "measure")
      let other = try measureKeys.number(of: row.required("other"), in: row, column: "other")
      let own = filterText(try filters(of: row, "filters"))
      let others = filterText(try filters(of: row, "other_filters"))
      guard measure != other || own != others else {
        throw row.error("other", "a measure overlaps itself in any case")
      }
      let isPart = try row.word("relation", of: ["overlap", "part"]) == "part"
      let note = try row.required("note")
      for conflict in [
        SeedConflict(
          measure: measure,
          other: other,
          relation: isPart ? 1 : 0,
          filters: own,
          otherFilters: others
        ),
        SeedConflict(
          measure: other,
          other: measure,
          relation: isPart ? 2 : 0,
          filters: others,
          otherFilters: own
        ),
      ] {
        conflicts.insert(conflict)
        notes[conflict] = note
      }
    }
    try write(notes)
  }

  private func write(_ notes: [SeedConflict: String]) throws {
    let writer = TableWriter("measure_conflict", of: database)
    let ordered = conflicts.sorted {
      ($0.measure, $0.other, $0.filters, $0.otherFilters)
        < ($1.measure, $1.other, $1.filters, $1.otherFilters)
    }
    for conflict in ordered {
      try writer.insert([
        "measure": conflict.measure,
        "other": conflict.other,
        "relation": conflict.relation,
        "filters": conflict.filters,
        "other_filters": conflict.otherFilters,
        "note": notes[conflict] ?? "",
      ])
    }
  }

  /// `existence.csv`: the days on which a measure could be counted at all, as codes; 0 = open.
  func existence() throws -> [String: (from: Int, to: Int)] {
    var known: [String: (from: Int, to: Int)] = [:]
    for row in try existenceRows() where row["value"].isEmpty {
      let measure = row["measure"]
      _ = try measureKeys.number(of: measure, in: row, column: "measure")
      guard known[measure] == nil else { throw row.error("measure", "is listed twice") }
      known[measure] = try existenceDays(row)
    }
    return known
  }

  /// The same file: the days on which a value was there.
  func loadMemberExistence() throws {
    let writer = TableWriter("member_existence", of: database)
    var known: [(member: Int, dimension: Int, row: SeedRow)] = []
    for row in try existenceRows() where !row["value"].isEmpty {
      guard row["measure"].isEmpty else {
        throw row.error("measure", "a row is about a measure or about a value")
      }
      for filter in try filters(of: row, "value") {
        guard let member = filter.member else {
          throw row.error("value", "a dimension without a value")
        }
        guard !known.contains(where: { $0.member == member }) else {
          throw row.error("value", "is listed twice")
        }
        known.append((member, filter.dimension, row))
      }
    }
    for own in known.sorted(by: { $0.member < $1.member }) {
      let days = try existenceDays(own.row)
      try writer.insert([
        "member": own.member,
        "dimension": own.dimension,
        "exists_from": days.from,
        "exists_to": days.to,
      ])
    }
  }

  private func existenceRows() throws -> [SeedRow] {
    try rows(of: "catalog/existence.csv", columns: "measure,value,from,to,note")
  }

  private func existenceDays(_ row: SeedRow) throws -> (from: Int, to: Int) {
    let range = (from: try dayCode(row, "from"), to: try dayCode(row, "to"))
    guard range.to == 0 || range.from <= range.to else {
      throw row.error("to", "comes before `from`")
    }
    _ = try row.required("note")
    return range
  }

  private func dayCode(_ row: SeedRow, _ column: String) throws -> Int {
    guard !row[column].isEmpty else { return 0 }
    guard let code = PublishedTime.date.code(of: row[column]) else {
      throw row.error(column, "`\(row[column])` is not a day (2024-05-12)")
    }
    return code
  }
}
