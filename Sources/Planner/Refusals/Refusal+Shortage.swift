import Catalog
import QueryLanguage

extension Refusal {
  /// The refusal of a question of which a figure has no table.
  init(
    _ shortage: Shortage,
    of figure: Int,
    in query: ResolvedQuery,
    _ catalog: any CatalogReader
  ) {
    self =
      switch shortage {
      case .edition: .notPublishedByThen(query, query.column(of: figure))
      case .table(let fitting, let holdings):
        Refusal {
          let published = holdings.filter { $0.dataset.rollupOf == 0 }
          return NoTable(query: query, catalog: catalog, index: figure)
            .refusal(fitting.misfits(of: published)).reason
        }
      case .whole: .notWhole(query, figure: figure)
      case .unit(let units, let candidates): .noUnit(for: figure, of: query, units, candidates)
      }
  }

  private static func notPublishedByThen(
    _ query: ResolvedQuery,
    _ column: ResolvedQuery.ComputedColumn
  ) -> Refusal {
    let day = query.asOf.map { Period.day($0.day).label } ?? ""
    return .lackOfData(
      "not-published-by-then",
      "no table of `\(column.label)` that is held was published by \(day)",
      at: query.asOf?.span ?? column.span,
      hint: "a release dated by month or year only counts from the end of it"
    )
  }

  /// The question has a share or total, but the tables that answer are partial breakdowns.
  static func notWhole(_ query: ResolvedQuery, figure: Int) -> Refusal {
    var changed = query.query
    changed.clauses.removeAll { $0 is WithClause }
    let extra = query.extraOfWhole
    return .lackOfData(
      "incomplete",
      "`\(extra?.name ?? "")` needs all of `\(query.name(of: figure))`, "
        + "and the tables that hold this do not add up to it",
      at: extra?.span ?? query.column(of: figure).span,
      hint: "their rows are only a part of the whole",
      instead: [changed]
    )
  }
}
