import Catalog
import Importing

/// When a file was published.
struct Published {
  /// `2026-01-15`, `2026-01` or `2026`.
  let text: String
  /// The date that was assumed, where none was stated.
  let guess: String?

  /// As stated; otherwise the month after the last one in the file, but no day in the future.
  /// `until` is the last day of the figures, where that is known.
  init(_ request: ImportRequest, _ tables: [TableInMaking], until: Day?) {
    if let published = request.published {
      (text, guess) = (published, nil)
      return
    }
    if let until {
      (text, guess) = (Period.day(until).exported, "the last day of its figures")
      return
    }
    let ends = tables.filter { $0.time == tables[0].time }.compactMap { table in
      table.totals.last.map { table.days(of: $0.period) }
    }
    let days = ends.max { $0.last < $1.last } ?? Period(.month, code: 0).days
    let next = Period(.month, containing: days.last.next)
    if let today = Day(publishedBy: request.today), today < days.last {
      (text, guess) = (request.today, "today, since the last period is not over")
    } else if let today = Day(publishedBy: request.today), today < next.days.first {
      (text, guess) = (request.today, "today")
    } else {
      let isOfDays = tables.first?.time == .date
      let isSameMonth = isOfDays && next == Period(.month, containing: days.last)
      (text, guess) = (
        next.exported, isSameMonth ? "the month of the last day" : "the month after the last one"
      )
    }
  }

  /// The latest day on which it can have been published.
  var lastDay: Day? { Day(publishedBy: text) }
}
