import Catalog
import QueryLanguage

extension Choice {
  /// The last whole month before what happened on a day, where the line asks whether figures rose
  /// or fell since then: `since title 42 ended`, `since trump took office`.
  var turn: Period? {
    guard line.asks(.rise) || line.asks(.fall), let day = dayOfTurn else { return nil }
    return Period(.month, containing: day).advanced(by: -1)
  }

  private var dayOfTurn: Day? {
    guard let only = line.periods.only else { return nil }
    switch only.kind {
    case .one(let term): return only.lead == .since ? day(of: term) : nil
    case .clause(let clause): return (clause as? SinceClause).flatMap { day(of: $0.period) }
    case .text(let text): return day(ofText: text)
    case .range, .yearsAgo, .newest: return nil
    }
  }

  /// The first day of the month after which something was otherwise, `after may 2023`, as the table
  /// of words has `after title 42`; or the day of what happened.
  private func day(ofText text: String) -> Day? {
    let leads = ["after ", "since "]
    guard let lead = leads.first(where: text.hasPrefix),
      var parser = try? Parser(String(text.dropFirst(lead.count)), catalog: catalog),
      let term = try? parser.period(), parser.isAtEnd
    else { return nil }
    if case .period(let period) = term.value, period.unit == .month { return period.days.first }
    return day(of: term)
  }

  /// The day of an event, or on which somebody took office.
  private func day(of term: PeriodTerm) -> Day? {
    switch term.value {
    case .period(let period): period.unit == .day ? period.days.first : nil
    case .administration(let terms): terms.last?.start
    case .bareYear, .part: nil
    }
  }
}
