import Catalog
import QueryLanguage

extension Line {
  /// Keeps the last administration that is named to one of its terms, by its number; `false` where
  /// none is named that held office in terms apart.
  mutating func keepTerm(_ number: Int) -> Bool {
    guard let place = periods.lastIndex(where: \.kind.isAdministration),
      let kind = periods[place].kind.keptToTerm(number)
    else { return false }
    periods[place].kind = kind
    return true
  }
}

extension Line.NamedPeriod.Kind {
  fileprivate func keptToTerm(_ number: Int) -> Line.NamedPeriod.Kind? {
    switch self {
    case .one(let term): return term.kept(toTerm: number).map { .one($0) }
    case .clause(let clause):
      guard let own = (clause as? UnderClause)?.administrations.only else { return nil }
      return own.kept(toTerm: number).map { .one($0) }
    case .range, .text, .yearsAgo, .newest: return nil
    }
  }
}

extension PeriodTerm {
  fileprivate func kept(toTerm number: Int) -> PeriodTerm? {
    guard case .administration(let terms) = value, terms.count > 1,
      terms.indices.contains(number - 1)
    else { return nil }
    return PeriodTerm(.administration([terms[number - 1]]), at: span)
  }
}
