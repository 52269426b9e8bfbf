import Catalog
import Diagnostics
import QueryLanguage

/// Periods of one length, one after the other.
struct PeriodSteps {
  /// `nil` for spans of months.
  let unit: TimeUnit?
  private let months: Int
  /// The month of the year of all of them; `nil` for any.
  private let month: Int?
  /// Whether the statement names the unit.
  private let isNamed: Bool
  let length: OwnLength

  init(
    _ subject: DayRange,
    _ reach: ResolvedReach,
    _ judgment: Judgment,
    _ supply: [FigureTables]
  ) throws(Diagnostic) {
    let own = Period(exactly: subject)
    let isWhole = subject.first.isFirstOfMonth && subject.last.isLastOfMonth
    guard own != nil || isWhole else { throw .cutMonths(subject, at: judgment.span) }
    months = Period.all(.month, touching: subject).count
    unit = reach.unit ?? (reach.comparesSpans && months > 1 ? nil : own?.unit)
    month = reach.month
    isNamed = reach.unit != nil
    let ownCount = own?.unit == .day ? 0 : months
    // A fiscal year of fifteen months is one all the same.
    guard let named = reach.unit, named != own?.unit, named.monthCount != ownCount else {
      length = .equal
      return
    }
    let isShorter = ownCount < named.monthCount
    guard case .superlative(let form) = judgment.assertion, form.rank == 1,
      isShorter == (form.extreme == .highest),
      supply.allSatisfy({ $0.figure.measure.kind == .flow })
    else { throw .otherLength(named, months, at: judgment.span) }
    length = isShorter ? .shorter : .longer
  }

  /// Those that begin on or after a day and end before another, and the one that contains the first
  /// day.
  func all(from first: Day, before end: Day) -> [RowPeriod] {
    guard let unit else { return spans(from: first, before: end) }
    var pieces: [RowPeriod] = []
    var period = Period(unit, containing: first)
    while period.days.last < end {
      if month == nil || period.month == month { pieces.append(RowPeriod(of: period)) }
      period = period.next
    }
    return pieces
  }

  /// The period of a unit named that begins before the subject and ends inside or after it.
  func overlapping(_ subject: DayRange) -> RowPeriod? {
    guard let unit, isNamed else { return nil }
    let period = Period(unit, containing: subject.first)
    return period.days.first < subject.first ? RowPeriod(of: period) : nil
  }

  private func spans(from first: Day, before end: Day) -> [RowPeriod] {
    var pieces: [RowPeriod] = []
    var month = Period(.month, containing: first)
    while true {
      let range = DayRange.from(month, to: month.advanced(by: months - 1))
      guard range.last < end else { return pieces }
      pieces.append(RowPeriod(periods: [], days: DaySet([range]), whole: range))
      month = month.next
    }
  }
}

extension Diagnostic {
  fileprivate static func cutMonths(_ days: DayRange, at span: SourceSpan) -> Diagnostic {
    let first = Period(.month, containing: days.first)
    let last = Period(.month, containing: days.last)
    let inner =
      [first.days.first == days.first ? first : first.next]
      + [last.days.last == days.last ? last : last.previous]
    let isSpan = inner[0] <= inner[1]
    return Diagnostic(
      "cut-months",
      "`since` compares whole months, and \(dates(of: days)) begins or ends inside one",
      at: span,
      hint: isSpan
        ? "such as `in \(inner[0].spelling)\(inner[0] == inner[1] ? "" : "..\(inner[1].spelling)")`"
        : "such as `in \(first.spelling)`"
    )
  }

  fileprivate static func otherLength(
    _ unit: TimeUnit,
    _ months: Int,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "other-length",
      "a period of \(months) month\(months == 1 ? "" : "s") is not compared with one of another length: \(unit.name)",
      at: span,
      hint: "equal spans are compared with equal spans"
    )
  }
}
