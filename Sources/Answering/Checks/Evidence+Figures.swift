import Catalog
import Planner
import QueryLanguage
import Results

extension Evidence {
  /// A figure computed from the periods of its datasets.
  mutating func figure(_ index: Int, in piece: Int, fold: Int?) -> Estimate? {
    let own = plan.figures[index]
    var parts: [WeightedPart] = []
    for use in uses[index][piece] {
      let candidate = own.segments[use.segment].candidate
      for (code, days) in candidate.periods(in: use.days) {
        let estimate = estimate(figures[index][use.segment][code], candidate)
        parts.append(WeightedPart(estimate: estimate, days: days.count))
      }
    }
    guard !parts.isEmpty else { return nil }
    let isAverage = own.figure.measure.kind == .average
    var estimate = isAverage ? parts.mean : parts.sum
    if isPartial(index, piece, fold) {
      estimate = isAverage ? estimate.within(.unbounded) : estimate.openedAbove
    }
    return isCut(piece) ? estimate.raised(by: edge(of: index)) : estimate
  }

  /// What is known of one period: its figure, or where it lies when none is printed. Nothing that
  /// is counted is less than none.
  private mutating func estimate(_ found: PeriodFigure?, _ candidate: Candidate) -> Estimate {
    guard let found else {
      if candidate.dataset.absent != .zero { findings.note(candidate.dataset.absent.absence) }
      return candidate.dataset.ofAbsentRow
    }
    findings.withheldCells += found.withheld
    findings.emptyCells += found.empty - found.withheld
    for hedge in found.hedges.elements { findings.hedges.insert(hedge) }
    guard let estimate = found.estimate else {
      findings.note(found.withheld > 0 ? .withheld : .notPublished)
      return Estimate(unprintedIn: .fromZero)
    }
    if candidate.dataset.rounding > 1, found.hedges.elements.isEmpty {
      findings.roundings.insert(candidate.dataset.rounding)
    }
    return found.empty > 0 ? estimate.openedAbove : estimate
  }

  private func isPartial(_ figure: Int, _ piece: Int, _ fold: Int?) -> Bool {
    let own = plan.figures[figure]
    guard let fold else {
      return own.isPartial(piece, plan.pieces[piece]) && !isCut(piece)
    }
    guard own.figure.measure.kind == .flow else { return false }
    let held = uses[figure][piece].flatMap(\.days.ranges)
    return DaySet(held) != plan.main.folds[fold].pieces[piece].days
  }

  // MARK: Cut months

  /// Whether the question cuts the row's first or last month, and the figure of that month is
  /// known.
  private func isCut(_ piece: Int) -> Bool {
    !plan.edges.isEmpty
      && plan.edges.allSatisfy { !plan.pieces[piece].days.intersection($0.month.days).isEmpty }
  }

  /// The most that the cut months can add to a figure.
  private func edge(of figure: Int) -> Interval.Bound {
    zip(plan.edges, edges).filter { $0.0.figure == figure }
      .map { edge, rows in
        rows[edge.candidate.code(of: edge.month.days.first)]?.estimate?.interval
          ?? edge.candidate.dataset.ofAbsentRow.interval
      }
      .reduce(Interval(Fraction.zero), +).high
  }
}

/// A figure and the days that it is over.
private struct WeightedPart {
  let estimate: Estimate
  let days: Int
}

extension [WeightedPart] {
  fileprivate var sum: Estimate {
    dropFirst().reduce(self[0].estimate) { $0 + $1.estimate }
  }

  /// The mean, weighted by days.
  fileprivate var mean: Estimate {
    guard count > 1 else { return self[0].estimate }
    let days = Estimate(Fraction(Swift.max(1, reduce(0) { $0 + $1.days })))
    let weighted = map { $0.estimate * Estimate(Fraction($0.days)) }
    return weighted.dropFirst().reduce(weighted[0], +) / days ?? self[0].estimate
  }
}

extension Estimate {
  /// The figure or more, since a part of it is missing.
  fileprivate var openedAbove: Estimate { within(Interval(interval.low, .positiveInfinity)) }

  /// The figure, or more by at most a given amount.
  fileprivate func raised(by most: Interval.Bound) -> Estimate {
    within(interval + Interval(.number(.zero), most))
  }
}

extension Candidate {
  /// Its periods that make up some days: their codes and their own days.
  fileprivate func periods(in days: DaySet) -> [(code: Int, days: DayRange)] {
    guard let unit = dataset.time.unit else {
      return runs.filter { days.contains($0.days) }.flatMap { run in
        dataset.time == .date
          ? Period.all(.day, touching: run.days).map { ($0.code, $0.days) }
          : [(code(of: run.days.first), run.days)]
      }
    }
    return days.ranges.flatMap { range in
      Period.all(unit, touching: range).map { ($0.code, $0.days) }
    }
  }
}

extension Dataset {
  /// The figure of a combination without a row, in a period that the table holds.
  fileprivate var ofAbsentRow: Estimate {
    switch absent {
    case .zero: Estimate(.zero)
    case .small: Estimate(unprintedIn: Interval(.number(.zero), .number(threshold)))
    case .withinOther, .unknown: Estimate(unprintedIn: .fromZero)
    }
  }

  /// The largest figure that is left out as small: less than five, or what rounds to zero.
  private var threshold: Fraction { rounding > 1 ? Fraction(rounding, over: 2) : Fraction(4) }
}

extension Interval {
  fileprivate static let fromZero = Interval(.number(.zero), .positiveInfinity)
}
