import Catalog
package import Planner
import QueryLanguage
import Results
import SQLCompiler

/// The figures of a statement's periods, read from the database and combined as estimates.
package struct Evidence {
  let plan: QueryPlan
  private(set) var figures: [[PeriodFigures]]
  /// For each figure and row, the days that its segments answer.
  let uses: [[[(segment: Int, days: DaySet)]]]
  /// For each month that the question cuts, what it holds.
  private(set) var edges: [PeriodFigures]
  /// What was found that a note must explain.
  package internal(set) var findings: RowFindings

  package init(_ plan: QueryPlan) {
    self.plan = plan
    figures = plan.figures.map { $0.segments.map { _ in PeriodFigures() } }
    edges = plan.edges.map { _ in PeriodFigures() }
    uses = plan.figures.map { figure in
      let rows = figure.figure.fold.map { plan.main.folds[$0].pieces.count } ?? plan.pieces.count
      var uses: [[(segment: Int, days: DaySet)]] = Array(repeating: [], count: rows)
      for (index, segment) in figure.segments.enumerated() {
        for use in segment.uses { uses[use.piece].append((index, use.days)) }
      }
      return uses
    }
    findings = RowFindings(pieces: plan.pieces.map { _ in true }, isDivided: false)
  }

  /// Adds a row for a segment of a figure.
  package mutating func read(_ row: EvidenceRow, figure: Int, segment: Int) {
    let own = plan.figures[figure]
    figures[figure][segment].read(
      row,
      scale: own.figure.measure.scale,
      rounding: own.segments[segment].candidate.dataset.rounding
    )
  }

  /// Adds a row of the figures of a month that the question cuts.
  package mutating func read(_ row: EvidenceRow, edge: Int) {
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

  private mutating func value(of column: ResolvedQuery.ComputedColumn, in piece: Int) -> Estimate? {
    guard let value = value(column.value, in: piece, fold: nil) else { return nil }
    guard let per = plan.query.per, column.isDivided else { return value }
    let figures = plan.query.figures(in: column.value)
    guard let covered = plan.main.covered(by: figures, piece) else { return nil }
    let (length, factor) = covered.length(in: per.unit)
    let rate = value / Estimate(Fraction(length, over: factor))
    // A rate over part of a period says nothing about the rate over all of it.
    let isWhole = figures.allSatisfy { !plan.figures[$0].isPartial(piece, plan.pieces[piece]) }
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
      plan.figures[index].rows[piece].isImpossible
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
}

extension Query.FoldFunction {
  /// One figure made of several, of which there is at least one. Where periods are missing, the
  /// largest may be larger, the smallest smaller, and a mean anything.
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
