import Catalog

/// Adds values of dimensions, in constant time for each.
package final class MemberWriter {
  private let members: TableWriter
  private let spellings: TableWriter
  private let isTaken: PreparedStatement
  private var nextID: Int
  /// By the hash of dimension and key, the last number that was given, as others had the key. Most
  /// keys are wished for once and are not here. Only the hash is kept: it tells where to begin.
  private var numbers: [Int: Int] = [:]

  init(_ data: ImportedData) throws(DatabaseError) {
    members = TableWriter("member", in: Database.importedName, of: data.database)
    spellings = TableWriter("spelling", in: Database.importedName, of: data.database)
    isTaken = try data.database.prepare(
      """
      SELECT 1 FROM imported.member WHERE dimension = ?1 AND key = ?2
      UNION ALL SELECT 1 FROM main.member WHERE dimension = ?1 AND key = ?2
      """
    )
    nextID = try data.nextID(of: "member")
  }

  /// Adds a value and returns its id. The key that it is stored under is its name in snake case,
  /// with a number where others have the same: `<18` and `18+` are `18` and `18_2`.
  package func add(_ name: String, to dimension: Int) throws(DatabaseError) -> Int {
    defer { nextID += 1 }
    let label = Label.key(of: name)
    let rest = MemberRecord.rest(of: label)
    let key = try freeKey(ImportedData.key(of: name), dimension)
    let record = MemberRecord(id: nextID, key: key, dimension: dimension, name: name)
    try members.insert(record.row(rest: rest))
    try spellings.insert(SpellingRecord(name, names: nextID, of: .member).row)
    return nextID
  }

  private func freeKey(_ wished: String, _ dimension: Int) throws(DatabaseError) -> String {
    if try !isTaken(wished, dimension) { return wished }
    var hasher = Hasher()
    hasher.combine(dimension)
    hasher.combine(wished)
    let hash = hasher.finalize()
    let number = try freeNumber(for: wished, dimension, after: numbers[hash] ?? 1)
    numbers[hash] = number
    return "\(wished)_\(number)"
  }

  /// A number that is free, after one that is not: in steps that double, and then halve.
  private func freeNumber(
    for wished: String,
    _ dimension: Int,
    after known: Int
  ) throws(DatabaseError) -> Int {
    var (taken, step) = (known, 1)
    while try isTaken("\(wished)_\(taken + step)", dimension) {
      (taken, step) = (taken + step, step * 2)
    }
    var free = taken + step
    while free - taken > 1 {
      let middle = (taken + free) / 2
      if try isTaken("\(wished)_\(middle)", dimension) { taken = middle } else { free = middle }
    }
    return free
  }

  private func isTaken(_ key: String, _ dimension: Int) throws(DatabaseError) -> Bool {
    defer { isTaken.reset() }
    isTaken.bind(dimension, at: 0)
    isTaken.bind(key, at: 1)
    return try isTaken.step()
  }
}
