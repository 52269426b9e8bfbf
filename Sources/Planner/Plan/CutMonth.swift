package import Catalog
import QueryLanguage

/// A month of which the question covers only some days.
package struct CutMonth: Sendable {
  /// Index into the question's figures.
  package let figure: Int
  /// The dataset that holds the whole month.
  package let candidate: Candidate
  package let month: Period
}

extension CutMonth {
  /// The months that a question of one row cuts. They give the least and the most that the row can
  /// be.
  static func all(
    _ query: ResolvedQuery,
    _ pieces: [RowPeriod],
    _ supply: [FigureTables]
  ) -> [CutMonth] {
    guard query.keys.isEmpty, query.versus == nil, query.per == nil, let piece = pieces.first,
      query.columns.count == 1,
      query.columns[0].value.isSum
    else { return [] }
    var edges: [CutMonth] = []
    for (index, figure) in supply.enumerated() {
      guard figure.figure.measure.kind == .flow else { return [] }
      let missing = piece.days.subtracting(figure.uses(for: piece.days).days)
      for month in missing.ranges.flatMap({ Period.all(.month, touching: $0) }) {
        // With any other day missing, the upper bound would not hold.
        guard !piece.days.contains(month.days),
          let candidate = figure.candidates.first(where: { $0.covers(month.days) })
        else { return [] }
        edges.append(CutMonth(figure: index, candidate: candidate, month: month))
      }
    }
    return edges
  }
}
