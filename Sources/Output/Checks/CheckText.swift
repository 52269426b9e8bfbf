import Catalog
import Results

/// Figures, margins and ranges of statements in words.
struct CheckText {
  let screen: ScreenText
  /// What is judged, and how many decimals tell its numbers apart.
  private let kind: AnswerColumn.Kind?
  private let places: Int

  init(screen: ScreenText) {
    self.screen = screen
    (kind, places) = (nil, 0)
  }

  /// For one statement: its value, the number stated and the ends of what is allowed are never
  /// rounded to the same digits where they differ.
  init(screen: ScreenText, of check: CheckAnswer) {
    self.screen = screen
    kind = check.valueKind
    places = check.placesThatTellApart
  }

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
    let places = kind == self.kind ? places : 0
    return switch kind {
    case .percent: digits(number, places) + " %"
    case .fraction: digits(number.timesHundred, places) + " %"
    case .points: digits(number.timesHundred, places) + " points"
    case .figure, .time, .dimension, .sparkline, .sources: digits(number, places)
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

  /// By how much a figure differs from the number stated: `-0.01 %`, `+0.54 points`. Nothing beside
  /// zero, nor where it is hundreds of percent, which say no more than the two numbers do.
  func difference(of miss: Miss) -> String {
    guard let difference = miss.difference, difference.real.magnitude <= 1000 else { return "" }
    return (difference.real > 0 ? "+" : "") + digits(difference)
      + (miss.isInPoints ? " points" : " %")
  }

  private func digits(_ number: Number, _ places: Int = 0) -> String {
    switch number {
    case .integer(let whole): return FigureText(whole).text
    case .real(let real) where real.isFinite: return FigureText(real, places: places).text
    case .real: return screen.missing
    }
  }

  /// `above -18.5 % and at most -17.5 %`
  func range(_ range: CheckRange, _ kind: AnswerColumn.Kind) -> String {
    if range.isComplement, !range.isPoint { return outside(range, kind) }
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

  /// `below 100,000 or above 120,000`
  private func outside(_ range: CheckRange, _ kind: AnswerColumn.Kind) -> String {
    let low = range.low.map { (range.includesLow ? "below " : "at most ") + number($0, kind) }
    let high = range.high.map { (range.includesHigh ? "above " : "at least ") + number($0, kind) }
    return [low, high].compactMap { $0 }.joined(separator: " or ")
  }
}

extension AnswerColumn.Kind {
  /// How differences of such figures are read.
  var ofDifferences: AnswerColumn.Kind { self == .fraction ? .points : self }
}

extension CheckAnswer {
  /// The fewest decimals with which what is judged, what is stated and what is allowed look as
  /// different as they are; 0 where they do anyway.
  fileprivate var placesThatTellApart: Int {
    let ends = [allowed, range].compactMap { $0 }.flatMap { [$0.low, $0.high] }
    let numbers = ([value?.number, miss?.said] + ends).compactMap { $0 }
    let isHundredths = valueKind == .fraction || valueKind == .points
    let reals = Set(numbers.map { isHundredths ? $0.timesHundred.real : $0.real })
    guard reals.contains(where: { $0 != $0.rounded() }) else { return 0 }
    let most = 6
    return (0..<most).first { places in
      Set(reals.map { FigureText($0, places: places).text }).count == reals.count
    } ?? most
  }
}

extension FigureText {
  fileprivate var text: String { whole + fraction }
}
