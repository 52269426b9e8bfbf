import Catalog

extension SeedLoader {
  /// `groups.csv`. A group may not take the id of a member of its dimension.
  func loadGroups() throws {
    let writer = TableWriter("member_group", of: database)
    var seen: [Set<String>] = Array(repeating: [], count: dimensions.count)
    let rows = try rows(of: "catalog/groups.csv", columns: "dimension,id,name,members,aliases")
    for (index, row) in rows.enumerated() {
      var form = KeyIndex("group", form: .snakeCase)
      _ = try form.add(row)
      let key = row["id"]
      let dimension = try dimensionKeys.number(of: row["dimension"], in: row, column: "dimension")
      guard seen[dimension - 1].insert(key).inserted else {
        throw row.error("id", "a second group `\(key)` in dimension \(row["dimension"])")
      }
      guard dimensions[dimension - 1].memberNumbers[key] == nil else {
        throw row.error("id", "dimension \(row["dimension"]) has a member `\(key)`")
      }
      _ = try row.required("members")
      let members = try row.set("members").map {
        try number(ofMember: $0, dimension: dimension, in: row, column: "members")
      }
      try spellings.add(
        .group,
        index + 1,
        row,
        dimension: dimension,
        names: ["name", "id"],
        aliases: "aliases"
      )
      let list = members.map(String.init).joined(separator: " ")
      try writer.insert([
        "id": index + 1,
        "key": key,
        "dimension": dimension,
        "name": row["name"],
        "members": list,
      ])
    }
  }
}
