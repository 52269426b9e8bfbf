import Catalog

/// How periods of one unit are placed along a level axis.
struct VegaTimeAxis {
  private let unit: TimeUnit
  private let periods: [Period]

  /// `nil` without periods.
  init?(_ labels: [ChartLabel]) {
    periods = labels.compactMap(\.period)
    guard let first = periods.first else { return nil }
    unit = first.unit
  }

  /// The place of a period: years and fiscal quarters are numbers, since they are no days; months
  /// are named by their first day.
  func value(of period: Period) -> JSONValue {
    switch unit {
    case .fiscalYear, .calendarYear: .number(period.code)
    // FY2024 Q3 begins in the middle of the year, as its number does.
    case .quarter: .decimal(Double(period.code / 10) + Double(period.code % 10 - 1) / 4)
    case .month, .day: .text(Period(.day, containing: period.days.first).exported)
    }
  }

  var encoding: JSONValue {
    switch unit {
    case .fiscalYear: number(labels: "'FY' + datum.value", ("tickMinStep", .number(1)))
    case .calendarYear: number(labels: "datum.value", ("tickMinStep", .number(1)))
    case .quarter:
      number(
        labels: "'Q' + (1 + 4 * (datum.value - floor(datum.value))) + ' FY' + floor(datum.value)",
        ("values", .array(periods.map(value)))
      )
    case .month: date("%b %Y")
    case .day: date("%-d %b %Y")
    }
  }

  private func number(labels: String, _ ticks: (String, JSONValue)) -> JSONValue {
    .object([
      ("field", .text("time")), ("type", .text("quantitative")),
      ("scale", .object([("zero", .boolean(false)), ("nice", .boolean(false))])),
      (
        "axis",
        .object([
          ("title", .null), ("grid", .boolean(false)), ("labelExpr", .text(labels)),
          ticks, ("labelOverlap", .text("greedy")),
          ("labelFlush", .boolean(false)),
        ])
      ),
    ])
  }

  /// In UTC: elsewhere, the first day of a month is the last one of the month before in the west.
  private func date(_ format: String) -> JSONValue {
    .object([
      ("field", .text("time")), ("type", .text("temporal")),
      ("scale", .object([("type", .text("utc"))])),
      (
        "axis",
        .object([
          ("title", .null), ("grid", .boolean(false)), ("format", .text(format)),
          ("labelOverlap", .text("greedy")), ("labelFlush", .boolean(false)),
        ])
      ),
    ])
  }
}
