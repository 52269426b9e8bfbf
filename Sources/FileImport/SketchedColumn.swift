import Catalog
import Importing

/// A column of a table that nobody has described, by its name and by what its cells hold.
struct SketchedColumn {
  /// As an option takes it.
  let name: String
  /// The cells that are not empty.
  let cells: [String]
  /// Those that are figures.
  let figures: [MarkedFigure]

  init(_ name: String, _ cells: [String]) {
    self.name = name
    self.cells = cells.filter { !$0.isEmpty }
    figures = self.cells.compactMap { MarkedFigure($0) }
  }

  /// Whether most of its cells are figures; words such as `NA` are between them, notes below.
  var holdsFigures: Bool { !figures.isEmpty && figures.count * 2 >= cells.count }

  /// What its cells give as periods, as `--by` names it, with the order of their dates where that
  /// must be said.
  var period: (name: String, dates: DateNotation?)? {
    guard !cells.isEmpty else { return Self.time(inName: name).map { ($0, nil) } }
    let said = Self.time(inName: name)
    if most({ PeriodText.day($0) != nil }) {
      // Months are often written as their first days.
      let days = Set(cells.compactMap { PeriodText.day($0) })
      let areMonths = said == "month" || days.count > 1 && days.allSatisfy { $0 % 100 == 1 }
      return (areMonths ? "month" : "date", nil)
    }
    if said == "quarter" || !most({ Int($0) != nil }), most({ QuarterText($0) != nil }) {
      return (most { QuarterText($0)?.year != nil } ? "quarter" : Self.quarterOfYear, nil)
    }
    if most({ PeriodText.yearAndMonth($0) != nil }) { return ("month", nil) }
    if most(Self.isYear) {
      return (said == "cy" || most { $0.uppercased().hasPrefix("CY") } ? "cy" : "fy", nil)
    }
    if said == "month" || !most({ Int($0) != nil }), most({ PeriodText.month($0) != nil }) {
      return (Self.monthOfYear, nil)
    }
    if said != nil,
      let dates = DateNotation.usual.first(where: { own in
        most { own.day($0) != nil || own.yearAndMonth($0) != nil }
      })
    {
      return (said == "month" || !most { dates.day($0) != nil } ? "month" : "date", dates)
    }
    return said.flatMap { holdsFigures ? nil : ($0, nil) }
  }

  /// Months and quarters without a year.
  static let monthOfYear = "month of a year"
  static let quarterOfYear = "quarter of a year"

  /// `FY2024`; and years by themselves, of times for which anything is counted.
  private static func isYear(_ text: String) -> Bool {
    guard let year = PeriodText.fiscalYear(text) ?? PeriodText.calendarYear(text) else {
      return false
    }
    return text.first?.isLetter ?? false || (1790...2100).contains(year)
  }

  /// Of the rows at the end some are notes.
  private func most(_ isPeriod: (String) -> Bool) -> Bool {
    cells.count(where: isPeriod) * 2 > cells.count
  }

  /// The word for time that a name has.
  static func time(inName name: String) -> String? {
    let words = Spelling.words(of: name).map(\.key)
    let times = [
      "quarter": "quarter", "date": "date", "day": "date", "month": "month", "fy": "fy",
      "year": "fy", "cy": "cy", "period": "month", "fecha": "date", "mes": "month",
    ]
    if words.contains("calendar") { return "cy" }
    return words.lazy.compactMap { times[$0] }.first
  }
}
