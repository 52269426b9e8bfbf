import Catalog
import Results

/// The sheet of a workbook with the rows of an answer, under a row of headings that stays in view.
struct FigureSheet {
  private let columns: [AnswerColumn]
  /// The column that shows which rows are partial.
  private let markColumn: Int
  private var buffer = SheetBuffer()
  private(set) var empty: EmptyCells
  /// Whether it is the sheet that is shown when the workbook is opened.
  private let isFirst: Bool

  init(columns: [AnswerColumn], isFirst: Bool = true, empty: EmptyCells = EmptyCells()) {
    self.columns = columns
    self.isFirst = isFirst
    self.empty = empty
    markColumn = columns.firstIndex { $0.kind.isTime } ?? 0
  }

  var rowCount: Int { buffer.row }
  var size: Int { buffer.xml.bytes.count }
  mutating func take() -> [UInt8] { buffer.take() }

  /// Everything before the rows. The widths of columns are those of their first cells.
  mutating func begin(measuredBy rows: [AnswerRow], _ looks: inout CellLooks) {
    buffer.append(
      """
      \(xmlHead)<worksheet xmlns="\(spreadsheetNamespace)">\(SheetBuffer.pageWidth)<sheetViews>\
      <sheetView tabSelected="\(isFirst ? 1 : 0)" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" \
      activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>
      """
    )
    let widths = columns.indices.map { width(of: $0, rows) }
    if !columns.isEmpty { buffer.append(columnWidths(widths)) }
    buffer.append("<sheetData>")
    buffer.beginRow()
    for column in columns {
      let look = CellLook(weight: .bold, side: column.kind.isFigure ? .right : .left)
      buffer.write(column.label + (column.isPartial ? " ◐" : ""), looks.number(of: look))
    }
    buffer.endRow()
  }

  mutating func end() { buffer.append("</sheetData>\(SheetBuffer.pageSetup)</worksheet>") }

  private static let widest = 60

  private func width(of column: Int, _ rows: [AnswerRow]) -> Int {
    let text = ScreenText(isUnicode: true)
    let cells = rows.map { row in
      row.cells.indices.contains(column) ? TableCell(row.cells[column], text: text).line : ""
    }
    let widest = ([columns[column].label] + cells).map(\.displayWidth).max() ?? 0
    // Room for a mark, and for the letters FY.
    return min(Self.widest, widest + (columns[column].kind.isTime ? 8 : 4))
  }

  // MARK: Rows

  mutating func write(_ row: AnswerRow, _ looks: inout CellLooks) {
    buffer.beginRow()
    for index in row.cells.indices {
      var look = CellLook(weight: row.isSummary ? .bold : .plain)
      if columns.indices.contains(index), columns[index].kind.isTime { look.side = .left }
      write(row.cells[index], index, isPartial: row.isPartial && index == markColumn, &look, &looks)
    }
    buffer.endRow()
  }

  private mutating func write(
    _ cell: Cell,
    _ column: Int,
    isPartial: Bool,
    _ look: inout CellLook,
    _ looks: inout CellLooks
  ) {
    look.format = .text(isPartial: isPartial)
    switch cell {
    case .number(.integer(let number), let precision):
      look.format = format(of: column, decimals: 0, precision)
      buffer.write(number, looks.number(of: look, inColumn: column))
    case .number(.real(let number), let precision) where number.isFinite:
      let decimals = ShortestDecimal(number).shownDecimals
      look.format = format(of: column, decimals: decimals, precision)
      buffer.write(number, looks.number(of: look, inColumn: column))
    case .number(.real, _):
      empty.note(.dividedByZero, column: column, row: buffer.row)
      buffer.skip()
    case .missing(let absence):
      empty.note(absence, column: column, row: buffer.row)
      buffer.skip()
    case .period(let period):
      if let (number, format) = period.inSpreadsheets(isPartial: isPartial) {
        look.format = format
        buffer.write(number, looks.number(of: look, inColumn: column))
      } else {
        buffer.write(period.exported, looks.number(of: look, inColumn: column))
      }
    case .text(let text): buffer.write(text, looks.number(of: look, inColumn: column))
    case .verdict(let verdict):
      buffer.write(verdict.rawValue, looks.number(of: look, inColumn: column))
    case .sources(let marks):
      buffer.write(
        marks.map { String($0.number) }.joined(separator: ", "),
        looks.number(of: look, inColumn: column)
      )
    case .sparkline: buffer.skip()
    case .records(let records) where records.isEmpty: buffer.skip()
    case .records:
      var json = OutputBuffer()
      json.append(json: cell)
      buffer.write(String(json.text.prefix(32_767)), looks.number(of: look, inColumn: column))
    }
  }

  private func format(of column: Int, decimals: Int, _ precision: Precision) -> NumberFormat {
    switch columns[column].kind {
    case .fraction, .points: .fraction(precision)
    // A heading with the sign says it of all cells.
    case .percent where columns[column].label.hasSuffix("%"):
      .number(decimals: min(decimals, 2), precision)
    case .percent: .percent(decimals: min(decimals, 2), precision)
    case .figure: .number(decimals: decimals, precision)
    case .time, .dimension, .sparkline, .sources: .general
    }
  }
}

/// The widths of the columns of a sheet, in characters.
func columnWidths(_ widths: [Int]) -> String {
  let list = widths.enumerated().map { place, width in
    "<col min=\"\(place + 1)\" max=\"\(place + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
  }
  return "<cols>\(list.joined())</cols>"
}

extension Period {
  /// The number by which spreadsheets know it, and how that is shown; `nil` where it stays a text:
  /// they know no quarters of fiscal years, and no day before March 1900 is the same in all.
  fileprivate func inSpreadsheets(isPartial: Bool) -> (Int, NumberFormat)? {
    // Days from 30 December 1899 to 1 January 1970.
    let serial = days.first.number + 25_569
    switch unit {
    case .fiscalYear: return (code, .fiscalYear(isPartial: isPartial))
    case .calendarYear: return (code, .calendarYear(isPartial: isPartial))
    case .quarter: return nil
    case .month: return serial > 60 ? (serial, .month(isPartial: isPartial)) : nil
    case .day: return serial > 60 ? (serial, .day(isPartial: isPartial)) : nil
    }
  }
}
