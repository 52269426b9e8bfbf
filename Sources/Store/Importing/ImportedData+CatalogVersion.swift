import Catalog

extension ImportedData {
  /// Adapts imported data to another version of the shipped catalog, which may have given its ids
  /// to other measures, dimensions and values. What the catalog no longer has becomes the user's
  /// own; what was the user's own and is in the catalog now becomes the catalog's.
  func adapt() throws(DatabaseError) {
    try migrate()
    let measures = try renumbering(of: "measure")
    let dimensions = try renumbering(of: "dimension")
    let members = try renumbering(of: "member").merging(ownMembersThatAreShippedNow(dimensions)) {
      own,
      _ in own
    }
    try renumber(measures, in: ["dataset_measure", "coverage"], column: "measure")
    try renumber(
      dimensions,
      in: ["dataset_dimension", "dataset_other", "meaning", "member"],
      column: "dimension"
    )
    try renumberFacts(members)
    try renumber(members, in: ["dataset_member", "meaning"], column: "member")
    try renumberLists(dimensions, members)
    try noteDimensions()
    try dropUnusedNames()
    try CatalogVersion.note(in: database)
  }

  // MARK: What has which number now

  /// The new id of each shipped thing whose id changed, by its old id.
  private func renumbering(of kind: String) throws(DatabaseError) -> [Int: Int] {
    let known = try database.all(
      "SELECT id, key, dimension, name FROM imported.known WHERE kind = '\(kind)'"
    ) { Known(row: $0) }
    var numbers: [String: Int] = [:]
    for (own, sql) in CatalogVersion.keys where own == kind {
      let rows = try database.all(sql) {
        (id: $0.integer(at: 0), key: $0.text(at: 2) + "/" + $0.text(at: 1))
      }
      for row in rows { numbers[row.key] = row.id }
    }
    var changed: [Int: Int] = [:]
    for old in known {
      var new = numbers[old.dimension + "/" + old.key]
      if new == nil { new = try ownNumber(kind, old) }
      if let new, new != old.id { changed[old.id] = new }
    }
    return changed
  }

  /// Values of the user's own that the catalog knows by now, by their numbers.
  private func ownMembersThatAreShippedNow(
    _ dimensions: [Int: Int]
  ) throws(DatabaseError) -> [Int: Int] {
    let own = try database.all("SELECT id, name, dimension FROM imported.member") {
      (id: $0.integer(at: 0), name: $0.text(at: 1), dimension: $0.integer(at: 2))
    }
    let shipped = try database.prepare(
      """
      SELECT member.id, text FROM main.spelling JOIN main.member ON member.id = target
      WHERE spelling.key = ? AND kind = 3 AND member.dimension = ?
      ORDER BY preference, member.id
      """
    )
    var found: [Int: Int] = [:]
    var taken: Set<Int> = []
    for member in own {
      shipped.bind(Spelling.key(of: member.name), at: 0)
      shipped.bind(dimensions[member.dimension] ?? member.dimension, at: 1)
      while try shipped.step() {
        let id = shipped.integer(at: 0)
        // With two values that are spellings of one, one key could have two facts.
        guard Label.isSpelling(member.name, of: shipped.text(at: 1)), !taken.contains(id) else {
          continue
        }
        found[member.id] = id
        taken.insert(id)
        break
      }
      shipped.reset()
    }
    return found
  }

  /// The number of something that the catalog no longer has, where imported data use it.
  private func ownNumber(_ kind: String, _ old: Known) throws(DatabaseError) -> Int? {
    switch kind {
    case "measure":
      guard try isUsed("SELECT 1 FROM imported.dataset_measure WHERE measure = \(old.id)") else {
        return nil
      }
      try addMeasure(name: old.name, unit: "events", kind: .flow)
      return try database.all("SELECT max(id) FROM imported.measure") { $0.integer(at: 0) }.first
    case "dimension":
      guard try isUsed("SELECT 1 FROM imported.dataset_dimension WHERE dimension = \(old.id)")
      else { return nil }
      try addDimension(name: old.name)
      return try database.all("SELECT max(id) FROM imported.dimension") { $0.integer(at: 0) }.first
    default:
      guard
        try isUsed(
          """
          SELECT 1 FROM imported.dataset_member WHERE member = \(old.id)
          UNION ALL SELECT 1 FROM imported.dataset WHERE ' ' || scope || ' ' LIKE '%=\(old.id) %'
          """
        )
      else { return nil }
      let found = try database.prepare("SELECT id FROM main.dimension WHERE key = ?")
      found.bind(old.dimension, at: 0)
      guard try found.step() else { return nil }
      return try memberWriter().add(old.name, to: found.integer(at: 0))
    }
  }

