import Asking
import Catalog
import Foundation
import Planner
import SQLCompiler
import Shell
import Store
import TestSupport
import Testing

@Suite("Whatever is answered")
struct DataProperties {
  @Test("SQLite runs the SQL of any planned question", arguments: [51, 52, 53])
  func runs(_ seed: UInt64) throws {
    let shipped = try Shipped.shared.get()
    var planned = 0
    shipped.check(160, seed: seed) { question, _ in
      guard case .success(let plan) = try shipped.plan(question) else { return }
      planned += 1
      let rows = try shipped.pipeline.database.prepare(shipped.pipeline.compile(plan).sql)
      while try rows.step() {}
    }
    #expect(planned > 15, "too few questions could be planned to prove anything")
  }

  @Test("the parts of a whole add up to it")
  func partsAddUp() throws {
    let shipped = try Shipped.shared.get()
    var compared = 0
    for part in try breakdowns() {
      let period = "in fy\(part.year)"
      compared += try compare(
        "\(part.measure) \(period)",
        "\(part.measure) by \(part.dimension) \(period)",
        part.measureKey,
        shipped
      )
    }
    #expect(compared > 20, "too few pairs came from one table to prove anything")
  }

  @Test("the months of a year add up to it")
  func monthsAddUp() throws {
    let shipped = try Shipped.shared.get()
    var compared = 0
    for measure in try monthly() {
      for year in [2015, 2019, 2021, 2024] {
        compared += try compare(
          "\(measure.name) by fy in fy\(year)",
          "\(measure.name) by month in fy\(year)",
          measure.key,
          shipped
        )
      }
    }
    #expect(compared > 10, "too few pairs came from one table to prove anything")
  }

  @Test("a value as a filter gives what its row says in the breakdown")
  func filtersAgree() throws {
    let shipped = try Shipped.shared.get()
    var dice = Dice(seed: 71)
    var compared = 0
    for part in try breakdowns() {
      let whole = "\(part.measure) by \(part.dimension) in fy\(part.year)"
      guard case .success = try shipped.plan(whole) else { continue }
      for row in try shipped.rows(whole).shuffled(using: &dice).prefix(6) {
        let value = row.values.compactMap { $0 as? String }.joined()
        let filter = "where \(part.dimension) = \"\(value)\" in fy\(part.year)"
        let figure = (row[part.measureKey] as? NSNumber)?.doubleValue ?? 0
        let alone = "\(part.measure) \(filter)"
        let slack = try slack(whole, alone, shipped)
        if slack == 0 { compared += 1 }
        let difference =
          try sum(alone, part.measureKey, shipped) - Int((figure * 1_000).rounded())
        #expect(abs(difference) <= slack, "\(alone)")
      }
    }
    #expect(compared > 20, "too few pairs came from one table to prove anything")
  }

  /// How far two answers that should be alike may lie from one another, in thousandths: nothing where the same tables
  /// give both, else less than what each of them is rounded to. Half of it is rounding, the rest what a release of
  /// another day counts otherwise.
  private func slack(_ one: String, _ other: String, _ shipped: Shipped) throws -> Int {
    let plans = try [one, other].map { try shipped.plan($0).get() }
    guard shipped.datasets(plans[0]) != shipped.datasets(plans[1]) else { return 0 }
    return plans.reduce(0) { slack, plan in
      let steps = plan.figures.flatMap(\.segments).map(\.candidate.dataset.rounding)
      return slack + (steps.max().map { $0 > 1 ? $0 * 1_000 - 1 : 0 } ?? 0)
    }
  }

