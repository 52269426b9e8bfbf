import Catalog

/// When a file was published.
struct Published {
  /// `2026-01-15`, `2026-01` or `2026`.
  let text: String
  /// What it was taken for, where the file does not say.
  let guess: String?

  /// As it was said; else the month after the last one in the file, but no day that has not come.
  init(_ request: ImportRequest, _ tables: [TableInMaking]) {
    if let published = request.published {
      (text, guess) = (published, nil)
      return
    }
    let time = tables.first?.time ?? .month
    let last = tables.compactMap { $0.totals.last?.period }.max() ?? 0
    let days = PeriodRun(time, first: last, last: last).days
    let next = Period(.month, containing: days.last.next)
    if let today = Self.lastDay(of: request.today), days.contains(DayRange(today, today)),
      today < days.last
    {
      (text, guess) = (request.today, "today, since the last period is not over")
    } else {
      (text, guess) = (next.exported, "the month after the last one")
    }
  }

  /// The day by which it was published for sure.
  var lastDay: Day? { Self.lastDay(of: text) }

  private static func lastDay(of text: String) -> Day? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    switch parts.count {
    case 1: return Period.calendarYear(parts[0]).days.last
    case 2: return Period.month(parts[1], of: parts[0]).days.last
    case 3: return Day(year: parts[0], month: parts[1], day: parts[2])
    default: return nil
    }
  }
}
