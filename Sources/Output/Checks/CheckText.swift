import Catalog
import Results

/// Figures, margins and ranges of statements in words.
struct CheckText {
  let screen: ScreenText

  /// `≈ 315,480`, `50.5 %`, `×1.98`
  func figure(_ figure: CheckFigure?, _ kind: AnswerColumn.Kind) -> String {
    guard let figure, let number = figure.number else { return screen.missing }
    return sign(figure) + self.number(number, kind)
  }

  /// `≈ ` before a figure that is not exact.
  func sign(_ figure: CheckFigure) -> String {
    let sign = figure.precision.sign(in: screen)
    return sign.isEmpty ? "" : sign + " "
  }

  func number(_ number: Number, _ kind: AnswerColumn.Kind) -> String {
    switch kind {
    case .percent: digits(number) + " %"
    case .fraction: digits(number.timesHundred) + " %"
    case .points: digits(number.timesHundred) + " points"
    case .figure, .time, .dimension, .sparkline, .sources: digits(number)
    }
  }

  /// With `+` for what is more.
  func change(_ number: Number, _ kind: AnswerColumn.Kind) -> String {
    (number.real > 0 ? "+" : "") + self.number(number, kind)
  }

  /// The difference of two values.
  func difference(_ number: Number, _ kind: AnswerColumn.Kind) -> String {
    kind == .percent ? digits(number) + " points" : self.number(number, kind)
  }

  /// By how much a figure differs from the number stated: `-0.01 %`, `+0.54 points`.
  func difference(of miss: Miss) -> String {
    (miss.difference.real > 0 ? "+" : "") + digits(miss.difference)
      + (miss.isInPoints ? " points" : " %")
  }

  private func digits(_ number: Number) -> String {
    switch number {
    case .integer(let whole): return FigureText(whole).text
    case .real(let real) where real.isFinite: return FigureText(real).text
    case .real: return screen.missing
    }
  }

  /// `above -18.5 % and at most -17.5 %`
  func range(_ range: CheckRange, _ kind: AnswerColumn.Kind) -> String {
    let low = range.low.map { (range.includesLow ? "at least " : "above ") + number($0, kind) }
    let high = range.high.map { (range.includesHigh ? "at most " : "below ") + number($0, kind) }
    let words: String
    if range.low != nil, range.low == range.high, let low = range.low {
      words = "exactly " + number(low, kind)
    } else {
      words = [low, high].compactMap { $0 }.joined(separator: " and ")
    }
    return (range.isComplement ? "not " : "") + (words.isEmpty ? "anything" : words)
  }
}

extension AnswerColumn.Kind {
  /// How differences of such figures are read.
  var ofDifferences: AnswerColumn.Kind { self == .fraction ? .points : self }
}

extension FigureText {
  fileprivate var text: String { whole + fraction }
}
