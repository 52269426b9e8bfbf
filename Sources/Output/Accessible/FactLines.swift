import Catalog
import Results

/// An answer for listening: a line for each figure, with everything that the figure is about.
///
/// ```
///  FY2022, removals: 108,733
///  FY2024 (partial), removals: about 315,480
/// ```
struct FactLines {
  private let answer: ScreenRows
  private let text: ScreenText
  /// The columns that tell what a row is about.
  private let keys: Range<Int>

  init(_ answer: ScreenRows, text: ScreenText) {
    self.answer = answer
    self.text = text
    let names = answer.columns.prefix { $0.kind.isKey }
    // A list of words is about its first item.
    keys = 0..<(names.count == answer.columns.count ? min(1, names.count) : names.count)
  }

  func write(into page: inout Page) {
    page.write(ShownRows(answer.rows.count, most: page.style.rows)) { row, output in
      output.append(facts(of: answer.rows[row]).joined(separator: "\n "))
    }
  }

  private func facts(of row: AnswerRow) -> [String] {
    let key = key(of: row)
    let facts = answer.columns.indices.filter { isFact($0, in: row) }.map { index in
      let column = answer.columns[index]
      let label = text.safe(column.label.spoken) + (column.isPartial ? " (partial)" : "")
      return (key.isEmpty ? "" : key + ", ") + label + ": " + words(row.cells[index], column)
    }
    return facts.isEmpty ? [key] : facts
  }

  /// An empty text in a list is not a fact; a missing figure is.
  private func isFact(_ index: Int, in row: AnswerRow) -> Bool {
    let column = answer.columns[index]
    guard !keys.contains(index), column.room != .none, column.kind != .sparkline else {
      return false
    }
    if case .missing = row.cells[index] { return column.kind.isFigure }
    return true
  }

  private func key(of row: AnswerRow) -> String {
    let names = keys.map { words(row.cells[$0], answer.columns[$0]) }
    return names.joined(separator: ", ") + (row.isPartial ? " (partial)" : "")
  }

  private func words(_ cell: Cell, _ column: AnswerColumn) -> String {
    switch cell {
    case .period(let period): period.label
    case .missing(let absence): absence.words
    case .sources(let marks): marks.map { String($0.number) }.joined(separator: ", ")
    case .text, .verdict, .number, .records, .sparkline:
      TableCell(cell, text: text).line
    }
  }
}

extension String {
  /// A heading in spoken words.
  fileprivate var spoken: String { hasSuffix(" %") ? dropLast(2) + " in percent" : self }
}

extension Absence {
  /// What is said in place of a figure.
  var words: String {
    switch self {
    case .notHeld: "no figure is held"
    case .notPublished: "not published"
    case .withheld: "withheld by the publisher"
    case .notApplicable: "not applicable"
    case .small: "under the publisher's threshold"
    case .withinOther: "counted under other"
    case .notNamed: "not listed separately"
    case .dividedByZero: "divided by zero"
    case .notComparable: "not comparable"
    case .notRanked: "not ranked"
    }
  }
}
