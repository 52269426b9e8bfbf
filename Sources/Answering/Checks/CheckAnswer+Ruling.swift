package import Catalog
package import Planner
import QueryLanguage
package import Results

extension Verdict {
  /// A statement's verdict and what it rests on; `nil` for one whose subject is not held.
  package init(_ truth: Truth?) {
    switch truth {
    case .yes: self = .holds
    case .no: self = .fails
    case .unknown: self = .undecided
    case nil: self = .noData
    }
  }
}

extension CheckAnswer {
  /// A statement judged by one reading of it.
  package init(
    _ statement: String,
    _ plan: CheckPlan,
    _ values: [Estimate?],
    _ met: RowReader.Findings,
    side: SideFigures,
    catalog: any CatalogReader
  ) {
    let ruling = plan.ruling(on: values)
    let column = plan.check.column
    let kind: AnswerColumn.Kind =
      column.isPartOfWhole ? .fraction : .figure(unit: plan.check.query.unit(of: column))
    let periods = CheckPeriods(plan: plan, values: values)
    var foot = AnswerFoot(
      for: plan.plan,
      met: met,
      total: values[plan.subject]?.point.wholeNumber,
      side: side,
      catalog: catalog
    )
    foot.notes = ruling.notes(on: plan) + foot.notes
    self.init(
      statement: statement,
      verdict: Verdict(ruling.truth),
      value: ruling.value.map { periods.figure(plan.subject, ruling.isFigure ? $0 : nil) },
      valueKind: ruling.kind.column(kind),
      figureKind: kind,
      figures: ([plan.base].compactMap { $0 } + [plan.subject]).map(periods.figure),
      runnerUp: plan.base == nil ? ruling.runnerUp.map(periods.figure) : nil,
      runnerUpRole: plan.check.judgment.role(of: ruling),
      change: plan.base.flatMap { periods.change(from: $0, to: plan.subject, ruling) },
      margin: ruling.isFigure && ruling.value?.isPrinted != false
        ? ruling.margin.map { Number($0) } : nil,
      compared: plan.compared.map(periods.figure),
      comparedWords: periods.words,
      leftOut: plan.leftOut.map(periods.figure),
      countingLeftOut: ruling.countingLeftOut.map { Verdict($0) },
      allowed: ruling.allowed.map { CheckRange($0) },
      range: ruling.isFigure ? ruling.value.flatMap { CheckRange($0) } : nil,
      foot: foot
    )
  }
}

/// The periods of a statement by their names.
private struct CheckPeriods {
  let plan: CheckPlan
  let values: [Estimate?]

  func label(_ place: Int) -> String { plan.pieces[place].label }

  func figure(_ place: Int) -> CheckFigure { figure(place, values[place]) }

  func figure(_ place: Int, _ value: Estimate?) -> CheckFigure {
    CheckFigure(
      label(place),
      plan.pieces[place].period,
      days: plan.pieces[place].days.hull,
      number: value.flatMap { $0.isPrinted ? Number($0.point) : nil },
      precision: value?.precision ?? .exact,
      range: value.map { CheckRange($0.interval) }
    )
  }

  /// The change in units and in percent; `nil` between two floors, or two ceilings.
  func change(from base: Int, to subject: Int, _ ruling: Ruling) -> CheckChange? {
    guard let first = values[base], let last = values[subject], first.isPrinted, last.isPrinted,
      ruling.isFigure, ruling.value != nil
    else { return nil }
    let percent = (last.point / first.point).map { ($0 - Fraction(1)) * Fraction(100) }
    return CheckChange(
      absolute: Number(last.point - first.point),
      percent: percent.map { Number($0) }
    )
  }

  /// `51 months, Aug 2020 – Oct 2024; 2 of them not held`
  var words: String {
    guard let first = plan.compared.first, let last = plan.compared.last else {
      return plan.beforeSeries.map { "nothing is held: \(shortDates(of: $0))" } ?? ""
    }
    let unit = plan.pieces[first].period?.unit.name
    let count = plan.compared.count
    let months = plan.pieces[first].days.monthCount
    let what =
      unit.map { "\(count) \($0)\(count == 1 ? "" : "s")" } ?? "\(count) spans of \(months) months"
    let ends =
      unit == nil
      ? shortDates(of: DayRange(plan.pieces[first].whole.first, plan.pieces[last].whole.last))
      : first == last ? label(first) : "\(label(first)) – \(label(last))"
    return (["\(what), \(ends)"] + gaps).joined(by: "; ")
  }

