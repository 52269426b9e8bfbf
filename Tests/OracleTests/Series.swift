import Foundation
import Testing

/// Figures of one published table by period, and what plain arithmetic says of them: a second way to
/// every verdict, which knows nothing of the program.
struct Series: Sendable {
  /// The names of the periods as typed, in order, each with its figure.
  let periods: [(name: String, value: Double)]

  /// By fiscal year: removals since 1892, exact, from one table.
  static let removals = Result {
    try Series(
      "SELECT 'fy' || fy AS period, removals AS value FROM \"yearbook-2022-table-39\" ORDER BY fy"
    )
  }

  /// By month: apprehensions at the southwest border since October 2018, exact.
  static let apprehensions = Result {
    try Series(
      """
      SELECT month AS period, sum(encounters) AS value
      FROM \(EncounterOracles.southwest) WHERE component = 'Border Patrol'
      GROUP BY month ORDER BY month
      """
    )
  }

  /// By fiscal year: refugee ceilings since 1980, exact, many of them equal.
  static let ceilings = Result {
    try Series(
      "SELECT 'fy' || fy AS period, refugee_ceiling AS value FROM \"prm-refugee-ceiling\" ORDER BY fy"
    )
  }

  private init(_ sql: String) throws {
    periods = try Seed.shared.get().rows(sql).map { row in
      (row.cells["period"]?.description ?? "", try #require(row.number("value")))
    }
  }

  var values: [Double] { periods.map(\.value) }

  /// The place of a period.
  func place(_ name: String) throws -> Int {
    try #require(periods.firstIndex { $0.name == name }, "\(name)")
  }

  /// How many periods up to a place pass a test beside the one before.
  func run(to place: Int, _ passes: (Double, Double) -> Bool) -> Int {
    Self.run(values, to: place, passes)
  }

  /// The same of values.
  static func run(_ values: [Double], to place: Int, _ passes: (Double, Double) -> Bool) -> Int {
    var length = 0
    while place - length > 0, passes(values[place - length - 1], values[place - length]) {
      length += 1
    }
    return length
  }
}

extension Tally {
  /// The verdict on a statement.
  static func verdict(_ statement: String) throws -> String {
    let (answer, complaint) = try reply(to: "check \(statement) | json")
    let rows = try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [[String: Any]]
    return try #require(rows?.first?["verdict"] as? String, "\(statement)\n\(complaint)")
  }
}
