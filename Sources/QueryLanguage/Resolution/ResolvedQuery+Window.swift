extension ResolvedQuery {
  /// Whether all rows are shown.
  package var showsAllRows: Bool { window.rows == nil }

  /// The rows to show, counted from 0, for the step that leaves out the others; `nil` for the other
  /// steps, which pass on all.
  package func shownRows(at place: RowWindow.Place) -> Range<Int>? {
    place == windowPlace ? window.rows : nil
  }

  private var windowPlace: RowWindow.Place {
    let hasSummaries = extras.total != nil || extras.others != nil
    return isAcross ? .turning : hasSummaries ? .reading : .sql
  }
}