  /// Which of them are missing, or not comparable.
  private var gaps: [String] {
    let missing = plan.compared.count { values[$0] == nil }
    let unprinted = plan.compared.count { values[$0]?.isPrinted == false }
    let irregular =
      plan.comparesByMonth
      ? (plan.compared + [plan.subject]).filter { !plan.isRegular($0) } : []
    return (missing == 0 ? [] : ["\(missing) of them not held"])
      + (unprinted == 0 ? [] : ["no number is printed for \(unprinted) of them"])
      + irregular.map { "\(label($0)) has fifteen months, and is compared by the month" }
      + (plan.overlapping.map { ["\($0.label) overlaps it"] } ?? [])
      + (plan.beforeSeries.map { ["not held before: \(shortDates(of: $0))"] } ?? [])
      + (plan.afterSeries.map { ["not held after: \(shortDates(of: $0))"] } ?? [])
  }
}

extension Estimate {
  fileprivate var precision: Precision {
    switch sign {
    case .exact: .exact
    case .approximate: .approximate
    case .floor: .floor
    case .ceiling: .ceiling
    }
  }
}

extension Number {
  init(_ fraction: Fraction) {
    self = fraction.wholeNumber.map { .integer($0) } ?? .real(fraction.real)
  }
}

extension CheckRange {
  fileprivate init(_ allowed: Allowed) {
    self.init(
      low: allowed.low.number.map { Number($0) },
      high: allowed.high.number.map { Number($0) },
      includesLow: allowed.includesLow,
      includesHigh: allowed.includesHigh,
      isComplement: allowed.isComplement
    )
  }

  /// Where an estimate lies; `nil` for one that is exact.
  fileprivate init?(_ estimate: Estimate) {
    guard estimate.interval.point == nil else { return nil }
    self.init(estimate.interval)
  }

  fileprivate init(_ interval: Interval) {
    self.init(
      low: interval.low.number.map { Number($0) },
      high: interval.high.number.map { Number($0) }
    )
  }
}

extension Ruling {
  /// Whether what is judged is a figure at all: two floors, or two ceilings, have no difference and
  /// no ratio, and what is not printed has none either.
  fileprivate var isFigure: Bool { kind == .figure || value?.interval != .unbounded }

  /// What must be said of the value itself.
  fileprivate func notes(on plan: CheckPlan) -> [Note] {
    if truth == .no, let lack = plan.lackWords {
      return [Note(.understood, "\(lack); an earlier period decides without it")]
    }
    let isFromZero = truth == .unknown && value == nil && runnerUpRole == .base
    return isFromZero
      ? [Note(.absence, "a change from zero has no percentage and no factor")] : []
  }
}

extension Ruling.Kind {
  /// The kind of column of the value that is judged, given that of the figures.
  fileprivate func column(_ figure: AnswerColumn.Kind) -> AnswerColumn.Kind {
    switch self {
    case .figure: figure
    case .difference: figure == .fraction ? .points : figure
    case .percent: .percent
    case .factor: .figure(unit: nil)
    }
  }
}

extension Judgment {
  /// The name for the role of the period that the subject is compared with.
  fileprivate func role(of ruling: Ruling) -> String {
    switch ruling.runnerUpRole {
    case .base: ""
    case .predecessor: "period before"
    case .rival: rivalRole(ruling.margin)
    case .earlier: "earlier too"
    }
  }

  private func rivalRole(_ margin: Fraction?) -> String {
    guard case .superlative(let kind, _) = verdict else { return "" }
    guard let margin else { return "nearest" }
    if margin == .zero { return "equal" }
    guard margin.isNegative else { return "next \(kind.rawValue)" }
    return kind == .highest ? "higher" : "lower"
  }
}
