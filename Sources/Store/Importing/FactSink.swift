import Catalog
import Importing

/// Writes the rows of one dataset, in the order of their key, and summarizes them.
final class FactSink: TableRowSink {
  private(set) var summary: FactsSummary
  private let statement: Statement
  private let members: [[Int]]
  private let measureCount: Int
  /// Called now and then while rows come, and stops by throwing.
  private let watch: () throws -> Void

  /// `dimensions` and `measures` are names of columns, `members` the values of each dimension.
  init(
    _ table: String,
    dataset: Int,
    _ dimensions: [String],
    _ members: [[Int]],
    _ measures: [String],
    _ time: PublishedTime,
    _ database: Database,
    placed: [[Bool]?],
    rests: [[Member.Rest]],
    watch: @escaping () throws -> Void
  ) throws(DatabaseError) {
    self.watch = watch
    let columns = ["dataset", "period"] + dimensions + measures + ["withheld"]
    statement = try database.insertion(into: table, columns: columns)
    statement.bind(dataset, at: 0)
    self.members = members
    measureCount = measures.count
    summary = FactsSummary(measures: measures.count, time: time, placed: placed, rests: rests)
  }

  func take(_ row: TableRow) throws {
    if summary.size % 8_192 == 8_191 { try watch() }
    statement.bind(row.period, at: 1)
    var column = 2
    for (dimension, place) in row.places.enumerated() {
      statement.bind(members[dimension][Int(place)], at: column)
      column += 1
    }
    var withheld = 0
    for figure in 0..<measureCount {
      if row.hasNumber(figure) {
        statement.bind(Int(row.figures[figure]), at: column)
      } else {
        statement.bindNull(at: column)
      }
      if row.isWithheld(figure) { withheld |= 1 << figure }
      column += 1
    }
    statement.bind(withheld, at: column)
    _ = try statement.step()
    statement.reset()
    summary.add(row)
  }
}
