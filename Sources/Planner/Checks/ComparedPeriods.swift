import Catalog
import Diagnostics
import QueryLanguage

/// The periods that a value is compared with: those of the same length, after the period named by
/// `since` and before the value's own. For a span of months, every earlier span of as many months.
struct ComparedPeriods {
  private(set) var compared: [RowPeriod] = []
  /// Those in the period named, which is left out, as speakers mean it.
  private(set) var leftOut: [RowPeriod] = []
  /// The one before the first of them, for rises and falls.
  private(set) var before: RowPeriod?
  /// Days after the period named that come before everything held.
  private(set) var beforeSeries: DayRange?
  /// Days before the statement's own that come after everything held.
  private(set) var afterSeries: DayRange?
  /// The first period of a unit named that overlaps the statement's own, and so is not before it.
  private(set) var overlapping: RowPeriod?

  init(
    _ own: RowPeriod,
    _ reach: ResolvedCheck.Reach,
    _ judgment: Judgment,
    _ supply: [FigureTables]
  ) throws(Diagnostic) {
    guard let subject = own.days.ranges.only else {
      throw .severalSpans(at: judgment.span)
    }
    guard reach.days.last < subject.first else { throw .notBefore(at: reach.span) }
    let steps = try Steps(subject, reach, judgment)
    let extent = supply.extent ?? subject
    let isLevel = supply.allSatisfy { $0.figure.measure.kind == .stock }
    let end = min(subject.first, extent.last.next)
    if end < subject.first {
      afterSeries = DayRange(max(end, reach.days.last.next), subject.first.previous)
    }
    for step in steps.all(from: max(reach.days.first, extent.first), before: end) {
      // Levels are read now and then: days without a reading are not compared.
      if isLevel, steps.unit == .day, !supply.contains(where: { $0.holdsAny(of: step.days) }) {
        continue
      }
      guard step.whole.last >= extent.first, !isImpossible(step, supply) else { continue }
      if step.whole.first > reach.days.last { compared.append(step) } else { leftOut.append(step) }
    }
    if judgment.form.comparesNeighbors {
      guard let period = ((leftOut + compared).first ?? own.named).period else {
        throw .spansHaveNoOrder(at: judgment.span)
      }
      before = RowPeriod(of: period.previous)
    }
    overlapping = steps.overlapping(subject)
    // Nothing is missing from before the figure could exist.
    let next = max(reach.days.last.next, existence(supply))
    if next < extent.first, next < subject.first {
      beforeSeries = DayRange(next, min(extent.first, subject.first).previous)
    }
    guard !compared.isEmpty || beforeSeries != nil || afterSeries != nil else {
      throw .nothingBetween(at: reach.span)
    }
  }
}

/// The first day from which all figures of the question could exist.
private func existence(_ supply: [FigureTables]) -> Day {
  supply.map(\.figure.measure.existence.first).max() ?? .distantPast
}

/// Whether no figure of the question could exist in a period.
private func isImpossible(_ piece: RowPeriod, _ supply: [FigureTables]) -> Bool {
  supply.allSatisfy { piece.days.intersection($0.figure.measure.existence).isEmpty }
}

/// Periods of one length, one after the other.
private struct Steps {
  /// `nil` for spans of months.
  let unit: TimeUnit?
  private let months: Int
  /// Whether the statement names the unit.
  private let isNamed: Bool

  init(
    _ subject: DayRange,
    _ reach: ResolvedCheck.Reach,
    _ judgment: Judgment
  ) throws(Diagnostic) {
    let own = Period(exactly: subject)
    let isWhole = subject.first.isFirstOfMonth && subject.last.isLastOfMonth
    guard own != nil || isWhole else { throw .cutMonths(subject, at: judgment.span) }
    months = Period.all(.month, touching: subject).count
    unit = reach.unit ?? (reach.comparesSpans && months > 1 ? nil : own?.unit)
    isNamed = reach.unit != nil
    guard let named = reach.unit, named.monthCount != (own?.unit == .day ? 0 : months) else {
      return
    }
    throw .otherLength(named, months, at: judgment.span)
  }

  /// Those that begin on or after a day and end before another, and the one that contains the first
  /// day.
  func all(from first: Day, before end: Day) -> [RowPeriod] {
    guard let unit else { return spans(from: first, before: end) }
    var pieces: [RowPeriod] = []
    var period = Period(unit, containing: first)
    while period.days.last < end {
      pieces.append(RowPeriod(of: period))
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

extension TimeUnit {
  /// The months of a period; 0 for a day.
  fileprivate var monthCount: Int {
    switch self {
    case .day: 0
    case .month: 1
    case .quarter: 3
    case .fiscalYear, .calendarYear: 12
    }
  }
}

extension Diagnostic {
  fileprivate static func severalSpans(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "several-spans",
      "`since` compares one unbroken period with others as long",
      at: span,
      hint: "such as `in nov 2024`, `in fy2024` or `in jun 2023..may 2024`"
    )
  }

  fileprivate static func notBefore(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "since-not-before",
      "the period after `since` is not before the one that the statement is about",
      at: span,
      hint: "an earlier one compares what lies between"
    )
  }

  fileprivate static func nothingBetween(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "nothing-between",
      "no period lies between the one after `since`, which is left out, and the statement's own",
      at: span,
      hint: "an earlier period after `since` compares more"
    )
  }

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
      "a period of \(months) months is not compared with one of another length: \(unit.name)",
      at: span,
      hint: "equal spans are compared with equal spans"
    )
  }

  fileprivate static func spansHaveNoOrder(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "spans-without-order",
      "`rise` and `fall` compare each period with the one before, and spans overlap",
      at: span,
      hint: "such as `in nov 2024` or `in fy2024`"
    )
  }
}
