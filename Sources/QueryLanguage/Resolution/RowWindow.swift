/// Which rows of a finished answer `limit` shows, and which step leaves out the others.
package struct RowWindow: Sendable {
  /// The step that leaves rows out.
  package enum Place: Sendable {
    /// SQL does not return them.
    case sql
    /// They are skipped while rows are read: rows that sum up others do not count, and come with
    /// their group.
    case reading
    /// Rows are turned into columns first: the rows that become one row count once.
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

  /// The number of rows to show, for the step that leaves out the others; `nil` for the other
  /// steps, which pass on all.
  package func count(at place: Place) -> Int? { self.place == place ? count : nil }
}

extension ResolvedQuery {
  /// The rows of the answer that are shown.
  package var window: RowWindow { RowWindow(self) }
}
