package import Catalog
import Diagnostics

// Changes that turn a statement into another reading of it.

extension Check {
  /// The same with each of its periods replaced.
  package func replacingPeriods(_ replace: (PeriodTerm) -> PeriodTerm) -> Check {
    func replaced(_ term: PeriodTerm) -> PeriodTerm { term.replacing(replace) }
    var changed = changingQuestions { question in
      question.clauses = question.clauses.map { $0.replacingPeriods(replaced) }
    }
    changed.change?.periods = change?.periods.map {
      Change.Periods(
        from: $0.from.replacingPeriods(replaced),
        to: $0.to.replacingPeriods(replaced)
      )
    }
    changed.judgment.assertion = judgment.assertion.replacingPeriods(replaced)
    return changed
  }

  /// The same with its question changed, and the one it is divided by or from which it is
  /// subtracted.
  private func changingQuestions(_ change: (inout Query) -> Void) -> Check {
    var changed = self
    change(&changed.subject)
    if var operand = changed.operand {
      change(&operand.question)
      changed.operand = operand
    }
    return changed
  }

  /// Every period that is named.
  private var periodTerms: [PeriodTerm] {
    var terms: [PeriodTerm] = []
    _ = replacingPeriods { term in
      terms.append(term)
      return term
    }
    return terms
  }

  /// The years written without `fy` or `cy`.
  package var bareYears: [Int] {
    var years: [Int] = []
    for case .bareYear(let year) in periodTerms.map(\.value) where !years.contains(year) {
      years.append(year)
    }
    return years
  }

  /// The unit of the periods that something is said of one by one; years are of the kind that the
  /// statement names, else fiscal.
  package var eachUnit: TimeUnit? {
    guard let unit = judgment.form.eachUnit else { return nil }
    let isOfCalendar = periodTerms.contains { term in
      if case .period(let period) = term.value { period.unit == .calendarYear } else { false }
    }
    return unit.timeUnit ?? (isOfCalendar ? .calendarYear : .fiscalYear)
  }

  /// The same with bare years of one kind.
  package func readingBareYears(as unit: TimeUnit) -> Check {
    replacingPeriods { $0.settled(as: unit) }
  }

  /// The same, with a bare year after `since` read as the kind of year that the statement names for
  /// itself.
  package var settlingSince: Check {
    // The same month of other years is of calendar years.
    let isOfMonths = judgment.form.reach?.month != nil
    guard let unit = isOfMonths ? .calendarYear : namedYear else { return self }
    var changed = self
    changed.judgment.assertion = judgment.assertion.replacingPeriods { $0.settled(as: unit) }
    return changed
  }

  /// The kind of year that the statement names, where it is about one year.
  private var namedYear: TimeUnit? {
    let ranges = subject.clauses.compactMap { $0 as? InClause }.flatMap(\.ranges)
    guard ranges.count == 1, ranges[0].last == nil,
      case .period(let period) = ranges[0].first.value,
      period.unit == .fiscalYear || period.unit == .calendarYear
    else { return nil }
    return period.unit
  }

  /// The same, restricted to one more value.
  package func keeping(to member: Member) -> Check {
    changingQuestions { $0.clauses.append(ForClause(values: [Name(member)])) }
  }

  /// The same with one measure replaced by another.
  package func replacing(_ measure: Measure, by other: Measure) -> Check {
    changingQuestions { question in
      question.columns = question.columns.map { column in
        Query.Column(
          expression: column.expression.replacing(measure, by: other),
          label: column.label,
          span: column.span
        )
      }
    }
  }

  /// The same, answered from what was published by a day.
  package func asOf(_ period: Period) -> Check {
    let span = subject.columns[0].span
    return changingQuestions { $0.clauses.append(AsOfClause(period: period, span: span)) }
  }

  /// The same, answered from what is held today.
  package var withoutAsOf: Check {
    changingQuestions { question in
      question.clauses = question.clauses.filter { !($0 is AsOfClause) }
    }
  }

  /// The same with another period of its own.
  package func replacingOwnPeriod(by period: Period) -> Check {
    let term = PeriodTerm(.period(period), at: subject.columns[0].span)
    return replacingOwnPeriod(by: InClause.Range(first: term, last: nil))
  }

  /// The same with other periods, from one to another.
  package func replacingOwnPeriod(by range: InClause.Range) -> Check {
    var changed = self
    changed.subject.clauses = subject.clauses.filter { type(of: $0).role != .period }
    changed.subject.clauses.append(InClause(ranges: [range]))
    return changed
  }

  /// The same stating its number exactly, where that has at least four digits; otherwise `nil`.
  package var statingExactly: Check? {
    guard case .stated(let stated) = judgment.assertion, stated.amount.scale == .units,
      stated.amount.part == nil, stated.amount.statedDigits >= 4, !judgment.isNegated,
      operand == nil
    else { return nil }
    var changed = self
    changed.judgment = Judgment(
      isNegated: false,
      assertion: .stated(Stated(degree: .equal, amount: stated.amount)),
      span: judgment.span
    )
    return changed
  }

  /// Whether it has an `as of` clause.
  package var isAsOf: Bool { subject.clauses.contains { $0 is AsOfClause } }
}

extension PeriodTerm {
  /// A bare year as a year of a kind; any other period unchanged.
  fileprivate func settled(as unit: TimeUnit) -> PeriodTerm {
    guard case .bareYear(let year) = value else { return self }
    return PeriodTerm(.period(Period(unit, code: year)), at: span)
  }
}

extension Query.Expression {
  fileprivate func replacing(_ measure: Measure, by other: Measure) -> Query.Expression {
    switch self {
    case .measure(let name):
      return name.means(measure) ? .measure(Name(other, at: name.span)) : self
    case .restricted(let inner, let restriction):
      return .restricted(inner.replacing(measure, by: other), restriction)
    case .negated(let inner, let span): return .negated(inner.replacing(measure, by: other), span)
    case .operation(let sign, let left, let right, let span):
      return .operation(
        sign,
        left.replacing(measure, by: other),
        right.replacing(measure, by: other),
        span
      )
    case .fold(let function, let inner, let unit, let span):
      return .fold(function, inner.replacing(measure, by: other), unit, span)
    case .defined, .number: return self
    }
  }
}

extension Name {
  fileprivate func means(_ measure: Measure) -> Bool {
    matches.first.map { $0.kind == .measure && $0.target == measure.id } ?? false
  }

  fileprivate init(_ measure: Measure, at span: SourceSpan) {
    self.init(
      text: measure.name,
      span: span,
      matches: [NameMatch(kind: .measure, preference: 0, target: measure.id)]
    )
  }

  /// A value of the catalog, as it is typed.
  package init(_ member: Member) {
    self.init(
      text: member.name,
      span: SourceSpan(0..<0),
      matches: [NameMatch(kind: .member, preference: 0, target: member.id)]
    )
  }
}
