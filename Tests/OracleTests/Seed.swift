import Foundation
import Store
import TestSupport

/// The seed as plain SQL tables, read without the program's loader.
///
/// Each published table is a table of its own, called by its id in `datasets.csv`. Dimensions hold
/// the names of their members, measures plain numbers; what is withheld or not published is `NULL`.
/// Tables by month also have `fy`, `cy` and `quarter`. Beside them are `member(name, parent)`,
/// `member_of("group", member)`, and the names of rests, `other(name)` and `unknown(name)`.
final class Seed {
  private let database: Database
  private let names: [String: String]
  private var loaded: Set<String> = []

  /// That of the thread that asks.
  static var shared: Result<Seed, any Error> { Result { try ofThread.get() } }
  private static let ofThread = PerThread("Seed") { try Seed() }

  private init() throws {
    database = try Database(creating: ":memory:")
    let members = try CommaSeparated(contentsOf: Self.catalog + "members.csv")
    var names: [String: String] = [:]
    for member in members.rows { names[member["dimension"] + "=" + member["id"]] = member["name"] }
    self.names = names
    try loadMembers(members)
    try loadGroups()
  }

  /// The rows of a query over published tables, which are loaded when they are named.
  func rows(_ sql: String) throws -> [Row] {
    for name in sql.components(separatedBy: "\"") where name.contains("-") { try load(name) }
    try database.execute("DROP VIEW IF EXISTS oracle; CREATE VIEW oracle AS \(sql)")
    let columns = try database.columns(of: "oracle")
    let statement = try database.prepare(sql)
    var rows: [Row] = []
    while try statement.step() {
      let cells = columns.indices.map { (columns[$0], cell(statement, $0)) }
      rows.append(Row(cells: Dictionary(uniqueKeysWithValues: cells)))
    }
    return rows
  }

  private func cell(_ statement: PreparedStatement, _ column: Int) -> Cell {
    if statement.isNull(at: column) { return .missing }
    let text = statement.text(at: column)
    return Double(text).map(Cell.number) ?? .text(text)
  }

  // MARK: The catalog

  private static let catalog = ShippedDatabase.repository + "/seed/catalog/"

  private func loadMembers(_ members: CommaSeparated) throws {
    let dimensions = try CommaSeparated(contentsOf: Self.catalog + "dimensions.csv")
    var parents: [String: String] = [:]
    for dimension in dimensions.rows { parents[dimension["id"]] = dimension["parent"] }
    try create("member", ["name", "parent"])
    try insert(
      members.rows.map { member in
        let parent = (parents[member["dimension"]] ?? "") + "=" + member["parent"]
        return [.text(member["name"]), names[parent].cell]
      },
      into: "member"
    )
    for rest in ["other", "unknown"] {
      try create(rest, ["name"])
      let rows = members.rows.filter { $0["id"] == rest }
      try insert(rows.map { [.text($0["name"])] }, into: rest)
    }
  }

  private func loadGroups() throws {
    let groups = try CommaSeparated(contentsOf: Self.catalog + "groups.csv")
    try create("member_of", ["group", "member"])
    try insert(
      groups.rows.flatMap { group in
        group["members"].components(separatedBy: "; ").map { member in
          [.text(group["name"]), names[group["dimension"] + "=" + member].cell]
        }
      },
      into: "member_of"
    )
  }

  // MARK: Published tables

  private func load(_ dataset: String) throws {
    guard loaded.insert(dataset).inserted, let file = try Self.files.get()[dataset] else { return }
    let table = try CommaSeparated(contentsOf: file)
    let isMonthly = table.header.first == "month"
    try create(dataset, table.header + (isMonthly ? ["fy", "cy", "quarter"] : []))
    try insert(
      table.rows.map { row in
        let cells = zip(table.header, row.cells).map(value)
        return isMonthly ? cells + calendar(of: row["month"]) : cells
      },
      into: dataset
    )
  }

  private static let files = Result {
    let folder = ShippedDatabase.repository + "/seed/datasets"
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".csv") }
    return Dictionary(
      uniqueKeysWithValues: paths.map { path in
        (URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent, folder + "/" + path)
      }
    )
  }

  private func value(_ column: String, _ cell: String) -> Value {
    if let name = names[column + "=" + cell] { return .text(name) }
    if cell.isEmpty || cell == "D" { return .null }
    return Int(cell).map(Value.integer) ?? .text(cell)
  }

  /// The fiscal year, the calendar year and the quarter of a month after 1976.
  private func calendar(of month: String) -> [Value] {
    guard let year = Int(month.prefix(4)), let number = Int(month.suffix(2)) else { return [] }
    let fiscalYear = number >= 10 ? year + 1 : year
    let quarter = (number + 2) % 12 / 3 + 1
    return [.integer(fiscalYear), .integer(year), .text("FY\(fiscalYear) Q\(quarter)")]
  }

  // MARK: Writing

  fileprivate enum Value {
    case null
    case integer(Int)
    case text(String)
  }

  private func create(_ table: String, _ columns: [String]) throws {
    let list = columns.map { "\"\($0)\" NUMERIC" }.joined(separator: ", ")
    try database.execute("CREATE TABLE \"\(table)\" (\(list))")
  }

  private func insert(_ rows: [[Value]], into table: String) throws {
    guard let first = rows.first else { return }
    let marks = first.map { _ in "?" }.joined(separator: ", ")
    let statement = try database.prepare("INSERT INTO \"\(table)\" VALUES (\(marks))")
    try database.execute("BEGIN")
    for row in rows {
      for (index, value) in row.enumerated() {
        switch value {
        case .null: statement.bindNull(at: index)
        case .integer(let number): statement.bind(number, at: index)
        case .text(let text): statement.bind(text, at: index)
        }
      }
      _ = try statement.step()
      statement.reset()
    }
    try database.execute("COMMIT")
  }
}

extension String? {
  fileprivate var cell: Seed.Value { map(Seed.Value.text) ?? .null }
}
