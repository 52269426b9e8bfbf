import Results

/// How a spreadsheet shows the number in a cell. The number itself stays what was published: signs
/// and marks are only shown.
enum NumberFormat: Hashable {
  case general
  /// A text, or a year; with the mark of a partial period.
  case text(isPartial: Bool)
  case fiscalYear(isPartial: Bool)
  case calendarYear(isPartial: Bool)
  /// The first day of a month, shown as `May 2024`.
  case month(isPartial: Bool)
  case day(isPartial: Bool)
  case number(decimals: Int, Precision)
  /// A number of hundredths, 50.5 shown as 50.50%.
  case percent(decimals: Int, Precision)
  /// A part of a whole, 0.505 shown as 50.50%.
  case fraction(Precision)

  /// The code of the format, as ECMA-376 writes it.
  var code: String {
    switch self {
    case .general: "General"
    case .text(let isPartial): "@" + Self.mark(isPartial)
    case .fiscalYear(let isPartial): "\"FY\"0" + Self.mark(isPartial)
    case .calendarYear(let isPartial): "0" + Self.mark(isPartial)
    case .month(let isPartial): "mmm yyyy" + Self.mark(isPartial)
    case .day(let isPartial): "yyyy-mm-dd" + Self.mark(isPartial)
    case .number(let decimals, let precision):
      Self.signed(Self.digits(decimals), precision)
    case .percent(let decimals, let precision):
      Self.signed(Self.digits(decimals) + "\"%\"", precision)
    case .fraction(let precision): Self.signed("0.00%", precision)
    }
  }

  private static func digits(_ decimals: Int) -> String {
    "#,##0" + (decimals == 0 ? "" : "." + String(repeating: "0", count: decimals))
  }

  private static func mark(_ isPartial: Bool) -> String { isPartial ? "\" ◐\"" : "" }

  /// With the sign of the precision before the number, also where it is negative.
  private static func signed(_ code: String, _ precision: Precision) -> String {
    let sign = precision.sign(in: ScreenText(isUnicode: true))
    return sign.isEmpty ? code : "\"\(sign) \"\(code);\"\(sign) \"-\(code)"
  }
}
