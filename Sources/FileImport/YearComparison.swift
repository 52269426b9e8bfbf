import Asking
import Catalog
import Importing
import Output
import Results
import Store

/// The figures of a file beside those that are held for the same periods, year by year.
struct YearComparison {
  /// A year, or what the file holds of it.
  private struct Year {
    var name: String
    var periods = 0
    var own = 0
    var held: Int?
    /// Whether some cells of the file, and of what is held, are kept back; all of the file are
    /// where there is no period with a figure.
    var isFloor = false
    var isHeldFloor = false
    /// Number of periods of which the file or what is held has a part only.
    var inPart = 0
    /// Number of periods whose figure differs from the one held before.
    var changed = 0
    /// Number of periods of which nothing was held.
    var new = 0

    /// Adds what is counted of another one.
    mutating func add(_ other: Year) {
      periods += other.periods
      changed += other.changed
      inPart += other.inPart
      new += other.new
      if other.held != nil { held = held ?? 0 }
    }
  }

  private var years: [Year] = []
  private let measure: Measure
  private let name: String
  private let adds: Bool
  private let isOfDays: Bool

  init(
    _ table: TableInMaking,
    _ figure: Int,
    _ measure: Measure,
    named name: String,
    _ pipeline: Pipeline
  ) throws {
    self.measure = measure
    self.name = name
    adds = measure.kind == .flow
    isOfDays = table.time == .date && !adds
    let held = try HeldFigures(table, measure, by: table.unit, pipeline).figures
    for total in table.totals {
      let period = total.period
      guard total.figures[figure] != nil || total.isWithheld[figure] else { continue }
      let name = Self.year(of: period, table, adds)
      if years.last?.name != name { years.append(Year(name: name)) }
      let last = years.count - 1
      guard let own = total.figures[figure] else {
        years[last].isFloor = true
        continue
      }
      years[last].periods += 1
      years[last].own += Int(own)
      if total.isWithheld[figure] { years[last].isFloor = true }
      if let known = held[period], let other = known.value {
        years[last].held = (years[last].held ?? 0) + other
        if known.isFloor { years[last].isHeldFloor = true }
        // At least five is not the same as five.
        if other != Int(own) || known.isFloor != total.isWithheld[figure] {
          // A part says nothing of the whole.
          let isPart =
            !table.table.format.isComplete || total.isWithheld[figure] || known.isFloor
            || known.isPartial || table.open?.period == period
          if isPart { years[last].inPart += 1 } else { years[last].changed += 1 }
        }
      } else {
        years[last].new += 1
      }
    }
    let inYear = table.time == .month ? 12 : table.time == .span ? 4 : 0
    guard adds else { return }
    for index in years.indices where (1..<max(1, inYear)).contains(years[index].periods) {
      let count = years[index].periods
      let unit = inYear == 12 ? "month" : "quarter"
      years[index].name += ", \(count) \(unit)\(count == 1 ? "" : "s")"
    }
  }

  /// Levels are not added up: each period is compared separately.
  private static func year(of period: Int, _ table: TableInMaking, _ adds: Bool) -> String {
    let time = table.time
    let day = table.days(of: period).last
    guard adds, time != .calendarYear else {
      let year =
        time == .calendarYear
        ? "CY\(period)"
        : time == .fiscalYear
          ? "FY\(period)" : Period(time == .span ? .quarter : .day, containing: day).label
      return year + (table.open?.period == period ? ", not over" : "")
    }
    let year = "FY\(Period(.fiscalYear, containing: day).code)"
    return year + (time == .fiscalYear && table.open?.period == period ? ", not over" : "")
  }

  private var hasHeld: Bool { years.contains { $0.held != nil } }

  /// In columns.
  var lines: [String] {
    var rows = [[name, "in the file"] + (hasHeld ? ["held now", ""] : [])]
    let shown = Array(years.suffix(most))
    if shown.count < years.count {
      let before = years.dropLast(shown.count).reduce(into: Year(name: "")) { $0.add($1) }
      let name = "… \(grouped(years.count - shown.count)) before"
      rows.append([name, ""] + (hasHeld ? ["", words(before)] : []))
    }
    for year in shown {
      rows.append(
        [year.name, own(year)] + (hasHeld ? [held(year) ?? "–", words(year)] : [])
      )
    }
    if adds, years.count > 1 {
      let total = measure.written(years.reduce(0) { $0 + $1.own })
      rows.append(["total", years.contains(where: \.isFloor) ? "> \(total)" : total])
    }
    return Columns(rows).lines.map { "  " + $0 }
  }

  /// The most that are shown: of years those of a long table, of readings at days the last dozen.
  private var most: Int { isOfDays ? 12 : 40 }

  /// One fact a line: `encounters, FY2023: 3,201,144 in the file, 3,201,144 held now, the same`.
  var facts: [String] {
    years.map { year in
      let held = held(year).map { ", \($0) held now" } ?? ""
      return "\(name), \(year.name): \(own(year)) in the file\(held)"
        + (hasHeld ? ", \(words(year))" : "")
    }
  }

  /// One object for each year.
  var objects: [JSONValue] {
    years.map { year in
      .object([
        ("measure", .text(name)),
        ("period", .text(year.name)),
        ("in_file", year.periods == 0 ? .null : number(year.own)),
        ("in_file_at_least", .boolean(year.isFloor)),
        ("held", year.held.map(number) ?? .null),
        ("held_at_least", .boolean(year.isHeldFloor)),
        ("periods", .number(year.periods)),
        ("new", .number(year.new)),
        ("changed", .number(year.changed)),
        ("in_part", .number(year.inPart)),
      ])
    }
  }

  /// What the file has of a year: at least this, where cells are withheld.
  private func own(_ year: Year) -> String {
    year.periods == 0 ? "D" : (year.isFloor ? "> " : "") + measure.written(year.own)
  }

  private func held(_ year: Year) -> String? {
    year.held.map { (year.isHeldFloor ? "> " : "") + measure.written($0) }
  }

  private func number(_ value: Int) -> JSONValue {
    measure.scale == 1 ? .number(value) : .decimal(Double(value) / Double(measure.scale))
  }

  private func words(_ year: Year) -> String {
    guard year.periods > 0 else { return "withheld" }
    guard year.held != nil else { return "new" }
    let new = year.new == 0 ? [] : ["\(year.new) new"]
    let changed = year.changed == 0 ? [] : ["\(year.changed) changed"]
    let inPart = year.inPart == 0 ? [] : ["\(year.inPart) in part"]
    let words = new + changed + inPart
    return words.isEmpty ? "the same" : words.joined(by: ", ") + " of \(year.periods)"
  }
}
