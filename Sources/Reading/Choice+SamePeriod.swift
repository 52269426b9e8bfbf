import Catalog
import QueryLanguage

extension Choice {
  /// What is named against the same part of the year before, `fytd vs the same period last year`;
  /// `nil` where the line names no such period, or one of another year.
  var againstYearBefore: [String]? {
    guard let same = line.samePeriod else { return nil }
    var line = line
    // `the same period in fy2024` says the year before by its name.
    let named = line.periods.filter { $0.place > same }
    guard named.count < 2 else { return nil }
    line.periods.removeAll { $0.place > same }
    if line.periods.isEmpty {
      line.periods = [Line.NamedPeriod(kind: .text("fytd"), place: .max, lead: nil)]
    }
    let own = with(line)
    guard named.allSatisfy({ isYear($0, before: own) }) else { return nil }
    return own.periods() + ["vs previous year"]
  }

  /// Whether a period is the year before that of another choice.
  private func isYear(_ period: Line.NamedPeriod, before own: Choice) -> Bool {
    if case .text(let text) = period.kind { return text == "last \(year)" }
    guard let named = Self.year(of: period) else { return false }
    let years = own.line.periods.compactMap(Self.year)
    if let year = years.only { return named == year - 1 }
    return years.isEmpty && "\(year)\(named)" == yearAgo(0)
  }

  /// The year that a period is in, of several the last.
  private static func year(of period: Line.NamedPeriod) -> Int? {
    switch period.kind {
    case .one(let term): term.yearOfEnd
    case .range(_, let last): last.yearOfEnd
    case .clause(let clause):
      (clause as? InClause)?.ranges.only.flatMap { ($0.last ?? $0.first).yearOfEnd }
    case .text, .yearsAgo, .newest: nil
    }
  }
}

extension PeriodTerm {
  /// The year that it is in, as its words name it.
  fileprivate var yearOfEnd: Int? {
    switch value {
    case .bareYear(let year): year
    case .period(let period): period.days.last.date.year
    case .administration, .part: nil
    }
  }
}
