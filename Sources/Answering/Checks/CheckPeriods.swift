import Catalog
import Planner
import QueryLanguage
import Results

/// The periods of a statement by their names.
struct CheckPeriods {
  let plan: CheckPlan
  let values: [Estimate?]

  func label(_ place: Int) -> String { plan.pieces[place].label }

  func figure(_ place: Int) -> CheckFigure { figure(place, values[place]) }

  func figure(_ place: Int, _ value: Estimate?) -> CheckFigure {
    CheckFigure(plan.pieces[place], value, label: label(place))
  }

  /// The figure of a place, named by what it counts and when.
  func figure(_ place: Int, as query: ResolvedQuery) -> CheckFigure {
    CheckFigure(
      plan.pieces[place],
      values[place],
      label: query.labelWithPeriod(plan.pieces[place])
    )
  }

  /// The change in units and in percent; `nil` between two floors, or two ceilings.
  func change(from base: Estimate?, to subject: Estimate?, _ ruling: Ruling) -> CheckChange? {
    guard let first = base, let last = subject, first.isPrinted, last.isPrinted,
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
      spansOfSeveralParts
      ?? (unit == nil
        ? shortDates(of: DayRange(plan.pieces[first].whole.first, plan.pieces[last].whole.last))
        : first == last ? label(first) : "\(label(first)) – \(label(last))")
    let isAll = plan.check.reach.map { if case .ever = $0.extent { true } else { false } } ?? false
    return (["\(what), \(ends)\(isAll ? ", all that is held before" : "")"] + gaps).joined(by: "; ")
  }

  /// `Feb 2017 – Jan 2021, Feb 2025 – Aug 2026`, where the statement names a span of several parts.
  private var spansOfSeveralParts: String? {
    guard case .within(let days)? = plan.check.reach?.extent, days.ranges.count > 1 else {
      return nil
    }
    let held = DaySet((plan.compared + [plan.subject]).flatMap { plan.pieces[$0].days.ranges })
    return held.intersection(days).ranges.map(shortDates).joined(by: ", ")
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

extension CheckFigure {
  /// The figure of a period.
  init(_ piece: RowPeriod, _ value: Estimate?, label: String) {
    self.init(
      label,
      piece.period,
      days: piece.days.hull,
      number: value.flatMap { $0.isPrinted ? Number($0.point) : nil },
      precision: value?.precision ?? .exact,
      range: value.map { CheckRange($0.interval) }
    )
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
