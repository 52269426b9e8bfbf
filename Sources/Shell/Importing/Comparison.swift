import Catalog
import Importing
import Output
import Planner
import Results
import Store

/// The figures of a file beside those that are held for the same periods, year by year.
struct Comparison {
  /// A year, or what the file holds of it.
  private struct Year {
    var name: String
    var periods = 0
    var own = 0
    var held: Int?
    /// Periods that hold another figure than before.
    var changed = 0
    /// Periods that nothing was held of.
    var new = 0
  }

  private var years: [Year] = []
  private let scale: Int
  private let adds: Bool

  init(
    _ table: TableInMaking,
    _ figure: Int,
    _ measure: Measure,
    _ pipeline: Pipeline
  ) throws {
    scale = measure.scale
    adds = measure.kind == .flow
    let held = HeldFigures(table, measure, pipeline).figures
    for (period, figures) in table.totals {
      guard let own = figures[figure] else { continue }
      let name = Self.year(of: period, table.time, adds)
      if years.last?.name != name { years.append(Year(name: name)) }
      let last = years.count - 1
      years[last].periods += 1
      years[last].own += Int(own)
      if let other = held[period] {
        years[last].held = (years[last].held ?? 0) + other
        if other != Int(own) { years[last].changed += 1 }
      } else {
        years[last].new += 1
      }
    }
    if table.time == .month, adds {
      for index in years.indices where years[index].periods < 12 {
        let count = years[index].periods
        years[index].name += ", \(count) \(count == 1 ? "month" : "months")"
      }
    }
  }

  /// Levels are not added up: each period stands for itself.
  private static func year(of period: Int, _ time: PublishedTime, _ adds: Bool) -> String {
    let day = PeriodRun(time, first: period, last: period).days.last
    guard adds, time != .calendarYear else {
      return time == .calendarYear
        ? "CY\(period)" : time == .fiscalYear ? "FY\(period)" : Period.day(day).label
    }
    return "FY\(Period(.fiscalYear, containing: day).code)"
  }

  func lines(named name: String) -> [String] {
    let hasHeld = years.contains { $0.held != nil }
    var rows = [[name, "in the file"] + (hasHeld ? ["held now", ""] : [])]
    let shown = years.count > Self.mostYears ? Array(years.suffix(Self.mostYears)) : years
    if shown.count < years.count { rows.append(["… \(years.count - shown.count) before"]) }
    for year in shown {
      rows.append(
        [year.name, figure(year.own)]
          + (hasHeld ? [year.held.map(figure) ?? "–", words(year)] : [])
      )
    }
    if adds, years.count > 1 {
      rows.append(["total", figure(years.reduce(0) { $0 + $1.own })])
    }
    return Columns(rows).lines.map { "  " + $0 }
  }

  private static let mostYears = 40

  private func words(_ year: Year) -> String {
    guard year.held != nil else { return "new" }
    let new = year.new == 0 ? [] : ["\(year.new) new"]
    let changed = year.changed == 0 ? [] : ["\(year.changed) changed"]
    let words = new + changed
    return words.isEmpty ? "the same" : words.joined(by: ", ") + " of \(year.periods)"
  }

  private func figure(_ value: Int) -> String {
    guard scale > 1 else { return grouped(value) }
    let (whole, rest) = value.magnitude.quotientAndRemainder(dividingBy: UInt(scale))
    let digits = String(rest)
    let zeros = String(repeating: "0", count: String(scale).utf8.count - 1 - digits.utf8.count)
    return (value < 0 ? "-" : "") + grouped(Int(whole)) + "." + zeros + digits
  }
}

/// What is held now of a measure that a file holds too, in parts of its scale by period.
private struct HeldFigures {
  private(set) var figures: [Int: Int] = [:]

  init(_ table: TableInMaking, _ measure: Measure, _ pipeline: Pipeline) {
    guard let first = table.totals.first?.period, let last = table.totals.last?.period,
      table.time != .span
    else { return }
    let run = PeriodRun(table.time, first: first, last: last)
    let condition = pipeline.catalog.clause(of: table.table.format.scope)
    let question =
      "\"\(measure.key)\"\(condition) by \(table.time.rawValue) from \(Period.day(run.days.first).exported) to \(Period.day(run.days.last).exported)"
    // What cannot be asked is not held.
    guard let plan = try? pipeline.plan(question) else { return }
    let memory = MemorySink()
    var format: any OutputFormat = CSVFormat(style: OutputStyle())
    guard (try? pipeline.answer(plan, as: &format, into: memory)) != nil else { return }
    for line in memory.text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count == 2, let figure = Self.scaled(String(cells[1]), measure.scale) else {
        continue
      }
      let code = Int(cells[0].filter { $0 != "-" }) ?? 0
      figures[code] = figure
    }
  }

  /// `147.048` as 147048.
  private static func scaled(_ text: String, _ scale: Int) -> Int? {
    if let whole = Int(text) { return whole * scale }
    return Double(text).map { Int(($0 * Double(scale)).rounded()) }
  }
}

/// Keeps an answer.
private final class MemorySink: ReplySink {
  private(set) var text = ""

  func write(_ output: inout OutputBuffer) {
    text += output.text
    output.removeAll()
  }

  func report(_ message: String) {}
}
