import Catalog
import Results

/// A cell in the parts that are aligned.
struct TableCell {
  var sign = ""
  var ink: Ink?
  let figure: FigureText
  let wholeWidth: Int

  init(_ cell: Cell, text: ScreenText) {
    switch cell {
    case .period(let period):
      figure = FigureText(whole: period.columnLabel)
    case .text(let name):
      figure = FigureText(whole: text.safe(name))
    case .verdict(let verdict):
      ink = verdict.ink
      figure = FigureText(whole: verdict.rawValue)
    case .number(.integer(let number), let precision):
      sign = precision.sign(in: text)
      figure = FigureText(number)
    case .number(.real(let number), let precision) where number.isFinite:
      sign = precision.sign(in: text)
      figure = FigureText(number)
    case .number(.real, _):
      figure = FigureText(whole: text.missing)
    case .missing(let absence):
      figure = FigureText(whole: absence.sign(in: text))
    case .sparkline(let points):
      figure = FigureText(whole: Sparkline(points).drawn(in: text))
    case .sources(let marks):
      figure = FigureText(whole: marks.map { String($0.number) }.joined(separator: ", "))
    case .records(let records):
      figure = FigureText(whole: String(records.count))
    }
    wholeWidth = figure.whole.displayWidth
  }

  /// The whole cell, for a column of text.
  var line: String {
    sign.isEmpty && figure.fraction.isEmpty
      ? figure.whole
      : (sign.isEmpty ? "" : sign + " ") + figure.whole + figure.fraction
  }
}
