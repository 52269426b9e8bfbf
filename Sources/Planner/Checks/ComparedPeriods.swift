import Catalog
import Diagnostics
import QueryLanguage

/// The periods that a value is compared with: those of the same length, after the period named by
/// `since` and before the value's own. For a span of months, every earlier span of as many months.
///
/// With `in`, those of a span but its own; with `ever`, all that are held before it.
struct ComparedPeriods {
  private(set) var compared: [RowPeriod] = []
  /// Those in the period named, which is left out, as speakers mean it.
  private(set) var leftOut: [RowPeriod] = []
  /// With `ever`, those that are held after its own.
  private(set) var later: [RowPeriod] = []
  /// The one before the first of them, for rises and falls.
  private(set) var before: RowPeriod?
  /// Days after the period named that come before everything held.
  private(set) var beforeSeries: DayRange?
  /// Days before the statement's own that come after everything held.
  private(set) var afterSeries: DayRange?
  /// The first period of a unit named that overlaps the statement's own, and so is not before it.
  private(set) var overlapping: RowPeriod?
  /// How the length of the statement's own period differs from theirs.
  private(set) var length = OwnLength.equal

  init(
    _ own: RowPeriod,
    _ reach: ResolvedReach,
    _ judgment: Judgment,
    _ supply: [FigureTables]
  ) throws(Diagnostic) {
    guard let subject = own.days.ranges.only else {
      throw .severalSpans(at: judgment.span)
    }
    let steps = try PeriodSteps(subject, reach, judgment, supply)
    length = steps.length
    let extent = supply.extent ?? subject
    switch reach.extent {
    case .since(let named):
      guard named.last < subject.first else { throw .notBefore(at: reach.span) }
      takeSince(named, subject, steps, extent, supply)
      overlapping = steps.overlapping(subject)
    case .within(let spans):
      for span in spans.ranges {
        takeWithin(span.closed(at: extent), subject, steps, extent, supply)
      }
    case .ever:
      takeAll(subject, steps, extent, supply)
      if let most = judgment.form.mostLookedAt { compared = compared.suffix(most) }
      if judgment.form.tellsLater {
        // A record is one among what is held; a streak breaks where nothing is.
        compared.removeAll { step in !supply.allSatisfy { $0.holdsAny(of: step.days) } }
      } else {
        later = []
      }
    }
    if judgment.form.comparesNeighbors {
      guard let period = ((leftOut + compared).first ?? own.named).period else {
        throw .spansHaveNoOrder(at: judgment.span)
      }
      before = RowPeriod(of: period.previous)
    }
    guard !compared.isEmpty || beforeSeries != nil || afterSeries != nil else {
      throw Diagnostic.nothingCompared(reach, at: judgment.span)
    }
  }

  private mutating func takeSince(
    _ named: DayRange,
    _ subject: DayRange,
    _ steps: PeriodSteps,
    _ extent: DayRange,
    _ supply: [FigureTables]
  ) {
    let end = min(subject.first, extent.last.next)
    if end < subject.first {
      afterSeries = DayRange(max(end, named.last.next), subject.first.previous)
    }
    for step in steps.all(from: max(named.first, extent.first), before: end)
    where step.whole.last >= extent.first && isComparable(step, steps, supply) {
      if step.whole.first > named.last { compared.append(step) } else { leftOut.append(step) }
    }
    noteMissing(before: extent, from: named.last.next, to: subject.first.previous, supply)
  }

  private mutating func takeWithin(
    _ span: DayRange,
    _ subject: DayRange,
    _ steps: PeriodSteps,
    _ extent: DayRange,
    _ supply: [FigureTables]
  ) {
    let end = min(span.last, extent.last).next
    if end <= span.last { afterSeries = DayRange(max(end, span.first), span.last) }
    for step in steps.all(from: max(span.first, extent.first), before: end)
    where step.whole.first >= span.first && !step.whole.overlaps(subject)
      && isComparable(step, steps, supply)
    {
      compared.append(step)
    }
    noteMissing(before: extent, from: span.first, to: span.last, supply)
  }

  private mutating func takeAll(
    _ subject: DayRange,
    _ steps: PeriodSteps,
    _ extent: DayRange,
    _ supply: [FigureTables]
  ) {
    let end = min(subject.first, extent.last.next)
    if end < subject.first { afterSeries = DayRange(end, subject.first.previous) }
    // What comes before the first that is held whole is no part of the series.
    let held = steps.unit.map { unit in supply.compactMap { $0.firstDay(in: unit) } } ?? []
    compared = Array(
      steps.all(from: held.reduce(extent.first, max), before: end)
        .drop { step in !supply.allSatisfy { $0.covers(step.whole) } }
        .filter { isComparable($0, steps, supply) }
    )
    guard subject.last < extent.last else { return }
    later = steps.all(from: subject.last.next, before: extent.last.next)
      .filter { $0.whole.first > subject.last && isComparable($0, steps, supply) }
  }

  private func isComparable(
    _ step: RowPeriod,
    _ steps: PeriodSteps,
    _ supply: [FigureTables]
  ) -> Bool {
    // Levels are read now and then: days without a reading are not compared.
    let isLevel = supply.allSatisfy { $0.figure.measure.kind == .stock }
    if isLevel, steps.unit == .day, !supply.contains(where: { $0.holdsAny(of: step.days) }) {
      return false
    }
    return !isImpossible(step, supply)
  }

  /// Nothing is missing from before the figure could exist.
  private mutating func noteMissing(
    before extent: DayRange,
    from first: Day,
    to last: Day,
    _ supply: [FigureTables]
  ) {
    let next = max(first, existence(supply))
    guard next < extent.first, next <= last else { return }
    beforeSeries = DayRange(next, min(extent.first.previous, last))
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

  fileprivate static func nothingCompared(
    _ reach: ResolvedReach,
    at span: SourceSpan
  ) -> Diagnostic {
    switch reach.extent {
    case .ever: .nothingEarlier(at: span)
    case .since: .nothingBetween(at: reach.span)
    case .within: .nothingWithin(at: reach.span)
    }
  }

  private static func nothingWithin(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "nothing-within",
      "no other period as long as the statement's own lies in the span that is compared",
      at: span,
      hint: "a longer span compares more"
    )
  }

  private static func nothingBetween(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "nothing-between",
      "no period lies between the one after `since`, which is left out, and the statement's own",
      at: span,
      hint: "an earlier period after `since` compares more"
    )
  }

  private static func nothingEarlier(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "nothing-earlier",
      kind: .lackOfData,
      "nothing before the statement's own period is held, so nothing can be compared",
      at: span,
      hint: "a later period has earlier ones"
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
