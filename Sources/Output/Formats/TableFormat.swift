package import Results

/// Columns aligned for reading, then what must be said with them.
///
/// ```
///  fy        removals
///  ──────  ──────────
///  2022       108,733
///  2024 ◐   ≈ 315,480
///
///  events · October 2021 – August 2024
///  ◐ FY2024 is partial: 11 of 12 months (Oct 2023 – Aug 2024)
/// ```
package struct TableFormat: OutputFormat {
  package static let name = "table"
  package static let summary = "aligned columns, for reading"

  package static let uses: FormatUses = [.standard, .checks, .drawings]
  package static let fileEndings = ["txt"]

  private let style: OutputStyle
  private var answer = ScreenRows([])

  package init(style: OutputStyle) {
    self.style = style
  }

  /// A table of rows that are already complete.
  init(_ answer: ScreenRows, style: OutputStyle) {
    self.style = style
    self.answer = answer
  }

  package mutating func begin(_ head: AnswerHead, into output: inout OutputBuffer) {
    answer = ScreenRows(head.columns)
  }

  /// Keeps the row: how wide the columns are is known only at the end.
  package mutating func row(_ row: AnswerRow, into output: inout OutputBuffer) {
    answer.append(row)
  }

  package mutating func end(_ foot: AnswerFoot, into output: inout OutputBuffer) {
    var page = Page(style: style)
    let hidden = writeRows(into: &page)
    page.writeBlank()
    page.write(foot, hidden: hidden)
    output.append(page.output.bytes)
    answer = ScreenRows([])
  }

  /// One statement as a page; several as a line each.
  package mutating func checks(
    _ checks: [CheckAnswer],
    isList: Bool,
    into output: inout OutputBuffer
  ) {
    guard isList else {
      for check in checks { output.append(CheckPage(check, style: style).output.bytes) }
      return
    }
    write(CheckList(checks), into: &output)
  }

  /// Several statements as a table.
  package mutating func write(_ list: CheckList, into output: inout OutputBuffer) {
    begin(AnswerHead(columns: list.columns), into: &output)
    for row in list.rows { self.row(row, into: &output) }
    end(list.foot, into: &output)
  }

  /// Returns the headings for which there is no room.
  private func writeRows(into page: inout Page) -> [String] {
    page.writeBlank()
    guard !answer.rows.isEmpty else {
      page.writeNoRows()
      return []
    }
    guard !style.isAccessible else {
      FactLines(answer, text: page.text).write(into: &page)
      return []
    }
    let grid = TableGrid(columns: answer.columns, rows: answer.rows, style: style)
    grid.write(into: &page)
    return grid.hidden
  }
}
