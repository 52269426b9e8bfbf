import Catalog
import Planner

extension Piece {
  /// As a note names it: the period, or the dates.
  var name: String {
    if let administration {
      return period.map { "\($0.label), \(administration.name)" } ?? administration.name
    }
    if let period { return period.label }
    guard let range = days.ranges.only else { return days.hull.map(shortDates) ?? "" }
    for unit in [TimeUnit.fiscalYear, .calendarYear, .quarter, .month] {
      let period = Period(unit, containing: range.first)
      if period.days == range { return period.label }
    }
    return shortDates(of: range)
  }
}
