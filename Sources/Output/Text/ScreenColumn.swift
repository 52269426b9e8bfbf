import Results

/// One column as shown: fractions in percent, and percents with two decimals at most.
struct ScreenColumn {
  let shown: AnswerColumn
  let isFraction: Bool

  init(_ published: AnswerColumn) {
    shown = published.onScreen
    isFraction = published.isFraction
  }

  /// Whether cells are changed before they are shown.
  var changesCells: Bool { isFraction || shown.kind == .percent }

  func shown(_ cell: Cell) -> Cell {
    guard changesCells, case .number(let number, let precision) = cell else { return cell }
    return .number((isFraction ? number.timesHundred : number).roundedForReading, precision)
  }
}

extension Number {
  /// A computed number from 1 on with two decimals: one that happens to end after three would
  /// otherwise be taken for a published figure, which is shown as it is.
  fileprivate var roundedForReading: Number {
    guard case .real(let real) = self, real.isFinite, real.magnitude >= 1 else { return self }
    var decimal = ShortestDecimal(real)
    guard decimal.isPlain, decimal.shownDecimals > 2 else { return self }
    decimal.round(toDecimals: 2)
    let magnitude = Double(decimal.whole + decimal.fraction(2)) ?? real.magnitude
    return .real(real < 0 ? -magnitude : magnitude)
  }
}
