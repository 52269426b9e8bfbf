import Catalog

extension SeedLoader {
  /// `members.csv`: first every id, since a parent may come later.
  func loadMembers() throws {
    let rows = try rows(of: "catalog/members.csv", columns: "dimension,id,name,parent,aliases")
    for row in rows { try addMember(row) }
    let writer = TableWriter("member", of: database)
    for (index, row) in rows.enumerated() {
      members[index].parent = try parent(of: members[index], in: row)
      let member = members[index]
      let record = MemberRecord(
        id: index + 1,
        key: member.key,
        dimension: member.dimension,
        name: row["name"],
        parent: member.parent
      )
      try writer.insert(record.row(rest: member.rest))
    }
  }

  private func addMember(_ row: SeedRow) throws {
    // Ids are unique only within their dimension, so the index only checks how they are written.
    var form = KeyIndex("member", form: .snakeCase)
    _ = try form.add(row)
    let key = row["id"]
    let dimension = try dimensionKeys.number(of: row["dimension"], in: row, column: "dimension")
    let number = members.count + 1
    guard dimensions[dimension - 1].memberNumbers.updateValue(number, forKey: key) == nil else {
      throw row.error("id", "a second member `\(key)` in dimension \(row["dimension"])")
    }
    let rest = MemberRecord.rest(of: key)
    members.append(SeedMember(key: key, dimension: dimension, parent: 0, rest: rest))
    try spellings.add(
      .member,
      number,
      row,
      dimension: dimension,
      names: ["name", "id"],
      aliases: "aliases"
    )
  }

  private func parent(of member: SeedMember, in row: SeedRow) throws -> Int {
    let parent = row["parent"]
    guard !parent.isEmpty else { return 0 }
    let coarser = dimensions[member.dimension - 1].parent
    guard coarser != 0 else {
      throw row.error("parent", "dimension \(row["dimension"]) has no parent")
    }
    return try number(ofMember: parent, dimension: coarser, in: row, column: "parent")
  }

  /// The id of a member of a dimension that a row refers to.
  func number(
    ofMember key: String,
    dimension: Int,
    in row: SeedRow,
    column: String
  ) throws -> Int {
    let dimension = dimensions[dimension - 1]
    guard let number = dimension.memberNumbers[key] else {
      throw row.error(
        column,
        "no member `\(key)` in dimension \(dimension.key)",
        hint: nearestHint(to: key, among: dimension.memberNumbers.keys.sorted())
      )
    }
    return number
  }
}
