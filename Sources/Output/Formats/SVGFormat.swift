package import Results

/// A picture for an article: title, bars or lines named where they end, notes and the source.
package struct SVGFormat: OutputFormat {
  package static let name = "svg"
  package static let summary = "a picture with title, notes and source, for articles"

  package static let tellsSubject = true
  package static let writesLists = false

  private var answer = DrawnAnswer(AnswerHead(columns: []))

  package init(style: OutputStyle) {}

  package mutating func begin(_ head: AnswerHead, into output: inout OutputBuffer) {
    answer = DrawnAnswer(head)
  }

  package mutating func row(_ row: AnswerRow, into output: inout OutputBuffer) {
    answer.append(row)
  }

  package mutating func end(_ foot: AnswerFoot, into output: inout OutputBuffer) {
    output.append(
      Graphic(title: answer.title, foot: foot, chart: answer.chart).svg(isInline: false)
    )
    answer = DrawnAnswer(AnswerHead(columns: []))
  }
}

/// An answer kept for a picture, whose scale is known only at the end.
struct DrawnAnswer {
  private(set) var rows: ScreenRows
  let subject: AnswerSubject?

  init(_ head: AnswerHead) {
    rows = ScreenRows(head.columns)
    subject = head.subject
  }

  mutating func append(_ row: AnswerRow) { rows.append(row) }

  var title: String { subject?.title ?? "" }

  /// `nil` where there is nothing to draw.
  var chart: Chart? {
    let columns = ChartColumns(rows.columns, rows: rows.rows)
    guard !rows.rows.isEmpty, !columns.figures.isEmpty else { return nil }
    return Chart(columns: columns, rows: rows.rows)
  }
}
