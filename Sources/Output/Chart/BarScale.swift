/// How long bars are, so that every bar of a scale fits into a width together with the figure after
/// it.
struct BarScale {
  private let text: ScreenText
  /// From the lowest to the highest value, zero among them.
  private let reach: Double
  /// The length of `reach`; 0 where there is no room for bars.
  private var columns = 0
  /// Columns to the left of the axis; `nil` where nothing is negative and no axis is drawn.
  private var before: Int?

  init(_ points: [ChartPoint], width: Int, text: ScreenText) {
    self.text = text
    let values = points.compactMap(\.drawnValue)
    let low = min(0, values.min() ?? 0)
    reach = max(0, values.max() ?? 0) - low
    if low < 0 { before = 0 }
    if reach > 0, reach.isFinite { columns = width }
    let figures = points.map { (point: $0, width: $0.figure(in: text).displayWidth) }
    var sides = self.sides(figures)
    while columns > 0, sides.before + sides.after + (low < 0 ? 1 : 0) > width {
      columns -= 1
      sides = self.sides(figures)
    }
    if low < 0 { before = sides.before }
  }

  /// The bar, then its figure: `███▌ 1,234`, or on the other side of the axis `-120 ▐█│`.
  func line(of point: ChartPoint) -> String {
    let figure = point.figure(in: text)
    let bar = bar(of: point)?.glyphs ?? ""
    guard let before else { return bar.isEmpty ? figure : bar + " " + figure }
    guard point.isBelowZero else { return spaces(before) + text.axis + bar + " " + figure }
    return spaces(before - figure.displayWidth - 1 - bar.displayWidth) + figure + " " + bar
      + text.axis
  }

  /// The columns that the widest of the bars and figures take on both sides of zero.
  private func sides(_ figures: [(point: ChartPoint, width: Int)]) -> (before: Int, after: Int) {
    var sides = (before: 0, after: 0)
    for (point, width) in figures {
      let bar = bar(of: point)?.width ?? 0
      let side = bar + (bar > 0 || before != nil ? 1 : 0) + width
      if point.isBelowZero {
        sides.before = max(sides.before, side)
      } else {
        sides.after = max(sides.after, side)
      }
    }
    return sides
  }

  /// `nil` for zero, for what is not known, and where there is no room.
  private func bar(of point: ChartPoint) -> Bar? {
    guard let value = point.drawnValue, value != 0, columns > 0 else { return nil }
    let eighths = (value.magnitude / reach * Double(columns * 8)).rounded()
    return Bar(
      eighths: max(1, Int(eighths)),
      isPartial: point.isPartial,
      growsLeft: value < 0,
      isUnicode: text.isUnicode
    )
  }
}

extension ChartPoint {
  fileprivate var isBelowZero: Bool { drawnValue.map { $0 < 0 } ?? false }
}

/// A number of spaces; none where the count is negative.
func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
