import Catalog
import Planner
import QueryLanguage
import Results

/// The sources of single rows: in a separate column, or as what the rows are broken down by.
struct RowSources {
  private let plan: QueryPlan
  private let list: SourceList?
  private let names: [(source: Int, name: String)]

  init(_ plan: QueryPlan, _ catalog: any CatalogReader) {
    self.plan = plan
    list =
      plan.query.extras.sources == nil
      ? nil : SourceList(plan, plan.pieces.map { _ in true }, catalog)
    names = Self.names(plan, catalog)
  }

  /// Every source that rows are broken down by, with its name.
  static func names(
    _ plan: QueryPlan,
    _ catalog: any CatalogReader
  ) -> [(source: Int, name: String)] {
    guard plan.query.keys.contains(.source) else { return [] }
    return plan.sourcesInOrder.map { ($0, name(of: $0, plan, catalog)) }
  }

  func name(of source: Int) -> String { names.first { $0.source == source }?.name ?? "" }

  /// The citation, marked when every table of the source was superseded.
  private static func name(
    of source: Int,
    _ plan: QueryPlan,
    _ catalog: any CatalogReader
  ) -> String {
    let datasets = plan.figures.flatMap { $0.segments.map(\.candidate.dataset) }
      .filter { $0.source == source }
    // A table superseded only later was not superseded yet on the day of `as of`.
    let isSuperseded = plan.query.asOf == nil && datasets.allSatisfy(\.isSuperseded)
    return catalog.source(source)?.name(isSuperseded: isSuperseded) ?? ""
  }

  /// The sources of a row, as the answer numbers them.
  func marks(of place: RowPlace) -> [SourceMark] {
    guard let list else { return [] }
    var marks: [SourceMark] = []
    for frame in [plan.main] + plan.references.map(\.frame) {
      for figure in frame.figures {
        let pieces = place.piece.map { [$0] } ?? Array(frame.pieces.indices)
        for piece in pieces where figure.rows.indices.contains(piece) {
          for segment in figure.rows[piece].sources {
            let source = figure.segments[segment].candidate.dataset.source
            guard place.source == nil || place.source == source else { continue }
            let mark = list.mark(of: source)
            if !marks.contains(mark) { marks.append(mark) }
          }
        }
      }
    }
    return marks.sorted { $0.number < $1.number }
  }
}