  private func isUsed(_ sql: String) throws(DatabaseError) -> Bool {
    try database.prepare(sql).step()
  }

  // MARK: Giving new numbers

  /// In two steps, since an id may be the new one of one thing and the old one of another.
  private func renumber(
    _ numbers: [Int: Int],
    in tables: [String],
    column: String
  ) throws(DatabaseError) {
    for table in tables {
      let update = try database.prepare(
        "UPDATE imported.\(table) SET \(column) = -?2 WHERE \(column) = ?1"
      )
      for (old, new) in numbers {
        update.bind(old, at: 0)
        update.bind(new, at: 1)
        _ = try update.step()
        update.reset()
      }
      try database.execute(
        "UPDATE imported.\(table) SET \(column) = -\(column) WHERE \(column) < 0"
      )
    }
  }

  /// Rewrites the facts in the order of their new keys.
  private func renumberFacts(_ members: [Int: Int]) throws(DatabaseError) {
    guard !members.isEmpty else { return }
    try database.execute("CREATE TEMP TABLE renumbered (old INTEGER PRIMARY KEY, new INTEGER)")
    let writer = try database.prepare("INSERT INTO temp.renumbered VALUES (?, ?)")
    for (old, new) in members {
      writer.bind(old, at: 0)
      writer.bind(new, at: 1)
      _ = try writer.step()
      writer.reset()
    }
    let tables = try database.all(
      "SELECT name, sql FROM imported.sqlite_schema WHERE type = 'table' AND name LIKE 'facts\\_%' ESCAPE '\\'"
    ) { (name: $0.text(at: 0), sql: $0.text(at: 1)) }
    for table in tables { try renumberFacts(table.name, table.sql) }
    try database.execute("DROP TABLE temp.renumbered")
  }

  private func renumberFacts(_ table: String, _ definition: String) throws(DatabaseError) {
    let columns = try database.all(
      "SELECT name, pk FROM pragma_table_info('\(table)', 'imported')"
    ) { (name: $0.text(at: 0).inDoubleQuotes, key: $0.integer(at: 1)) }
    let values = columns.map { column in
      column.key < 3
        ? column.name
        : "coalesce((SELECT new FROM temp.renumbered WHERE old = \(column.name)), \(column.name))"
    }
    let order = (1...max(1, columns.count { $0.key > 0 })).map(String.init)
    let start = "CREATE TABLE \(table.inDoubleQuotes)"
    try database.execute(
      """
      ALTER TABLE imported.\(table.inDoubleQuotes) RENAME TO "old_facts";
      CREATE TABLE imported.\(table.inDoubleQuotes)\(definition.dropFirst(start.utf8.count));
      INSERT INTO imported.\(table.inDoubleQuotes) (\(columns.map(\.name).joined(separator: ", ")))
      SELECT \(values.joined(separator: ", "))
      FROM imported."old_facts"
      ORDER BY \(order.joined(separator: ", "));
      DROP TABLE imported."old_facts";
      """
    )
  }

  /// The dimensions and the scope of datasets, which are lists.
  private func renumberLists(_ dimensions: [Int: Int], _ members: [Int: Int]) throws(DatabaseError)
  {
    let rows = try database.all("SELECT id, dimensions, scope FROM imported.dataset") {
      (id: $0.integer(at: 0), dimensions: $0.integers(at: 1), scope: $0.scope(at: 2))
    }
    let update = try database.prepare(
      "UPDATE imported.dataset SET dimensions = ?2, scope = ?3 WHERE id = ?1"
    )
    for row in rows {
      let own = row.dimensions.map { "\(dimensions[$0] ?? $0)" }
      let scope = row.scope.map {
        Dataset.ScopeEntry(
          dimension: dimensions[$0.dimension] ?? $0.dimension,
          member: members[$0.member] ?? $0.member
        )
      }
      update.bind(row.id, at: 0)
      update.bind(own.joined(separator: " "), at: 1)
      update.bind(scope.text, at: 2)
      _ = try update.step()
      update.reset()
    }
  }
}

/// What an id meant in a version of the catalog.
private struct Known {
  let id: Int
  let key: String
  /// The key of the dimension of a value.
  let dimension: String
  let name: String

  init(row: PreparedStatement) {
    id = row.integer(at: 0)
    key = row.text(at: 1)
    dimension = row.text(at: 2)
    name = row.text(at: 3)
  }
}
