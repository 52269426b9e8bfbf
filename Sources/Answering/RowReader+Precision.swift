import Catalog
import Planner
import QueryLanguage
import Results

extension RowReader {
  /// How exact an output is; `nil` when two bounds give no figure.
  mutating func precision(
    of output: ResolvedQuery.Output,
    _ index: Int
  ) -> Precision? {
    guard let column = output.column else { return .exact }
    let value = plan.query.columns[column].value
    let figures = plan.query.figures(in: value)
    if companions.about[index] {
      findings.hedges.insert(Hedge.about.code)
      return .approximate
    }
    switch output.content {
    case .value: return precision(of: value)
    case .reference:
      if companions.bound[index] {
        findings.hasBoundBeside = true
        return .floor
      }
      return rounded(figures, in: references(.versus), at: place.piece, place.source)
    case .rank, .sources: return .exact
    case .change(let comparison), .percent(let comparison):
      if isAbout(figures) { return .approximate }
      switch comparison {
      case .previous: return rounded(figures, last: 2)
      case .yearBefore: return rounded(figures, with: .yearBefore)
      case .versus: return rounded(figures, with: .versus)
      }
    case .index(let extra):
      let base = rounded(figures, in: references(.index(extra)), at: 0, place.source)
      return base == .exact ? rounded(figures, last: 1) : base
    case .share: return companions.bound[index] ? .approximate : rounded(figures, last: 1)
    case .running:
      return companions.bound[index] ? .floor : rounded(figures, last: plan.pieces.count)
    case .rolling(let count):
      return companions.bound[index] ? .floor : rounded(figures, last: count)
    }
  }

  /// Whether a figure of the row was stated with "about", or of the row before it where rows are a
  /// series.
  private func isAbout(_ figures: [Int]) -> Bool {
    let isSeries = plan.query.keys.allSatisfy(\.isTime)
    return figures.contains { figure in
      companions.hedge[figure] == Hedge.about.code
        || isSeries && hedgesBefore[figure] == Hedge.about.code
    }
  }

  // MARK: Rounding

  private func references(_ kind: Reference.Kind) -> Frame? {
    plan.references.first { $0.kind == kind }?.frame
  }

  private mutating func rounded(
    _ figures: [Int],
    with kind: Reference.Kind
  ) -> Precision {
    let own = rounded(figures, last: 1)
    return own == .exact
      ? rounded(figures, in: references(kind), at: place.piece, place.source) : own
  }

  /// Whether any of the last pieces, the row's own the last of them, is rounded by the publisher.
  private mutating func rounded(
    _ figures: [Int],
    last count: Int
  ) -> Precision {
    let end = place.piece ?? plan.pieces.count - 1
    var precision = Precision.exact
    for piece in max(0, end - count + 1)...max(0, end)
    where rounded(figures, in: plan.main, at: piece, place.source) != .exact {
      precision = .approximate
    }
    return precision
  }

  private mutating func rounded(
    _ figures: [Int],
    in frame: Frame?,
    at piece: Int?,
    _ source: Int?
  ) -> Precision {
    guard let frame, let piece, frame.pieces.indices.contains(piece) else { return .exact }
    var precision = Precision.exact
    for figure in figures {
      let step = frame.figures[figure].rounding(of: piece, source: source)
      guard step > 1 else { continue }
      findings.roundings.insert(step)
      precision = .approximate
    }
    return precision
  }

  /// The same for the current row; for one that sums up all periods, whether any of them is.
  private func rounding(of own: FigurePlan) -> Int {
    if let piece = place.piece { return own.rounding(of: piece, source: place.source) }
    return plan.pieces.indices.reduce(1) { max($0, own.rounding(of: $1, source: place.source)) }
  }

  // MARK: Values

  private mutating func precision(
    of value: ResolvedQuery.Value
  ) -> Precision? {
    switch value {
    case .number: return .exact
    case .fold(let index):
      return precision(of: plan.query.folds[index].value)
    case .operation(let sign, let left, let right):
      guard let first = precision(of: left),
        let second = precision(of: right)
      else { return nil }
      let both = first.combined(with: second, by: sign)
      if both == .ceiling, second == .floor { findings.hasFloorBelow = true }
      return both
    case .figure(let figure): return precision(ofFigure: figure)
    }
  }

  private mutating func precision(
    ofFigure figure: Int
  ) -> Precision {
    let own = plan.figures[figure]
    let hedge = companions.hedge[figure]
    if hedge > 0 {
      findings.hedges.insert(hedge)
      let stated = Precision(hedge: hedge)
      // Part of a period is a floor: together with a ceiling it is neither.
      let isPart = place.piece.map { own.isPartial($0, plan.pieces[$0]) } ?? false
      return stated == .ceiling && isPart ? .approximate : stated
    }
    findings.withheldCells += companions.withheld[figure]
    let unpublished = companions.empty[figure] - companions.withheld[figure]
    if unpublished > 0 { findings.emptyCells += unpublished }
    let counted = companions.periods[figure]
    let isShort =
      companions.untold[figure] && !place.isSummary
      || counted >= 0 && !place.isSummary
        && place.piece.map { counted < own.untoldPeriodCount($0, source: place.source) } ?? false
    if isShort { findings.shortSums += 1 }
    if companions.withheld[figure] > 0 || unpublished > 0 || isShort { return .floor }
    let rounding = rounding(of: own)
    guard rounding > 1 else { return .exact }
    findings.roundings.insert(rounding)
    return .approximate
  }
}

extension FigurePlan {
  /// The coarsest step to which a row's figures are rounded by the publisher.
  fileprivate func rounding(of piece: Int, source: Int? = nil) -> Int {
    var coarsest = 1
    for segment in rows[piece].sources {
      guard source == nil || segments[segment].candidate.dataset.source == source else { continue }
      coarsest = max(coarsest, segments[segment].candidate.dataset.rounding)
    }
    return coarsest
  }
}

extension Precision {
  /// The precision by the code of the hedge, as in the fact tables.
  init(hedge: Int) {
    switch hedge {
    case Hedge.exact.code: self = .exact
    case Hedge.moreThan.code, Hedge.atLeast.code, Hedge.vague.code: self = .floor
    case Hedge.nearly.code, Hedge.upTo.code: self = .ceiling
    case Hedge.about.code: self = .approximate
    default: self = .exact
    }
  }

  /// How exact two figures together are; `nil` when two bounds on one side give no figure.
  func combined(with other: Precision, by sign: Query.Operator) -> Precision? {
    switch sign {
    case .add, .multiply: return sum(with: other)
    case .subtract, .divide:
      guard !isBound || !other.isBound || self != other else { return nil }
      return sum(with: other.turned)
    }
  }

  private func sum(with other: Precision) -> Precision {
    if self == .exact { return other }
    if other == .exact { return self }
    let sides = [self, other]
    if sides.contains(.floor) { return sides.contains(.ceiling) ? .approximate : .floor }
    return sides.contains(.ceiling) ? .ceiling : .approximate
  }

  private var isBound: Bool { self == .floor || self == .ceiling }

  /// Subtracting or dividing by a bound turns it into a bound on the other side.
  private var turned: Precision {
    switch self {
    case .floor: .ceiling
    case .ceiling: .floor
    case .exact, .approximate: self
    }
  }
}
