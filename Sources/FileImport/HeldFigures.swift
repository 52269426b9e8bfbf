import Asking
import Catalog
import Importing
import Output
import Planner
import Results
import Store

/// What is answered for the periods of a table that is imported, by their codes.
struct HeldFigures {
  /// What is answered for a period.
  struct Figure: Equatable {
    /// As a whole number of the measure's smallest parts; `nil` where there is no figure.
    let value: Int?
    let isPartial: Bool
    /// Whether it is at least this, since some cells of it are not told.
    var isFloor = false
    /// The tables that answer.
    let datasets: [Dataset]

    static func == (a: Figure, b: Figure) -> Bool {
      a.value == b.value && a.isPartial == b.isPartial && a.isFloor == b.isFloor
    }
  }

  private(set) var figures: [Int: Figure] = [:]

  /// Answers for every `unit` from the first to the last period of the table, or for the whole
  /// years that those lie in. What cannot be answered is not held.
  init(
    _ table: TableInMaking,
    _ measure: Measure,
    by unit: String,
    inWhole year: TimeUnit? = nil,
    _ pipeline: Pipeline
  ) throws {
    guard let first = table.totals.first?.period, let last = table.totals.last?.period else {
      return
    }
    let own = DayRange(table.days(of: first).first, table.days(of: last).last)
    let days =
      year.map { unit in
        DayRange.from(Period(unit, containing: own.first), to: Period(unit, containing: own.last))
      } ?? own
    let ends = [days.first, days.last].map { Period.day($0).exported }
    let condition = pipeline.catalog.clause(of: table.table.format.scope)
    let question =
      "\"\(measure.key)\"\(condition) by \(unit) from \(ends[0]) to \(ends[1])"
    guard let plan = try? pipeline.plan(question) else { return }
    var format: any OutputFormat = KeptRows(style: OutputStyle())
    try pipeline.answer(plan, as: &format, into: UnreadSink())
    let datasets = Self.datasets(of: plan)
    // A quarter of a table has the code of its first day.
    let code = { (period: Period) in
      period.unit == .quarter ? Period(.day, containing: period.days.first).code : period.code
    }
    for row in (format as? KeptRows)?.rows ?? [] {
      guard case .period(let period)? = row.cells.first, let cell = row.cells.last else { continue }
      figures[code(period)] = Figure(
        value: Self.value(cell, measure.scale),
        isPartial: row.isPartial,
        isFloor: Self.isFloor(cell),
        datasets: datasets[period.code] ?? []
      )
    }
  }

  /// By the code of a period.
  private static func datasets(of plan: QueryPlan) -> [Int: [Dataset]] {
    guard let figure = plan.figures.first else { return [:] }
    var found: [Int: [Dataset]] = [:]
    for (index, piece) in plan.pieces.enumerated() {
      guard let period = piece.period else { continue }
      found[period.code] = figure.rows[index].sources.map { figure.segments[$0].candidate.dataset }
    }
    return found
  }

  private static func isFloor(_ cell: Cell) -> Bool {
    if case .number(_, .floor) = cell { true } else { false }
  }

  /// `147.048` as 147048.
  private static func value(_ cell: Cell, _ scale: Int) -> Int? {
    switch cell {
    case .number(.integer(let number), _): number * scale
    case .number(.real(let number), _): Int((number * Double(scale)).rounded())
    case .period, .text, .missing, .verdict, .sparkline, .sources, .records: nil
    }
  }
}

extension Measure {
  /// A figure of the measure as it is read: `1,208`, `147.048`.
  func written(_ value: Int) -> String {
    guard scale > 1 else { return grouped(value) }
    let (whole, rest) = value.magnitude.quotientAndRemainder(dividingBy: UInt(scale))
    let digits = String(rest)
    let zeros = String(repeating: "0", count: String(scale).utf8.count - 1 - digits.utf8.count)
    return (value < 0 ? "-" : "") + grouped(Int(whole)) + "." + zeros + digits
  }
}
