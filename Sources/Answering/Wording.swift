import Catalog
import Planner

extension Piece {
  /// As a note names it: the period, or the dates.
  var name: String {
    if let period { return period.label }
    guard let range = days.ranges.only else { return days.hull.map(shortDates) ?? "" }
    for unit in [TimeUnit.fiscalYear, .calendarYear, .quarter, .month] {
      let period = Period(unit, containing: range.first)
      if period.days == range { return period.label }
    }
    return shortDates(of: range)
  }
}

/// A whole number with its thousands apart: `108,733`.
func grouped(_ number: Int) -> String {
  var text = String(number.magnitude)
  var index = text.endIndex
  while text.distance(from: text.startIndex, to: index) > 3 {
    index = text.index(index, offsetBy: -3)
    text.insert(",", at: index)
  }
  return number < 0 ? "-" + text : text
}
