private import Catalog

extension SeedLoader {
  /// The months of ``calendarYears``.
  func loadCalendar() throws {
    let writer = try TableWriter("calendar", of: database)
    for year in calendarYears {
      for month in 1...12 {
        let day = Day(firstOf: month, in: year)
        try writer.insert(
          Period(.month, containing: day).code,
          Period(.fiscalYear, containing: day).code,
          Period(.quarter, containing: day).code,
          year,
          daysInMonth(month, of: year)
        )
      }
    }
  }
}
