extension SeedLoader {
  /// Systems, programs and operations. Their status is told in plain words.
  func loadPrograms() throws {
    let columns =
      "id,name,aliases,kind,description,measures,figures,documents,from,to,status,note"
    let writer = try TableWriter("program", of: database)
    for row in try rows(of: "documents/programs.csv", columns: columns) {
      _ = try row.list("aliases")
      _ = try measureKeys.all(row, "measures")
      _ = try figures.all(row, "figures")
      _ = try documents.all(row, "documents")
      try writer.insert(
        programs.add(row),
        row["id"],
        row.required("name"),
        row["aliases"],
        row.required("kind"),
        row.required("description"),
        row["measures"],
        row["figures"],
        row["documents"],
        row.date("from"),
        row.date("to"),
        row["status"],
        row["note"]
      )
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
    let writer = try TableWriter("rule", of: database)
    for row in try rows(of: "documents/rules.csv", columns: columns) {
      _ = try programs.number(of: row["program"], in: row, column: "program")
      _ = try documents.optional(row, "document")
      try row.checkNumber("quantity")
      try writer.insert(
        rules.add(row),
        row["id"],
        row.required("name"),
        row["program"],
        row["quantity"],
        row.required("unit"),
        row.word("direction", of: directions),
        row.date("valid_from"),
        row.date("valid_to"),
        row["basis"],
        row["document"],
        row["outcome"],
        row["note"]
      )
    }
  }
}
