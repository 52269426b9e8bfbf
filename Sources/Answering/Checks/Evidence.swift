import Catalog
package import Planner
import QueryLanguage
package import Results
import SQLCompiler

/// The figures of a statement's periods, read from the database and put together as estimates.
package struct Evidence {
  private let plan: QueryPlan
  private var figures: [[PeriodFigures]]
  /// For each month that the question cuts, what it holds.
  private var edges: [PeriodFigures]
  /// Figures that were put together, by figure and row.
  package private(set) var met: RowReader.Findings

  package init(_ plan: QueryPlan) {
    self.plan = plan
    figures = plan.figures.map { $0.segments.map { _ in PeriodFigures() } }
    edges = plan.edges.map { _ in PeriodFigures() }
    met = RowReader.Findings(pieces: plan.pieces.map { _ in true }, isDivided: false)
  }

  /// Takes in a row of ``EvidenceSQL`` for a segment of a figure.
  package mutating func read(_ row: some RawRow, figure: Int, segment: Int) {
    let own = plan.figures[figure]
    figures[figure][segment].read(
      row,
      scale: own.figure.measure.scale,
      rounding: own.segments[segment].candidate.dataset.rounding
    )
  }

  /// Takes in a row of what a month holds that the question cuts.
  package mutating func read(_ row: some RawRow, edge: Int) {
    let own = plan.edges[edge]
    edges[edge].read(
      row,
      scale: plan.figures[own.figure].figure.measure.scale,
      rounding: own.candidate.dataset.rounding
    )
  }

  // MARK: Values

  /// The value of the question for each of its periods; `nil` where none is held.
  package mutating func values() -> [Estimate?] {
    plan.pieces.indices.map { value(of: plan.query.columns[0], in: $0) }
  }

  private mutating func value(of column: ResolvedQuery.Column, in piece: Int) -> Estimate? {
    guard let value = value(column.value, in: piece, fold: nil) else { return nil }
    guard let per = plan.query.per, column.quantity.kind == .flow else { return value }
    let covered = plan.query.figures(in: column.value).map { plan.figures[$0].held[piece] }
      .filter { !$0.isEmpty }.min { $0.dayCount < $1.dayCount }
    guard let covered else { return nil }
    let (length, factor) = covered.length(in: per.unit)
    let rate = value / Estimate(Fraction(length, over: factor))
    // A rate over a part of a period says nothing of the rate over all of it.
    let isWhole = plan.query.figures(in: column.value).allSatisfy {
      !plan.figures[$0].isPartial(piece, plan.pieces[piece])
    }
    return isWhole ? rate : rate?.within(.unbounded)
  }

  /// `piece` is a row of the plan or, inside a fold, one of its finer periods.
  private mutating func value(
    _ value: ResolvedQuery.Value,
    in piece: Int,
    fold: Int?
  ) -> Estimate? {
    switch value {
    case .number(let ratio): return Estimate(Fraction(ratio))
    case .figure(let index): return figure(index, in: piece, fold: fold)
    case .fold(let index): return self.fold(index, in: piece)
    case .operation(let sign, let left, let right):
      guard let first = part(left, sign, piece, fold), let second = part(right, sign, piece, fold)
      else { return nil }
      switch sign {
      case .add: return first + second
      case .subtract: return first - second
      case .multiply: return first * second
      case .divide: return first / second
      }
    }
  }

  /// A part of a sum that could not be counted at all adds nothing.
  private mutating func part(
    _ value: ResolvedQuery.Value,
    _ sign: Query.Operator,
    _ piece: Int,
    _ fold: Int?
  ) -> Estimate? {
    if let own = self.value(value, in: piece, fold: fold) { return own }
    guard case .figure(let index) = value, sign == .add || sign == .subtract, fold == nil,
      plan.figures[index].isImpossible[piece]
    else { return nil }
    return Estimate(.zero)
  }

  // MARK: Folds

  private mutating func fold(_ index: Int, in piece: Int) -> Estimate? {
    let fold = plan.query.folds[index]
    let frame = plan.main.folds[index]
    let finer = frame.pieces.indices.filter { frame.rows[$0] == piece }
    let values = finer.map { value(fold.value, in: $0, fold: index) }
    let known = values.compactMap(\.self)
    guard !known.isEmpty, known.count == values.count || fold.function == .max else { return nil }
    let isWhole = frame.isWhole[piece] && known.count == values.count
    return fold.function.estimate(of: known, isWhole: isWhole)
  }

  // MARK: Figures

  private mutating func figure(_ index: Int, in piece: Int, fold: Int?) -> Estimate? {
    let own = plan.figures[index]
    var parts: [WeightedPart] = []
    for (segment, rows) in zip(own.segments, figures[index]) {
      for use in segment.uses where use.piece == piece {
        for (code, days) in segment.candidate.periods(in: use.days) {
          let estimate = estimate(rows[code], segment.candidate)
          parts.append(WeightedPart(estimate: estimate, days: days.count))
        }
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

  /// What is known of one period: its figure, or where it lies when none is printed. Nothing that is counted is
  /// less than none.
  private mutating func estimate(_ found: PeriodFigure?, _ candidate: Candidate) -> Estimate {
    guard let found else {
      met.note(candidate.dataset.absent.absence)
      return candidate.dataset.ofAbsentRow
    }
    met.withheldCells += found.withheld
    met.emptyCells += found.empty - found.withheld
    for hedge in found.hedges.elements { met.hedges.insert(hedge) }
    guard let estimate = found.estimate else {
      met.note(found.withheld > 0 ? .withheld : .notPublished)
      return Estimate(unprintedIn: .fromZero)
    }
    if candidate.dataset.rounding > 1, found.hedges.elements.isEmpty {
      met.roundings.insert(candidate.dataset.rounding)
    }
    return found.empty > 0 ? estimate.openedAbove : estimate
  }

  private func isPartial(_ figure: Int, _ piece: Int, _ fold: Int?) -> Bool {
    let own = plan.figures[figure]
    guard let fold else {
      return own.isPartial(piece, plan.pieces[piece]) && !isCut(piece)
    }
    guard own.figure.measure.kind == .flow else { return false }
    let held = own.segments.flatMap(\.uses).filter { $0.piece == piece }.flatMap(\.days.ranges)
    return DaySet(held) != plan.main.folds[fold].pieces[piece].days
  }

  // MARK: Cut months

  /// Whether the row's first or last month is cut by the question, and what it holds is known.
  private func isCut(_ piece: Int) -> Bool {
    !plan.edges.isEmpty
      && plan.edges.allSatisfy { !plan.pieces[piece].days.intersection($0.month.days).isEmpty }
  }

  /// The most that the cut months of a figure hold.
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

  /// Weighted by days.
  fileprivate var mean: Estimate {
    guard count > 1 else { return self[0].estimate }
    let days = Estimate(Fraction(Swift.max(1, reduce(0) { $0 + $1.days })))
    let weighted = map { $0.estimate * Estimate(Fraction($0.days)) }
    return weighted.dropFirst().reduce(weighted[0], +) / days ?? self[0].estimate
  }
}

extension Estimate {
  /// The figure or more: a part of it is not there.
  fileprivate var openedAbove: Estimate { within(Interval(interval.low, .positiveInfinity)) }

  /// The figure, or more by at most as much.
  fileprivate func raised(by most: Interval.Bound) -> Estimate {
    within(interval + Interval(.number(.zero), most))
  }
}

extension Query.FoldFunction {
  /// One figure made of several, of which there is at least one. Where periods are missing, the largest may be
  /// larger, the smallest smaller, and a mean anything.
  fileprivate func estimate(of values: [Estimate], isWhole: Bool) -> Estimate {
    let low = number(of: values.map(\.interval.low))
    let high = number(of: values.map(\.interval.high))
    let interval =
      switch self {
      case _ where isWhole: Interval(low, high)
      case .max: Interval(low, .positiveInfinity)
      case .min: Interval(.negativeInfinity, high)
      case .average, .median: Interval.unbounded
      }
    return Estimate(
      number(of: values.map { .number($0.point) }).number ?? .zero,
      in: interval,
      origin: values.map(\.origin).reduce(.computed) { Swift.max($0, $1) }
    )
  }

  private func number(of bounds: [Interval.Bound]) -> Interval.Bound {
    let sorted = bounds.sorted()
    switch self {
    case .max: return sorted[sorted.count - 1]
    case .min: return sorted[0]
    case .median: return mean([sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2]])
    case .average: return mean(sorted)
    }
  }

  private func mean(_ bounds: [Interval.Bound]) -> Interval.Bound {
    let numbers = bounds.compactMap(\.number)
    guard numbers.count == bounds.count else {
      return bounds.first { $0.number == nil } ?? .positiveInfinity
    }
    return .number(numbers.reduce(.zero, +) * Fraction(1, over: bounds.count))
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
  /// What a combination without a row is, in a period that the table holds.
  fileprivate var ofAbsentRow: Estimate {
    switch absent {
    case .zero: Estimate(.zero)
    case .small: Estimate(unprintedIn: Interval(.number(.zero), .number(threshold)))
    case .withinOther, .unknown: Estimate(unprintedIn: .fromZero)
    }
  }

  /// The most that is left out as small: fewer than five, or what rounds to nothing.
  private var threshold: Fraction { rounding > 1 ? Fraction(rounding, over: 2) : Fraction(4) }
}

extension Interval {
  fileprivate static let fromZero = Interval(.number(.zero), .positiveInfinity)
}

extension Dataset.Absent {
  /// Why a combination without a row has no figure.
  fileprivate var absence: Absence {
    switch self {
    case .zero, .unknown: .notHeld
    case .small: .small
    case .withinOther: .withinOther
    }
  }
}

extension RowReader.Findings {
  fileprivate mutating func note(_ absence: Absence) {
    if !absences.contains(absence) { absences.append(absence) }
  }
}
