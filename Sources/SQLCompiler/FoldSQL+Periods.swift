import Catalog
import Planner
import QueryLanguage

/// Columns of the table of finer periods.
extension FoldSQL {
  static func absent(
    _ figure: FigureColumn,
    _ own: FigurePlan,
    _ pieces: [RowPeriod]
  ) -> PeriodsTable.PeriodColumn? {
    let zero = pieces.indices.map { piece in
      let used = own.segments.filter { $0.uses.contains { $0.piece == piece } }
      return !used.isEmpty && used.allSatisfy { $0.candidate.dataset.absent == .zero }
    }
    guard zero.contains(true) else { return nil }
    return PeriodsTable.PeriodColumn(
      name: figure.absentName,
      values: zero.map { $0 ? "0" : "NULL" }
    )
  }

  static func days(_ figure: FigureColumn, _ pieces: [RowPeriod]) -> PeriodsTable
    .PeriodColumn?
  {
    guard figure.isWeighted else { return nil }
    return PeriodsTable.PeriodColumn(
      name: figure.daysName,
      values: pieces.map { "\(max(1, $0.days.dayCount))" }
    )
  }

  /// The value of a combination without a row; nothing where the period's tables never name it.
  func absent(_ figure: FigureColumn) -> SQLFragment {
    let absent: SQLFragment = "\(column: figure.absentName, of: periods.name)"
    let place = figures.firstIndex { $0.index == figure.index }
    guard let naming = place.flatMap({ namings[$0] }) else { return absent }
    let unknown = naming.isUnknown(in: periods.name) { "\(name: $0.column)" }
    return "CASE WHEN NOT (\(unknown)) THEN \(absent) END"
  }
}
