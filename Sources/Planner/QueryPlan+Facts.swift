package import Catalog
package import QueryLanguage

extension QueryPlan {
  /// Whether rows of a figure may add up several periods of which only some list the row's value.
  /// There, a value that is absent is not zero.
  package func mayLackPeriods(_ index: Int, in frame: Frame) -> Bool {
    let figure = frame.figures[index]
    guard figure.figure.fold == nil else { return false }
    let isDivided = query.keys.contains { $0.dimension != nil }
    return figure.segments.contains { segment in
      segment.candidate.dataset.absent != .zero && figure.figure.measure.kind == .flow
        && (isDivided || segment.candidate.condition != nil)
    } && figure.addsUpPeriods(frame.pieces.count)
  }

  /// The name of a figure for the user: the column that it is part of.
  package func label(of figure: FigurePlan) -> String {
    let index = query.figures.firstIndex(of: figure.figure) ?? 0
    let column = query.column(of: index)
    guard case .figure = column.value else { return figure.figure.label }
    return column.label
  }

  /// The last row that a column has a figure for.
  package func lastPiece(of column: ResolvedQuery.ComputedColumn) -> Int? {
    let own = query.figures(in: column.value)
    return pieces.indices.last { piece in
      own.contains { !figures[$0].rows[piece].held.isEmpty }
    }
  }

  /// From the first to the last day that is answered.
  package var heldDays: DayRange? {
    DaySet(figures.flatMap(\.heldDays.ranges)).hull
  }

  /// Whether a row covers less than its period, in some figure that it has at all.
  package func isPartial(_ piece: Int) -> Bool {
    pieces[piece].isCutByQuestion || figures.contains { $0.isPartial(piece, pieces[piece]) }
  }

  /// Whether a column of the question covers less than a row, where only some columns do.
  package func isPartial(_ piece: Int, column: Int) -> Bool {
    pieces[piece].isCutByQuestion
      || query.figures(in: query.columns[column].value)
        .contains { figures[$0].isPartial(piece, pieces[piece]) }
  }

  /// The same for the row of one source.
  package func isPartial(_ piece: Int, source: Int) -> Bool {
    pieces[piece].isCutByQuestion
      || figures.contains { $0.isPartial(piece, pieces[piece], source: source) }
  }
}
