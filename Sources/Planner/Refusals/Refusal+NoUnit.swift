import Catalog
import Diagnostics
import QueryLanguage

// Tables fit, but none counts in the unit of time of the question.

extension Refusal {
  /// No candidate counts in the units of the rows and folds.
  static func noUnit(
    for figure: Int,
    of query: ResolvedQuery,
    _ units: [TimeUnit],
    _ candidates: [Candidate]
  ) -> Refusal {
    let wanted = units.first { unit in !candidates.contains { $0.serves(unit) } } ?? units.first
    let others = servedUnits(candidates)
    let unit = wanted ?? .month
    let nearest = others.sorted { $0.distance(to: unit) < $1.distance(to: unit) }
    return .lackOfData(
      "not-published-by-time",
      "this is not published by \(unit.name)",
      at: zip(query.keys, query.keySpans).first { $0.0.timeUnit == wanted }?.1
        ?? query.column(of: figure).span,
      hint: published(by: others),
      instead: nearest.prefix(2).map { query.query.replacing(unit, by: $0) }
    )
  }

  /// A unit of time after `latest` or `last` that nothing is published by.
  static func notPublished(
    by unit: TimeUnit,
    _ column: ResolvedQuery.ComputedColumn,
    _ candidates: [Candidate]
  ) -> Refusal {
    .lackOfData(
      "not-published-by-time",
      "`\(column.label)` is not published by \(unit.name)",
      at: column.span,
      hint: published(by: servedUnits(candidates))
    )
  }

  /// No period that a fold goes over is held whole.
  static func emptyFold(_ fold: ResolvedQuery.Fold) -> Refusal {
    .lackOfData(
      "nothing-to-fold",
      "no \(fold.unit.name) is complete, and partial ones have no \(fold.function.rawValue)",
      at: fold.span
    )
  }

  /// The units of time that some table counts in.
  private static func servedUnits(_ candidates: [Candidate]) -> [TimeUnit] {
    TimeUnit.allCases.filter { unit in candidates.contains { $0.serves(unit) } }
  }

  private static func published(by units: [TimeUnit]) -> String {
    "it is published by \(units.map(\.name).joined(by: ", "))"
  }
}
