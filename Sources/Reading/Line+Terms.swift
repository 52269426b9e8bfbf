import Catalog
import QueryLanguage

extension Line {
  /// Keeps the last administration that is named to one of its terms, by its number; `false` where
  /// none is named that held office in terms apart.
  mutating func keepTerm(_ number: Int, _ catalog: any CatalogReader) -> Bool {
    guard let place = periods.lastIndex(where: { $0.kind.onlyAdministration != nil }),
      let term = periods[place].kind.onlyAdministration,
      let own = term.kept(toTerm: number) ?? term.half(number, catalog)
    else { return false }
    periods[place].kind = .one(own)
    return true
  }
}

extension Line {
  /// `so far` is of the year where no other time is said, of several terms of office the last, and
  /// adds nothing to another time.
  mutating func leaveOutSoFar(_ catalog: any CatalogReader) {
    guard let place = saysSoFar else { return }
    if periods.isEmpty {
      periods.append(NamedPeriod(kind: .text("fytd"), place: place, lead: nil))
    } else if case .administration(let terms)? = periods.only?.kind.onlyAdministration?.value,
      terms.count > 1
    {
      _ = keepTerm(terms.count, catalog)
    }
  }

  /// The same without the newest administration, where it asks for the year so far, which is all in
  /// its time: `has trump deported this year`.
  func withoutNewestTerm(_ catalog: any CatalogReader) -> Line {
    guard periods.contains(where: \.isToDate), let newest = catalog.administrations().last,
      let published = catalog.edition()?.published, let today = Period(date: published),
      newest.start <= Period(.fiscalYear, containing: today.days.first).days.first
    else { return self }
    var line = self
    line.periods.removeAll { period in
      guard case .administration(let terms)? = period.kind.onlyAdministration?.value else {
        return false
      }
      return terms.last?.start == newest.start
    }
    return line
  }
}

extension Line.NamedPeriod.Kind {
  fileprivate var onlyAdministration: PeriodTerm? {
    switch self {
    case .one(let term): term
    case .clause(let clause):
      (clause as? UnderClause)?.administrations.only ?? Self.administration(of: clause)
    case .range, .text, .yearsAgo, .newest: nil
    }
  }
}

extension Line.NamedPeriod.Kind {
  /// `in obama`
  private static func administration(of clause: any Clause) -> PeriodTerm? {
    guard let only = (clause as? InClause)?.ranges.only, only.last == nil,
      only.first.isAdministration
    else { return nil }
    return only.first
  }
}

extension PeriodTerm {
  fileprivate func kept(toTerm number: Int) -> PeriodTerm? {
    guard case .administration(let terms) = value, terms.count > 1,
      terms.indices.contains(number - 1)
    else { return nil }
    return PeriodTerm(.administration([terms[number - 1]]), at: span)
  }

  /// The first or the last four years of eight in one go: `obama's second term`.
  fileprivate func half(_ number: Int, _ catalog: any CatalogReader) -> PeriodTerm? {
    guard case .administration(let terms) = value, let own = terms.only,
      let end = [1: "first", 2: "last"][number]
    else { return nil }
    let next = catalog.administrations().map(\.start).filter { $0 > own.start }.min()
    guard let next, next.date.year - own.start.date.year == 8 else { return nil }
    guard var parser = try? Parser("\(end) 4 years of \(own.name)", catalog: catalog),
      let half = try? parser.period(), parser.isAtEnd
    else { return nil }
    return PeriodTerm(half.value, at: span)
  }
}
