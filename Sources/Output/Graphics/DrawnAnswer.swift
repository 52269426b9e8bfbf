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

  /// `nil` where there is nothing to draw.
  var chart: Chart? {
    let columns = ChartColumns(rows.columns, rows: rows.rows, writesShares: true)
    guard !rows.rows.isEmpty, !columns.figures.isEmpty else { return nil }
    return Chart(columns: columns, rows: rows.rows)
  }
}
