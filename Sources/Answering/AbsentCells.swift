import Catalog
import Planner
import QueryLanguage
import Results

/// What stands where a combination has no row: what its table says of it.
struct AbsentCells {
  private let plan: QueryPlan
  /// The pieces by what the keys of time say of them.
  private let pieces: [[Cell]: Int]

  init(_ plan: QueryPlan) {
    self.plan = plan
    let times = plan.query.keys.filter(\.isTime)
    var pieces: [[Cell]: Int] = [:]
    for (index, piece) in plan.pieces.enumerated() where !piece.isContext {
      pieces[times.compactMap { piece.cell(of: $0) }] = index
    }
    self.pieces = pieces
  }

  /// The cells of a row's missing column.
  func cells(keys: [Cell], value: Cell) -> [Cell] {
    let times = zip(plan.query.keys, keys + [value]).filter { $0.0.isTime }.map(\.1)
    let piece = pieces[times]
    return plan.query.outputs.map { output in
      guard output.content == .value, let column = output.column, let piece else {
        return .missing(.notHeld)
      }
      return cell(of: plan.query.columns[column].value, piece)
    }
  }

  private func cell(of value: ResolvedQuery.Value, _ piece: Int) -> Cell {
    let reasons = plan.query.figures(in: value).map { absent($0, piece) }
    if value.isSum, reasons.allSatisfy({ $0 == nil }) { return .number(.integer(0), .exact) }
    return .missing(reasons.compactMap { $0 }.first ?? .dividedByZero)
  }

  /// Why a figure is not there; `nil` when it is zero.
  private func absent(_ figure: Int, _ piece: Int) -> Absence? {
    let own = plan.figures[figure]
    let datasets = own.sources[piece].map { own.segments[$0].candidate.dataset }
    guard !datasets.isEmpty else { return own.isImpossible[piece] ? .notApplicable : .notHeld }
    for dataset in datasets {
      switch dataset.absent {
      case .zero: continue
      case .small: return .small
      case .withinOther: return .withinOther
      case .unknown: return .notHeld
      }
    }
    return nil
  }
}
