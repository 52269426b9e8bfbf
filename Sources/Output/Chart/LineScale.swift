/// The scale of an axis: a few round numbers with every figure, and zero, between the lowest and
/// the highest.
struct LineScale {
  let bottom: Double
  let top: Double
  /// Round numbers from the top to the bottom.
  let ticks: [Double]
  let labelWidth: Int

  /// `intervals` is about how many there is room for. A tight scale ends with the figures instead
  /// of with the next round number.
  init(_ points: [ChartPoint], intervals: Int = 2, isTight: Bool = false) {
    let values = points.compactMap(\.drawnValue)
    let low = min(0, values.min() ?? 0)
    let high = max(0, values.max() ?? 0)
    let reach = high - low
    // The range of figures; outside of it, half or double a number may not be representable.
    let isOrdinary = (1e-300...1e300).contains(reach)
    let step = isOrdinary ? Self.roundStep(atLeast: reach / Double(intervals)) : max(1, high, -low)
    let first = (low / step).rounded(.down)
    let last = max(first + 1, (high / step).rounded(.up))
    let all = stride(from: last, through: first, by: -1).map { $0 * step }
    let isCut = isTight && isOrdinary && all.count > 2
    let range = isCut ? low...high : (first * step)...(last * step)
    bottom = range.lowerBound
    top = range.upperBound
    ticks = all.filter(range.contains)
    labelWidth = ticks.map { tickLabel($0).utf8.count }.max() ?? 0
  }

  /// The share of the height at which a value lies, from 0 at the top to 1 at the bottom.
  func depth(of value: Double) -> Double { (top / 2 - value / 2) / (top / 2 - bottom / 2) }

  func label(_ tick: Double) -> String { tickLabel(tick) }

  /// What is before the upright axis.
  func margin(_ label: String?) -> String {
    let label = label ?? ""
    return spaces(labelWidth - label.utf8.count) + label + " "
  }

  /// The next of 1, 2, 2.5, 5, 10, 20 …
  private static func roundStep(atLeast least: Double) -> Double {
    var power = 1.0
    while power * 10 <= least { power *= 10 }
    while power > least { power /= 10 }
    return [1, 2, 2.5, 5].map { $0 * power }.first { $0 >= least } ?? power * 10
  }
}

private func tickLabel(_ tick: Double) -> String {
  let figure = FigureText(tick)
  return figure.whole + figure.fraction
}
