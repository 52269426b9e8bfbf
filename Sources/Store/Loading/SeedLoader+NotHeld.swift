import Catalog

extension SeedLoader {
  /// `not-held.csv`: what people ask for and is not in the data. That each nearest question has an
  /// answer is tested, since only the query language reads it.
  func loadNotHeld() throws {
    var keys = KeyIndex("thing that is not held", form: .snakeCase)
    let writer = TableWriter("not_held", of: database)
    let columns = "id,name,aliases,about,reason,note,where,nearest"
    for row in try rows(of: "catalog/not-held.csv", columns: columns) {
      let number = try keys.add(row)
      try spellings.add(.notHeld, number, row, names: ["name"], aliases: "aliases")
      try writer.insert([
        "id": number,
        "key": row["id"],
        "name": row["name"],
        "about": row.required("about"),
        "reason": row.word("reason", of: NotHeld.Reason.allCases.map(\.rawValue)),
        "note": row.required("note"),
        "published_by": row["where"],
        "nearest": row.required("nearest"),
      ])
    }
    try loadNotHeldPairs(keys)
  }

  /// `not-held-pairs.csv`: the same as pairs of what is counted and what is beside it.
  private func loadNotHeldPairs(_ things: KeyIndex) throws {
    let writer = TableWriter("not_held_pair", of: database)
    let columns = "thing,measures,beside,instead,note"
    for row in try rows(of: "catalog/not-held-pairs.csv", columns: columns) {
      let thing = try things.number(of: row["thing"], in: row, column: "thing")
      let measures = try measureKeys.all(row, "measures")
      guard row["instead"].isEmpty == row["note"].isEmpty else {
        throw row.error("note", "must be there with `instead`, and only with it")
      }
      let names = Set(try row.set("beside").map { Spelling.key(of: $0) }).sorted()
      guard !names.isEmpty else { throw row.error("beside", "must not be empty") }
      for measure in measures {
        for name in names {
          try writer.insert([
            "measure": measure, "beside": name, "thing": thing, "instead": row["instead"],
            "note": row["note"],
          ])
        }
      }
    }
  }
}
