package import Results

/// Whether figures rose or fell between two periods, in words: `fell: 130,415 in Jun 2024 → 96,033
/// in Dec 2024 (-26.4 %)`.
package struct TrendLine {
  package let text: String

  /// `nil` where one of the two figures is not held.
  package init?(_ check: CheckAnswer, style: OutputStyle) {
    guard check.figures.count == 2, check.figures.allSatisfy({ $0.number != nil }),
      let change = check.change
    else { return nil }
    let words = CheckText(screen: ScreenText(style))
    let sides = check.figures.map { "\(words.figure($0, check.figureKind)) in \($0.label)" }
    let real = change.absolute.real
    let verb = real == 0 ? "did not change" : real < 0 ? "fell" : "rose"
    let percent = change.percent.map { " (\(words.change($0, .percent)))" } ?? ""
    text = "\(verb): \(sides[0]) → \(sides[1])\(percent)"
  }
}
