import Catalog
import Diagnostics
package import QueryLanguage

/// Periods that rows are compared with, answered as the rows are.
package struct Reference: Sendable {
  /// Which period the rows are compared with.
  package enum Kind: Hashable, Sendable {
    /// The same period a year before: one piece for each row.
    case yearBefore
    /// The period that `vs` names: one piece for each row.
    case versus
    /// The period whose figure is 100: one piece for all rows.
    case index(ResolvedQuery.ColumnExtra)
  }

  package let kind: Kind
  /// The pieces of the periods, with the source of each figure.
  package let frame: Frame

  /// What a question compares its rows with.
  static func all(
    _ query: ResolvedQuery,
    _ supply: [FigureTables],
    _ main: Frame,
    _ together: ExpressionTables,
    _ catalog: any CatalogReader
  ) throws(Refusal) -> [Reference] {
    var references: [Reference] = []
    for extra in query.extras.columns {
      switch extra {
      case .yearOverYear:
        let pieces = main.pieces.map { $0.yearBefore.coded(for: query) }
        references.append(Reference(.yearBefore, query, supply, pieces, together))
      case .index(let days):
        references.append(
          Reference(
            .index(extra),
            query,
            supply,
            try indexPieces(days, query, supply, catalog),
            together
          )
        )
      case .change, .share, .running, .rolling, .rank: continue
      }
    }
    if let versus = query.versus {
      references.append(
        try SecondPeriod(query, supply, main, versus, catalog).reference(together)
      )
    }
    return references
  }

  init(
    _ kind: Kind,
    _ query: ResolvedQuery,
    _ supply: [FigureTables],
    _ pieces: [RowPeriod],
    _ together: ExpressionTables
  ) {
    self.kind = kind
    frame = Frame(query, supply, pieces, together)
  }

  private static func indexPieces(
    _ days: DayRange,
    _ query: ResolvedQuery,
    _ supply: [FigureTables],
    _ catalog: any CatalogReader
  ) throws(Refusal) -> [RowPeriod] {
    guard supply.contains(where: { $0.covers(days) }) else {
      let span = query.spanOfIndex
      throw supply.contains { $0.holdsAny(of: DaySet([days])) }
        ? Refusal(.partialBase(days, query, at: span))
        : Refusal { NoPeriod(query, catalog, supply, DaySet([days]), at: span).reason }
    }
    let pieces = RowPeriod.all(query.keys.compactMap(\.timeUnit), in: DaySet([days]))
    let frame = Frame(query, supply, pieces, ExpressionTables(supply))
    let figures = Array(supply.indices)
    guard pieces.indices.allSatisfy({ frame.isRegular($0, figures) }) else {
      throw Refusal(.irregularBase(pieces, query))
    }
    return pieces.map { $0.coded(for: query) }
  }
}

extension ResolvedQuery {
  /// The place of `index` in the question.
  fileprivate var spanOfIndex: SourceSpan {
    let index = extras.columns.firstIndex { if case .index = $0 { true } else { false } }
    return index.map { extras.spans[$0] } ?? columns[0].span
  }
}

extension Diagnostic {
  /// Refuses a year of fifteen months as the base of an index.
  fileprivate static func irregularBase(_ pieces: [RowPeriod], _ query: ResolvedQuery) -> Diagnostic
  {
    let name = pieces.first?.period?.label ?? ""
    return Diagnostic(
      "irregular-base",
      "\(name) has fifteen months, and no other year is compared with it",
      at: query.spanOfIndex,
      hint: "such as `index fy1977`"
    )
  }

  /// Refuses a part of a period as the base for whole ones.
  fileprivate static func partialBase(
    _ days: DayRange,
    _ query: ResolvedQuery,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "partial-base",
      "\(dates(of: days)) is held in part, and whole periods are not compared with a part of one",
      at: span,
      hint: "an earlier period works"
    )
  }
}
