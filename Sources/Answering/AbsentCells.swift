import Catalog
import Planner
import QueryLanguage
import Results

/// The cell shown where a combination has no row, according to what its table says of it.
struct AbsentCells {
  private let plan: QueryPlan
  /// The pieces by the cells of the keys of time.
  private let pieces: [[Cell]: Int]
  /// For each dimension of the rows, the ids of its values by name; empty where every table names
  /// all of them.
  private let ids: [[String: Int]]

  init(_ plan: QueryPlan, _ catalog: any CatalogReader) {
    self.plan = plan
    let times = plan.query.keys.filter(\.isTime)
    var pieces: [[Cell]: Int] = [:]
    for (index, piece) in plan.pieces.enumerated() where !piece.isContext {
      pieces[times.compactMap { piece.cell(of: $0) }] = index
    }
    self.pieces = pieces
    let dimensions = plan.naming == nil ? [] : plan.query.keys.compactMap(\.dimension)
    ids = dimensions.map { dimension in
      let members = catalog.members(of: dimension.id).map { ($0.name, $0.id) }
      return Dictionary(members) { first, _ in first }
    }
  }

  /// The cells of a row's missing column.
  func cells(keys: [Cell], value: Cell) -> [Cell] {
    let all = zip(plan.query.keys, keys + [value])
    let piece = pieces[all.filter { $0.0.isTime }.map(\.1)]
    let values = all.filter { $0.0.dimension != nil }.map(\.1)
    return plan.query.outputs.map { output in
      guard output.content == .value, let column = output.column, let piece else {
        return .missing(.notHeld)
      }
      return cell(of: plan.query.columns[column].value, piece, values)
    }
  }

  private func cell(of value: ResolvedQuery.Value, _ piece: Int, _ values: [Cell]) -> Cell {
    let reasons = plan.query.figures(in: value).map { absent($0, piece, values) }
    if value.isSum, reasons.allSatisfy({ $0 == nil }) { return .number(.integer(0), .exact) }
    return .missing(reasons.compactMap { $0 }.first ?? .dividedByZero)
  }

  /// Why a figure is missing; `nil` when it is zero.
  private func absent(_ figure: Int, _ piece: Int, _ values: [Cell]) -> Absence? {
    let own = plan.figures[figure]
    let datasets = own.rows[piece].sources.map { own.segments[$0].candidate.dataset }
    guard !datasets.isEmpty else { return own.rows[piece].isImpossible ? .notApplicable : .notHeld }
    for dataset in datasets {
      switch dataset.absent {
      case .zero: continue
      case .small: return .small
      case .withinOther: return .withinOther
      case .unknown: return .notHeld
      }
    }
    return isNamed(values, in: own, piece) ? nil : .notNamed
  }

  /// Whether every table of the piece names the values of a row.
  private func isNamed(_ values: [Cell], in own: FigurePlan, _ piece: Int) -> Bool {
    guard let group = plan.naming?.group(of: own, piece) else { return true }
    return zip(zip(values, ids), group.unnamed).allSatisfy { known, unnamed in
      guard case .text(let name) = known.0, let id = known.1[name] else { return true }
      return !unnamed.contains(id)
    }
  }
}
