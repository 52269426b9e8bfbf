import Catalog
import Diagnostics

// The periods that a value is compared with, as days.

extension Check {
  /// From when to when the periods are that the value is compared with.
  func extent(
    of reach: Reach,
    _ query: ResolvedQuery,
    _ catalog: any CatalogReader
  ) throws(Diagnostic) -> ResolvedReach.Extent {
    switch reach.extent {
    case .ever: return .ever
    case .since(let term):
      return .since(try Scope(catalog: catalog).days(of: term, comparedWith: query))
    case .past(let months):
      guard let own = query.days?.ranges.only, let days = own.moved(byMonths: -months) else {
        throw Diagnostic(
          "past-of-another-length",
          "`\(reach.spelling)` counts back from a named period, by whole ones of its length",
          at: judgment.span,
          hint: "such as `since fy2010`"
        )
      }
      return .since(days)
    case .within(let clause):
      var question = subject
      question.asksOneValue = true
      question.clauses = subject.clauses.filter { type(of: $0).role != .period } + [clause]
      let resolved = try question.resolved(against: catalog)
      let terms = resolved.termsOfOffice
      if !terms.isEmpty {
        return .within(DaySet(terms.map { catalog.days(of: $0, as: query) }))
      }
      guard let days = resolved.days, !days.isEmpty else {
        throw Diagnostic(
          "span-by-data",
          "the periods compared are named by dates, and `\(clause.spelling)` depends on the data",
          at: judgment.span,
          hint: "such as `in fy2015..fy2024`"
        )
      }
      return .within(days)
    }
  }
}

extension DayRange {
  /// The same period so many months later: of a year another year, of a span one as long. `nil`
  /// where there is none.
  fileprivate func moved(byMonths count: Int) -> DayRange? {
    if let period = Period(exactly: self), case let length = period.unit.monthCount, length > 0 {
      return count.isMultiple(of: length) ? period.advanced(by: count / length).days : nil
    }
    guard first.isFirstOfMonth, last.isLastOfMonth else { return nil }
    let ends = [first, last].map { Period(.month, containing: $0).advanced(by: count) }
    return DayRange.from(ends[0], to: ends[1])
  }
}

extension Scope {
  /// The days of the period after `since`. A bare year is read as the kind of year that the value's
  /// period is.
  fileprivate func days(
    of term: PeriodTerm,
    comparedWith query: ResolvedQuery
  ) throws(Diagnostic) -> DayRange {
    guard case .bareYear(let year) = term.value, let own = query.days?.ranges.only,
      Period(.calendarYear, containing: own.first).days == own
    else {
      var draft = query
      return try days(of: term, for: &draft)
    }
    return Period.calendarYear(year).days
  }
}
