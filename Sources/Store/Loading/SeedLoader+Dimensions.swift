import Catalog

extension SeedLoader {
  /// `dimensions.csv`: first every id, since a parent may come later.
  func loadDimensions() throws {
    let columns = "id,name,plural,parent,aliases,counts,description"
    let rows = try rows(of: "catalog/dimensions.csv", columns: columns)
    for row in rows {
      let number = try dimensionKeys.add(row)
      if builtIn.contains(row["id"]) { throw row.error("id", "`\(row["id"])` is built in") }
      let names = ["name", "plural", "id"]
      try spellings.add(.dimension, number, row, names: names, aliases: "aliases")
    }
    let writer = TableWriter("dimension", of: database)
    for (index, row) in rows.enumerated() {
      let parent = try dimensionKeys.optional(row, "parent")
      dimensions.append(SeedDimension(key: row["id"], parent: parent))
      let record = try DimensionRecord(
        id: index + 1,
        key: row["id"],
        name: row["name"],
        plural: row["plural"],
        parent: parent,
        counts: row["counts"],
        description: row.required("description")
      )
      try writer.insert(record.row)
    }
    if let index = firstInCircle(dimensions.map(\.parent)) {
      throw rows[index].error("parent", "`\(dimensions[index].key)` is its own parent")
    }
  }
}

/// Columns of the fact tables and of the data files that are not dimensions.
private let builtIn: Set<String> = [
  "fy", "quarter", "month", "cy", "date", "start", "end", "dataset", "period", "withheld", "hedge",
  "qualifier",
]
