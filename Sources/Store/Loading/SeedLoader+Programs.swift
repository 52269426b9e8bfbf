extension SeedLoader {
  /// Systems, programs and operations. Their status is in plain words.
  func loadPrograms() throws {
    let columns =
      "id,name,aliases,kind,description,measures,figures,documents,from,to,status,note"
    let writer = TableWriter("program", of: database)
    for row in try rows(of: "documents/programs.csv", columns: columns) {
      _ = try row.list("aliases")
      _ = try measureKeys.all(row, "measures")
      _ = try figures.all(row, "figures")
      _ = try documents.all(row, "documents")
      try writer.insert([
        "id": programs.add(row),
        "key": row["id"],
        "name": row.required("name"),
        "aliases": row["aliases"],
        "kind": row.required("kind"),
        "description": row.required("description"),
        "measures": row["measures"],
        "figures": row["figures"],
        "documents": row["documents"],
        "from": row.date("from"),
        "to": row.date("to"),
        "status": row["status"],
        "note": row["note"],
      ])
    }
  }

  /// Thresholds and dates in force.
  func loadRules() throws {
    let columns =
      "id,name,program,quantity,unit,direction,valid_from,valid_to,basis,document,outcome,note"
    let directions = [
      "at_most", "at_least", "less_than", "more_than", "equals", "between", "from",
    ]
    var rules = KeyIndex("rule", form: .snakeCase)
    let writer = TableWriter("rule", of: database)
    for row in try rows(of: "documents/rules.csv", columns: columns) {
      _ = try programs.number(of: row["program"], in: row, column: "program")
      _ = try documents.optional(row, "document")
      try row.checkNumber("quantity")
      try writer.insert([
        "id": rules.add(row),
        "key": row["id"],
        "name": row.required("name"),
        "program": row["program"],
        "quantity": row["quantity"],
        "unit": row.required("unit"),
        "direction": row.word("direction", of: directions),
        "valid_from": row.date("valid_from"),
        "valid_to": row.date("valid_to"),
        "basis": row["basis"],
        "document": row["document"],
        "outcome": row["outcome"],
        "note": row["note"],
      ])
    }
  }
}