  @Test("rollups equal the tables that they sum")
  func rollupsEqualBases() throws {
    let database = try Shipped.shared.get().pipeline.database
    let rollups = try database.column(
      "SELECT id || ' ' || rollup_of || ' ' || subject FROM dataset WHERE rollup_of != 0"
    )
    #expect(!rollups.isEmpty)
    for rollup in rollups {
      let parts = rollup.split(separator: " ").map(String.init)
      let measures = try database.column(
        """
        SELECT key FROM measure JOIN dataset_measure ON dataset_measure.measure = measure.id
        WHERE dataset = \(parts[0])
        """
      )
      let dimensions = try database.column(
        """
        SELECT dimension.key FROM dataset JOIN dimension
        ON ' ' || dimensions || ' ' LIKE '% ' || dimension.id || ' %' WHERE dataset.id = \(parts[0])
        """
      )
      let keys = (["period"] + dimensions).joined(separator: ", ")
      let sums = measures.map { "sum(\($0))" }.joined(separator: ", ")
      func rows(_ dataset: String) -> String {
        "SELECT \(keys), \(sums) FROM \(parts[2]) WHERE dataset = \(dataset) GROUP BY \(keys)"
      }
      for (one, other) in [(parts[0], parts[1]), (parts[1], parts[0])] {
        let strays = try database.column("\(rows(one)) EXCEPT \(rows(other))")
        #expect(strays.isEmpty, "rollup \(rollup) by \(keys)")
      }
    }
  }

  // MARK: Comparing a whole with its parts

  /// 1 when both questions are answered from the same one table, and equal.
  private func compare(
    _ whole: String,
    _ parts: String,
    _ column: String,
    _ shipped: Shipped
  ) throws -> Int {
    guard case .success(let first) = try shipped.plan(whole),
      case .success(let second) = try shipped.plan(parts),
      shipped.datasets(first) == shipped.datasets(second), shipped.datasets(first).count == 1
    else { return 0 }
    #expect(try sum(whole, column, shipped) == sum(parts, column, shipped), "\(whole)\n\(parts)")
    return 1
  }

  /// In thousandths, which are the finest that is published.
  private func sum(_ question: String, _ column: String, _ shipped: Shipped) throws -> Int {
    try shipped.rows(question).compactMap { ($0[column] as? NSNumber)?.doubleValue }
      .reduce(0) { $0 + Int(($1 * 1_000).rounded()) }
  }

  private struct Breakdown {
    let measure: String
    let measureKey: String
    let dimension: String
    let year: Int
  }

  /// A year of every breakdown that a complete and exact table holds.
  private func breakdowns() throws -> [Breakdown] {
    let rows = try Shipped.shared.get().pipeline.database.column(
      """
      SELECT DISTINCT measure.name || '|' || measure.key || '|' || dimension.name || '|' ||
      CASE WHEN coverage.last > 9999 THEN coverage.last / 100 - 1 ELSE coverage.last END
      FROM dataset
      JOIN coverage ON coverage.dataset = dataset.id
      JOIN measure ON measure.id = coverage.measure
      JOIN dimension ON ' ' || dimensions || ' ' LIKE '% ' || dimension.id || ' %'
      JOIN dataset_measure ON dataset_measure.dataset = dataset.id
      AND dataset_measure.measure = measure.id
      WHERE complete AND NOT dataset.superseded AND rounding = 1 AND time IN ('fy', 'month')
      AND rollup_of = 0 AND over_time = 'sum' AND dataset_measure.withheld = 0 AND dataset.scope = ''
      """
    )
    return rows.map { row in
      let parts = row.split(separator: "|").map(String.init)
      return Breakdown(
        measure: parts[0],
        measureKey: parts[1],
        dimension: parts[2],
        year: Int(parts[3]) ?? 2020
      )
    }
  }

  /// Measures that add up over time and are held by month.
  private func monthly() throws -> [(name: String, key: String)] {
    let rows = try Shipped.shared.get().pipeline.database.column(
      """
      SELECT DISTINCT measure.name || '|' || measure.key FROM coverage
      JOIN dataset ON dataset.id = coverage.dataset AND dataset.time = 'month'
      JOIN measure ON measure.id = coverage.measure AND over_time = 'sum'
      """
    )
    return rows.map { row in
      let parts = row.split(separator: "|").map(String.init)
      return (parts[0], parts[1])
    }
  }
}
