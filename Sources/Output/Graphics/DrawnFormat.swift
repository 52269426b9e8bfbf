import Results

/// A format that has the whole answer before it writes any of it: what it draws has a scale.
protocol DrawnFormat: OutputFormat {
  var answer: DrawnAnswer { get set }

  func write(_ answer: DrawnAnswer, _ foot: AnswerFoot, into output: inout OutputBuffer)
}

extension DrawnFormat {
  package static var tellsSubject: Bool { true }

  package mutating func begin(_ head: AnswerHead, into output: inout OutputBuffer) {
    answer = DrawnAnswer(head)
  }

  package mutating func row(_ row: AnswerRow, into output: inout OutputBuffer) {
    answer.append(row)
  }

  package mutating func end(_ foot: AnswerFoot, into output: inout OutputBuffer) {
    write(answer, foot, into: &output)
    answer = DrawnAnswer()
  }
}

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
    let columns = ChartColumns(rows.columns, rows: rows.rows)
    guard !rows.rows.isEmpty, !columns.figures.isEmpty else { return nil }
    return Chart(columns: columns, rows: rows.rows)
  }
}
