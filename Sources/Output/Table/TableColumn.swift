import Catalog
import Results

/// One column as shown on a screen: text to the left, figures to the right with points aligned.
struct TableColumn {
  /// Text may be cut to this, so that the figures have room.
  private static let usualLeastWidth = 8

  let heading: String
  let isFigure: Bool
  /// Text may be cut to this; `nil` when it may not be cut.
  private let leastTextWidth: Int?
  private let cells: [TableCell]
  private let fractionWidth: Int
  /// Room for `◐` after the cells of this column: 2, or 0 when no cell has one.
  private let markWidth: Int
  private let style: OutputStyle
  private let text: ScreenText
  private(set) var width: Int

  init(_ column: AnswerColumn, cells: [Cell], hasMarks: Bool, style: OutputStyle) {
    self.style = style
    let text = ScreenText(style)
    self.text = text
    self.cells = cells.map { TableCell($0, text: text) }
    heading = text.safe(column.label) + (column.isPartial ? " " + text.partial : "")
    isFigure = column.kind.isFigure
    leastTextWidth = Self.leastTextWidth(of: column)
    markWidth = hasMarks ? 2 : 0
    fractionWidth = self.cells.map(\.figure.fraction.utf8.count).max() ?? 0
    let wholeWidth = self.cells.map(\.wholeWidth).max() ?? 0
    let signWidth = self.cells.contains { !$0.sign.isEmpty } ? 2 : 0
    width =
      isFigure
      ? signWidth + max(heading.displayWidth, wholeWidth + fractionWidth) + markWidth
      : max(heading.displayWidth, signWidth + wholeWidth + fractionWidth + markWidth)
  }

  var leastWidth: Int { min(width, leastTextWidth ?? width) }

  private static func leastTextWidth(of column: AnswerColumn) -> Int? {
    guard column.kind == .dimension else { return nil }
    switch column.room {
    case .any, .none: return usualLeastWidth
    case .atLeast(let width): return width
    case .whole: return nil
    }
  }

  mutating func shrink() { width -= 1 }

  func writeHeading(into output: inout OutputBuffer) {
    if isFigure {
      output.append(spaces: width - markWidth - heading.displayWidth)
      output.append(heading)
      output.append(spaces: markWidth)
    } else {
      write(heading, mark: "", nil, into: &output)
    }
  }

  func writeRule(into output: inout OutputBuffer) {
    output.append(String(repeating: text.rule, count: width))
  }

  func write(row: Int, isMarked: Bool, into output: inout OutputBuffer) {
    let cell = cells[row]
    let mark = isMarked ? " " + text.partial : ""
    if isFigure {
      write(cell, mark: mark, into: &output)
    } else {
      write(cell.line, mark: mark, cell.ink, into: &output)
    }
  }

  private func write(_ cell: TableCell, mark: String, into output: inout OutputBuffer) {
    let signWidth = cell.sign.isEmpty ? 0 : 2
    output.append(spaces: width - markWidth - fractionWidth - cell.wholeWidth - signWidth)
    if signWidth > 0 {
      output.append(cell.sign)
      output.append(spaces: 1)
    }
    output.append(cell.figure.whole)
    output.append(cell.figure.fraction)
    output.append(spaces: fractionWidth - cell.figure.fraction.utf8.count)
    output.append(mark)
    output.append(spaces: mark.isEmpty ? markWidth : 0)
  }

  private func write(
    _ words: String,
    mark: String,
    _ ink: Ink?,
    into output: inout OutputBuffer
  ) {
    let markWidth = mark.isEmpty ? 0 : 2
    let shown = words.cut(toWidth: width - markWidth, sign: text.ellipsis)
    output.append(ink.map { style.inked(shown, $0) } ?? shown)
    output.append(mark)
    output.append(spaces: width - markWidth - shown.displayWidth)
  }
}

extension Period {
  /// As shown in its column, under a heading that names the unit: `2024` for FY2024.
  var columnLabel: String {
    switch unit {
    case .fiscalYear, .calendarYear: String(code)
    case .quarter, .month, .day: label
    }
  }
}

extension Precision {
  func sign(in text: ScreenText) -> String {
    switch self {
    case .exact: ""
    case .approximate: text.approximate
    case .floor: text.floor
    case .ceiling: text.ceiling
    }
  }
}

extension Absence {
  func sign(in text: ScreenText) -> String {
    switch self {
    case .withheld: "D"
    case .notHeld, .notPublished, .notApplicable, .small, .withinOther, .notNamed, .dividedByZero,
      .notComparable, .notRanked:
      text.missing
    }
  }
}
