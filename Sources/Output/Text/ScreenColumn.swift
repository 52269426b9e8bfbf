import Results

/// One column as shown: fractions in percent.
struct ScreenColumn {
  let shown: AnswerColumn
  let isFraction: Bool

  init(_ published: AnswerColumn) {
    shown = published.onScreen
    isFraction = published.isFraction
  }

  func shown(_ cell: Cell) -> Cell {
    guard isFraction, case .number(let number, let precision) = cell else { return cell }
    return .number(number.timesHundred, precision)
  }
}
