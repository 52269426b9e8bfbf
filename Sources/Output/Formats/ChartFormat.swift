package import Results

/// Bars with their figures, or for a long series a line, then what must be said with them.
///
/// ```
///  fy      removals
///  2022    ████████▋ 108,733
///  2023    ██████████████▏ ≈ 177,770
///  2024 ◐  ░░░░░░░░░░░░░░░░░░░░░░░░░ ≈ 315,480
/// ```
///
/// Figures, signs, marks, notes and sources are those of the table.
package struct ChartFormat: OutputFormat {
  package static let name = "chart"
  package static let summary = "bars and lines, for seeing the shape"
  package static let fileEndings: [String] = []

  private let style: OutputStyle
  private var answer = ScreenRows([])

  package init(style: OutputStyle) {
    self.style = style
  }

  package mutating func begin(_ head: AnswerHead, into output: inout OutputBuffer) {
    answer = ScreenRows(head.columns)
  }

  /// Keeps the row: the scale is known only at the end.
  package mutating func row(_ row: AnswerRow, into output: inout OutputBuffer) {
    answer.append(row)
  }

  package mutating func end(_ foot: AnswerFoot, into output: inout OutputBuffer) {
    guard !style.isAccessible else { return speak(foot, into: &output) }
    let drawn = ChartColumns(answer.columns, rows: answer.rows)
    var page = Page(style: style)
    page.writeBlank()
    if answer.rows.isEmpty {
      page.writeNoRows()
    } else if drawn.figures.isEmpty {
      page.write(dim: [PageLine("nothing to draw")])
    } else {
      write(Chart(columns: drawn, rows: answer.rows), into: &page)
    }
    page.writeBlank()
    page.write(foot, notDrawn: drawn.leftOut.map { page.text.safe($0) })
    output.append(page.output.bytes)
    answer = ScreenRows([])
  }

  /// For listening, the figures of the picture are written instead.
  private mutating func speak(_ foot: AnswerFoot, into output: inout OutputBuffer) {
    var table = TableFormat(answer, style: style)
    table.end(foot, into: &output)
    answer = ScreenRows([])
  }

  private func write(_ chart: Chart, into page: inout Page) {
    if chart.isLongSeries {
      LineGrid(chart, style: style).write(into: &page)
    } else {
      BarGrid(chart, style: style).write(into: &page)
    }
  }
}
