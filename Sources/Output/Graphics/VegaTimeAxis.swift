import Catalog

/// How periods of one unit are placed along a level axis.
struct VegaTimeAxis {
  private let unit: TimeUnit
  private let labels: [ChartLabel]

  /// `nil` without periods.
  init?(_ labels: [ChartLabel]) {
    guard let first = labels.compactMap(\.period).first else { return nil }
    self.labels = labels
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

  /// For an axis of a length in pixels: the times that `svg` names there, evenly spread.
  func encoding(width: Double) -> JSONValue {
    let values = JSONValue.array(DateMarks(labels, width: width).marks.map { value(of: $0.period) })
    return switch unit {
    case .fiscalYear: number(labels: "'FY' + datum.value", values)
    case .calendarYear: number(labels: "datum.value", values)
    case .quarter:
      number(
        labels: "'Q' + (1 + 4 * (datum.value - floor(datum.value))) + ' FY' + floor(datum.value)",
        values
      )
    case .month: date("%b %Y", values)
    case .day: date("%-d %b %Y", values)
    }
  }

  private func number(labels: String, _ values: JSONValue) -> JSONValue {
    .object([
      ("field", .text("time")), ("type", .text("quantitative")),
      ("scale", .object([("zero", .boolean(false)), ("nice", .boolean(false))])),
      axis(("labelExpr", .text(labels)), values),
    ])
  }

  /// In UTC: elsewhere, the first day of a month is the last one of the month before in the west.
  private func date(_ format: String, _ values: JSONValue) -> JSONValue {
    .object([
      ("field", .text("time")), ("type", .text("temporal")),
      ("scale", .object([("type", .text("utc"))])), axis(("format", .text(format)), values),
    ])
  }

  private func axis(_ words: (String, JSONValue), _ values: JSONValue) -> (String, JSONValue) {
    (
      "axis",
      .object([
        ("title", .null), ("grid", .boolean(false)), words, ("values", values),
        ("labelOverlap", .text("greedy")), ("labelSeparation", .number(6)),
        ("labelFlush", .boolean(false)),
      ])
    )
  }
}
