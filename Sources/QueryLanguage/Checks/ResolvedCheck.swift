package import Catalog
package import Diagnostics

/// A statement in terms of the catalog. Only ``Check/resolved(against:)`` makes one.
package struct ResolvedCheck: Sendable {
  /// A question for one value; for a change, with the earlier period after `vs`.
  package let query: ResolvedQuery
  /// What is stated about its value.
  package let judgment: Judgment
  /// The periods that the value is compared with.
  package let reach: ResolvedReach?
  /// The question whose value it is compared with.
  package let other: Other?
  /// The value that is ranked among those of its dimension.
  package let ranked: Ranked?
  /// The statement as typed, or as rewritten for a reading.
  package let check: Check

  /// How the subject and another question make one value.
  package enum Combination: Sendable { case quotient, difference }

  /// That of a statement about two questions; `nil` where its judgment sets them side by side.
  package var combination: Combination? {
    check.operand.map { $0.isDivisor ? .quotient : .difference }
  }

  /// Another question beside the statement's own.
  package struct Other: Sendable {
    package let query: ResolvedQuery
    /// Whether it is the same question about another period.
    package let isSameQuestion: Bool
  }

  /// A value among those of its dimension.
  package struct Ranked: Sendable {
    package let dimension: Dimension
    package let member: Member
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
    let ranked = try rankedValue(in: catalog)
    let query = try question(ranked).resolved(against: catalog)
    if let test = query.tests.first { throw .severalValues("where", at: test.span) }
    let resolved = ResolvedCheck(
      query: query,
      judgment: judgment,
      reach: try judgment.form.reach.map { reach throws(Diagnostic) in
        ResolvedReach(
          extent: try extent(of: reach, query, catalog),
          unit: reach.unit,
          month: reach.month ?? reach.monthOfYears(in: query),
          span: reach.since?.span ?? judgment.span,
          comparesSpans: !subject.namesOnePeriod
        )
      },
      other: try (operand?.question ?? judgment.form.other).map { other throws(Diagnostic) in
        try self.other(other, catalog)
      },
      ranked: ranked?.value,
      check: self
    )
    if let refusal = resolved.refusal { throw refusal }
    return resolved
  }

  /// The subject as a question; for a change its later period, with the earlier one after `vs`; for
  /// what is said of every period, by the unit of those.
  private func question(_ ranked: RankedSubject?) -> Query {
    var question = ranked?.subject ?? subject
    question.asksOneValue = true
    let span = subject.columns[0].span
    if let periods = change?.periods {
      question.clauses.append(InClause(ranges: [periods.to]))
      question.clauses.append(
        VersusClause(other: .range(periods.from), span: periods.from.first.span)
      )
    }
    if let unit = eachUnit {
      question.clauses.append(ByClause(keys: [.time(unit, span)]))
      if let each = judgment.form.eachSpan { question.clauses.append(each) }
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

  // MARK: Another question

  /// The other question; without a period of its own about that of the subject.
  private func other(
    _ typed: Query,
    _ catalog: any CatalogReader
  ) throws(Diagnostic) -> ResolvedCheck.Other {
    var other = typed
    other.asksOneValue = true
    other.definitions = subject.definitions
    let isOwn = { (clause: any Clause) in type(of: clause).role != .period }
    if other.clauses.allSatisfy(isOwn) {
      other.clauses += subject.clauses.filter { !isOwn($0) }
    }
    for clause in other.clauses where !clause.keepsOneValue || clause is VersusClause {
      throw .severalValues(
        clause.spelling.split(separator: " ").first.map(String.init) ?? "",
        at: judgment.span
      )
    }
    let words = { (query: Query) in
      query.columns.map(\.spelling) + query.clauses.filter(isOwn).map(\.spelling).sorted()
    }
    return ResolvedCheck.Other(
      query: try other.resolved(against: catalog),
      isSameQuestion: words(other) == words(subject)
    )
  }
}

extension Reach {
  /// The month of the year of a question whose other years are meant by `years in a row`.
  fileprivate func monthOfYears(in query: ResolvedQuery) -> Int? {
    guard years == .yearOrMonth else { return nil }
    return query.days?.ranges.only.flatMap { Period(exactly: $0)?.month }
  }

  fileprivate var since: PeriodTerm? {
    if case .since(let term) = extent { term } else { nil }
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
