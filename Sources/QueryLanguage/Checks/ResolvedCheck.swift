package import Catalog
package import Diagnostics

/// A statement in terms of the catalog. Only ``Check/resolved(against:)`` makes one.
package struct ResolvedCheck: Sendable {
  /// A question for one value; for a change, with the earlier period after `vs`.
  package let query: ResolvedQuery
  /// What is stated about its value.
  package let judgment: Judgment
  /// The period after `since`, and the unit of the periods compared where it is named.
  package let reach: Reach?
  /// The statement as typed, or as rewritten for a reading.
  package let check: Check

  /// What the value is compared with over time.
  package struct Reach: Sendable {
    /// The period after `since`.
    package let days: DayRange
    /// The unit of the periods compared, where it is named.
    package let unit: TimeUnit?
    package let span: SourceSpan
    /// Whether the statement gives its period as a range, so that it is compared with spans.
    package let comparesSpans: Bool
  }

  /// What the statement is about.
  package var column: ResolvedQuery.ComputedColumn { query.columns[0] }
  /// Whether the change from one period to another is judged.
  package var isChange: Bool { query.versus != nil }
}

extension Check {
  /// Resolves every name, and refuses what is not a statement about one value.
  package func resolved(against catalog: any CatalogReader) throws(Diagnostic) -> ResolvedCheck {
    try refuseSeveralValues()
    let query = try question.resolved(against: catalog)
    if let test = query.tests.first { throw .severalValues("where", at: test.span) }
    let resolved = ResolvedCheck(
      query: query,
      judgment: judgment,
      reach: try judgment.form.reach.map { reach throws(Diagnostic) in
        ResolvedCheck.Reach(
          days: try Scope(catalog: catalog).days(of: reach.since, comparedWith: query),
          unit: reach.unit,
          span: reach.since.span,
          comparesSpans: !subject.namesOnePeriod
        )
      },
      check: self
    )
    if let refusal = resolved.refusal { throw refusal }
    return resolved
  }

  /// The subject as a question; for a change its later period, with the earlier one after `vs`.
  private var question: Query {
    var question = subject
    question.asksOneValue = true
    if let periods = change?.periods {
      question.clauses.append(InClause(ranges: [periods.to]))
      let span = periods.from.first.span
      question.clauses.append(VersusClause(other: .range(periods.from), span: span))
    }
    return question
  }

  private func refuseSeveralValues() throws(Diagnostic) {
    guard subject.columns.count == 1 else {
      throw Diagnostic(
        "several-values",
        "a statement is about one value, and here are \(subject.columns.count) columns",
        at: subject.columns[1].span
      )
    }
    for clause in subject.clauses where !clause.keepsOneValue {
      throw .severalValues(
        clause.spelling.split(separator: " ").first.map(String.init) ?? "",
        at: subject.columns[0].span
      )
    }
  }
}

extension Query {
  /// Whether its period has one name, as `fy2024` and `latest` do, and is not a range.
  fileprivate var namesOnePeriod: Bool {
    let periods = clauses.filter { type(of: $0).role == .period }
    guard periods.count == 1, let period = periods.first else { return periods.isEmpty }
    switch period {
    case let period as InClause: return period.ranges.count == 1 && period.ranges[0].last == nil
    case let period as LastClause: return period.count == 1
    default: return period is LatestClause
    }
  }
}

extension Clause {
  /// Whether a question with the clause still has one value.
  fileprivate var keepsOneValue: Bool {
    switch Self.role {
    case .condition, .values, .period: true
    case .rows, .shape: false
    case .computed: self is AsOfClause || self is PerClause || self is VersusClause
    }
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

extension Diagnostic {
  fileprivate static func severalValues(_ word: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "several-values",
      "a statement is about one value, and `\(word)` asks for rows",
      at: span,
      hint: "a period and the values that are meant: "
        + "`check encounters for southwest in nov 2024 is lowest since jul 2020`"
    )
  }
}
