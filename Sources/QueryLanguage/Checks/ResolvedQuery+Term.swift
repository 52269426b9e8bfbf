import Catalog

extension ResolvedQuery {
  /// The terms of office that the question keeps to, as with `under biden`; empty where it keeps to
  /// other periods.
  var termsOfOffice: [Administration] {
    guard days == nil, case .under(let terms)? = relativePeriods.only else { return [] }
    return terms
  }
}

extension CatalogReader {
  /// The days of a term in periods of the kind that a question is about.
  func days(of term: Administration, as query: ResolvedQuery) -> DayRange {
    let all = administrations()
    let own = query.days?.ranges.only
    let unit = TimeUnit.allCases.first { unit in
      own.map { Period(unit, containing: $0.first).days == $0 } ?? false
    }
    return all.days(of: all.firstIndex(of: term) ?? 0, in: unit ?? .month)
  }
}
