import Results

/// An answer kept for a picture, whose scale is known only at the end.
struct DrawnAnswer {
  private(set) var rows: ScreenRows
  let subject: AnswerSubject?

  init(_ head: AnswerHead = AnswerHead(columns: [])) {
    rows = ScreenRows(head.columns)
    subject = head.subject
  }

  mutating func append(_ row: AnswerRow) { rows.append(row) }

  var title: String { subject?.title ?? "" }

  private var columns: ChartColumns {
    ChartColumns(rows.columns, rows: rows.rows, writesShares: true)
  }

  /// The columns that a picture has no room for.
  var leftOut: [String] { rows.rows.isEmpty ? [] : columns.leftOut }

  /// `nil` where there is nothing to draw.
  var chart: Chart? {
    let columns = columns
    guard !rows.rows.isEmpty, !columns.figures.isEmpty else { return nil }
    return Chart(columns: columns, rows: rows.rows)
  }
}
