import Catalog
import Diagnostics
import QueryLanguage

/// Comparisons of running totals that begin again each October, at different distances from it.
///
/// Their change would measure how far into its year each one was read.
struct UnlikeReadings {
  private let query: ResolvedQuery

  init(_ query: ResolvedQuery) { self.query = query }

  /// The refusal of a question whose rows are compared with one another, or with those of another
  /// period, at unlike distances; `nil` where none are.
  func refusal(_ main: Frame, _ references: [Reference]) -> Refusal? {
    for (index, figure) in main.figures.enumerated() where figure.figure.measure.restarts {
      let rows = main.pieces.indices.map { (main, $0) }
      let others = references.flatMap { reference in
        reference.frame.pieces.indices.map { place in
          ((main, min(place, main.pieces.count - 1)), (reference.frame, place))
        }
      }
      let own = comparesRows ? Array(zip(rows, rows.dropFirst())) : []
      for (one, other) in own + others {
        if let days = unlike(index, one, other) { return refusal(figure, days) }
      }
    }
    return nil
  }

  /// The refusal of a statement that sets periods beside its own.
  func refusal(_ main: Frame, subject: Int, others: [Int]) -> Refusal? {
    for (index, figure) in main.figures.enumerated() where figure.figure.measure.restarts {
      for other in others {
        if let days = unlike(index, (main, subject), (main, other)) { return refusal(figure, days) }
      }
    }
    return nil
  }

  /// Whether each row is compared with the one before, or all are years to date.
  private var comparesRows: Bool {
    query.comparesPeriods && query.versus == nil
  }

  /// The days of two readings of one figure that are not as far into their fiscal years; `nil`
  /// where they are, or where there is none.
  private func unlike(
    _ figure: Int,
    _ one: (frame: Frame, piece: Int),
    _ other: (frame: Frame, piece: Int)
  ) -> (Day, Day)? {
    guard let first = one.frame.figures[figure].rows[one.piece].held.hull?.last,
      let second = other.frame.figures[figure].rows[other.piece].held.hull?.last,
      abs(first.daysIntoFiscalYear - second.daysIntoFiscalYear) > Self.grace
    else { return nil }
    return (first, second)
  }

  /// Readings come every week or two: so many days apart, two are of one time of the year.
  private static let grace = 3

  private func refusal(_ figure: FigurePlan, _ days: (Day, Day)) -> Refusal {
    let (one, other) = (Period.day(days.0).label, Period.day(days.1).label)
    var alone = query.query
    alone.clauses.removeAll { $0 is VersusClause || $0 is WithClause || $0 is YearToDateClause }
    return Refusal(
      Diagnostic(
        "unlike-readings",
        "`\(figure.figure.label)` begins again each October, and \(one) is not as far into its "
          + "fiscal year as \(other)",
        at: query.columns[0].span,
        hint: "the same day of two years can be compared; each reading is answered by itself"
      ),
      instead: alone.clauses.count == query.query.clauses.count ? [] : [alone]
    )
  }
}

extension Day {
  /// The number of days since the fiscal year began.
  fileprivate var daysIntoFiscalYear: Int {
    number - Period(.fiscalYear, containing: self).days.first.number
  }
}
