import Catalog
import QueryLanguage

extension Choice {
  /// What is said of each of several periods that begins after the newest figure: beside the others
  /// it would only be missing.
  var periodsAfterNewest: [String] {
    guard line.periods.count > 1, let measure = counted.only?.measure else { return [] }
    let terms = line.periods.compactMap { period -> PeriodTerm? in
      switch period.kind {
      case .one(let term) where period.lead == nil: term
      case .clause(let clause):
        (clause as? InClause)?.ranges.only.flatMap { $0.last == nil ? $0.first : nil }
      case .one, .range, .text, .yearsAgo, .newest: nil
      }
    }
    guard terms.count > 1, let newest = catalog.newestDay(of: measure.id) else { return [] }
    return terms.compactMap { term in
      guard let period = period(of: term), period.days.first > newest else { return nil }
      let last = Period(.month, containing: newest).label
      return "Nothing is held of \(period.label): the newest figures are of \(last)."
    }
  }

  private func period(of term: PeriodTerm) -> Period? {
    switch term.value {
    case .period(let period): period
    case .bareYear(let number): isByCalendarYear ? .calendarYear(number) : .fiscalYear(number)
    case .part, .administration: nil
    }
  }
}
