/// Which rows of a finished answer are shown, and by whom the others are left out: `limit`.
package struct RowWindow: Sendable {
  /// Who leaves rows out.
  package enum Place: Sendable {
    /// SQL does not give them.
    case sql
    /// They are read and passed over: rows that sum up others do not count, and come with their
    /// group.
    case reading
    /// Rows are turned first: those of which one became a column count once.
    case turning
  }

  /// Number of rows shown; `nil` for all.
  private let count: Int?
  private let place: Place

  init(_ query: ResolvedQuery) {
    count = query.limit
    let hasSummaries = query.extras.total != nil || query.extras.others != nil
    place = query.isAcross ? .turning : hasSummaries ? .reading : .sql
  }

  /// Whether all rows are shown.
  package var isWhole: Bool { count == nil }

  /// The number of rows to show for who leaves the others out; `nil` where all are to be passed on.
  package func count(at place: Place) -> Int? { self.place == place ? count : nil }
}

extension ResolvedQuery {
  /// The rows of the answer that are shown.
  package var window: RowWindow { RowWindow(self) }
}
