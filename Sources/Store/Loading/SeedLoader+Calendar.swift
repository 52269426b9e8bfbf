private import Catalog

extension SeedLoader {
  /// The months of ``FiscalCalendar/years``.
  func loadCalendar() throws {
    let writer = TableWriter("calendar", of: database)
    for year in FiscalCalendar.years {
      for month in 1...12 {
        let day = Day(firstOf: month, in: year)
        try writer.insert([
          "month": Period(.month, containing: day).code,
          "fy": Period(.fiscalYear, containing: day).code,
          "quarter": Period(.quarter, containing: day).code,
          "cy": year,
          "days": daysInMonth(month, of: year),
        ])
      }
    }
  }
}
