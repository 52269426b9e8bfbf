import Catalog
import QueryLanguage

/// Checks of ranks among periods.
extension CheckWriter {
  func superlative(_ fill: CheckFill, _ isHigh: Bool, _ rank: Int) -> String? {
    guard modifiers.every == nil || isOfEach, let question = question(fill) else { return nil }
    let place = rank == 1 ? "" : "\(OrdinalText.text(of: rank)) "
    if let month = draft.rankedMonth { return ranked(month, fill, question, isHigh, place) }
    guard let reach = reach(fill) else { return nil }
    let unit =
      modifiers.unit.map { $0 == fill.span.unit && fill.span.isOne ? "" : "\($0.keyword) " } ?? ""
    return "check \(question) \(clause(fill)) is \(denial)\(place)"
      + "\(isHigh ? "highest" : "lowest") \(unit)\(reach)"
  }

  /// Among the same months of other years: `the lowest August since 2020`.
  func ranked(
    _ month: Int,
    _ fill: CheckFill,
    _ question: String,
    _ isHigh: Bool,
    _ place: String
  ) -> String? {
    guard fill.span.isOne, fill.span.unit == .month, fill.span.first.code % 100 == month else {
      return nil
    }
    var reach = "ever"
    if let since = draft.slots.times.first(where: { $0.role == .since }) {
      switch since.time {
      case .year(let year): reach = "since \(Period.month(month, of: year).spelling)"
      case .period(let period) where period.unit == .month: reach = "since \(period.spelling)"
      case .period(let period):
        let year = period.days.last.date.year
        reach = "since \(Period.month(month, of: year).spelling)"
      default: return nil
      }
    } else if !draft.slots.isEver, !draft.isRecord {
      return nil
    }
    let name = monthNames[month - 1].lowercased()
    return "check \(question) \(clause(fill)) is \(denial)\(place)"
      + "\(isHigh ? "highest" : "lowest") \(name) \(reach)"
  }

  /// The periods that a rank is among.
  func reach(_ fill: CheckFill) -> String? {
    for time in draft.slots.times {
      switch time.role {
      case .since:
        guard var since = draft.resolved(time.time, beside: fill.span).first else { return nil }
        if since.unit == .day {
          since = TimeSpan(Period(.month, containing: since.first.days.first))
        }
        if !fill.span.isOne, since.unit == modifiers.unit { return "since \(since.last.spelling)" }
        if fill.span.unit == .month, since.unit != .month {
          since = TimeSpan(Period(.month, containing: since.last.days.last))
        }
        guard since.unit == fill.span.unit || fill.span.unit == .month else { return nil }
        return "since \(since.last.spelling)"
      case .own where draft.isYearOfMonths(time.time):
        let years = draft.resolved(time.time, beside: fill.span)
        guard fill.span.isOne, fill.span.unit == .month,
          let year = years.first(where: { $0.days.contains(fill.span.days) })
        else { return nil }
        return "since \(Period(.month, containing: year.days.first).previous.spelling)"
      case .own:
        if case .term = time.time, fill.span.isOne, let name = draft.termName(at: time.token) {
          return "under \(name)"
        }
        guard case .relative(let words) = time.time else { continue }
        let parts = words.split(separator: " ")
        guard parts.count == 3, parts[0] == "in" || parts[0] == "last", parts[2] == "fy",
          let years = Int(parts[1]), let start = fill.span.back(years: years)
        else { continue }
        return "since \(start.last.spelling)"
      case .base, .until: continue
      }
    }
    return draft.slots.isEver || draft.isRecord || modifiers.unit != nil ? "ever" : nil
  }
}
