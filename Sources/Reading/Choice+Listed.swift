import Catalog
import QueryLanguage

extension Choice {
  /// Periods that a line lists, each by itself: `2019, 2021 and 2023`. Their figures are side by
  /// side and are never added up; `nil` where the line has other periods.
  var listedPeriods: (unit: TimeUnit, terms: [String])? {
    var terms: [PeriodTerm] = []
    for period in line.periods {
      switch period.kind {
      case .one(let term) where period.lead == nil: terms.append(term)
      case .clause(let clause):
        guard let own = clause as? InClause, own.ranges.allSatisfy({ $0.last == nil }) else {
          return nil
        }
        terms += own.ranges.map(\.first)
      case .one, .range, .text, .yearsAgo, .newest: return nil
      }
    }
    let units = terms.compactMap(unit)
    var names: [String] = []
    // `gotaways 2023 vs apprehensions 2023`
    for name in terms.map({ spelled($0) }) where !names.contains(name) { names.append(name) }
    guard names.count > 1, units.count == terms.count, let unit = units.first,
      units.allSatisfy({ $0 == unit })
    else { return nil }
    return (unit, names)
  }

  private func unit(of term: PeriodTerm) -> TimeUnit? {
    switch term.value {
    case .bareYear: TimeUnit(rawValue: line.keys.contains("cy") ? "cy" : year)
    case .period(let period): period.unit == .day ? nil : period.unit
    case .administration, .part: nil
    }
  }

  /// A question about periods that are listed; `nil` where none are.
  func ofListedPeriods(by loose: [String]) -> String? {
    guard let listed = listedPeriods else { return nil }
    let own = "in " + listed.terms.joined(separator: ", ")
    let keys = loose + keys
    if keys.contains(where: { TimeUnit(rawValue: $0) != nil }) { return question(by: keys, [own]) }
    return keys.isEmpty
      ? question(by: [listed.unit.rawValue], [own])
      : question(by: keys, ["across \(listed.unit.rawValue)", own])
  }
}
