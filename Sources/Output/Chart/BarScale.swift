/// How long a bar of one unit is, so that every bar of a scale and its figure fit into a width.
struct BarScale {
  private let text: ScreenText
  /// Columns to the left of the axis; `nil` where nothing is below zero and no axis is drawn.
  private let before: Int?
  private let eighthsPerUnit: Double

  init(_ points: [ChartPoint], width: Int, text: ScreenText) {
    self.text = text
    let values = points.compactMap(\.drawnValue)
    let reach = max(0, values.max() ?? 0) - min(0, values.min() ?? 0)
    let figures = points.map { (point: $0, width: $0.figure(in: text).displayWidth) }
    let hasAxis = values.contains { $0 < 0 }
    var scale = 0.0
    for columns in stride(from: reach > 0 && reach.isFinite ? width : 0, to: 0, by: -1) {
      scale = Double(columns) * 8 / reach
      let need = Self.need(figures, eighthsPerUnit: scale, hasAxis: hasAxis, text: text)
      if need.before + need.after + (hasAxis ? 1 : 0) <= width { break }
      scale = 0
    }
    eighthsPerUnit = scale
    before =
      hasAxis
      ? Self.need(figures, eighthsPerUnit: scale, hasAxis: true, text: text).before : nil
  }

  /// The figure behind its bar: `███▌ 1,234`, or on the other side of the axis `-120 ▐█│`.
  func line(of point: ChartPoint) -> String {
    let figure = point.figure(in: text)
    let bar = Self.bar(of: point, eighthsPerUnit: eighthsPerUnit, text: text)
    guard let before else { return bar.map { $0.glyphs + " " + figure } ?? figure }
    guard let value = point.drawnValue, value < 0 else {
      return spaces(before) + text.axis + (bar?.glyphs ?? "") + " " + figure
    }
    let left = figure + " " + (bar?.glyphs ?? "")
    return spaces(before - left.displayWidth) + left + text.axis
  }

  /// The columns that the widest of the bars and figures take on both sides of zero.
  private static func need(
    _ figures: [(point: ChartPoint, width: Int)],
    eighthsPerUnit: Double,
    hasAxis: Bool,
    text: ScreenText
  ) -> (before: Int, after: Int) {
    var before = 0
    var after = 0
    for (point, width) in figures {
      let bar = bar(of: point, eighthsPerUnit: eighthsPerUnit, text: text)
      let gap = hasAxis || bar != nil ? 1 : 0
      let need = (bar?.width ?? 0) + gap + width
      if let value = point.drawnValue, value < 0 {
        before = max(before, need)
      } else {
        after = max(after, need)
      }
    }
    return (before, after)
  }

  /// The bar of a point; `nil` for zero, where nothing is known, and where no bar has room.
  private static func bar(
    of point: ChartPoint,
    eighthsPerUnit: Double,
    text: ScreenText
  ) -> Bar? {
    guard let value = point.drawnValue, value != 0, eighthsPerUnit > 0 else { return nil }
    return Bar(
      eighths: max(1, Int((value.magnitude * eighthsPerUnit).rounded())),
      isPartial: point.isPartial,
      growsLeft: value < 0,
      isUnicode: text.isUnicode
    )
  }
}

/// So many spaces.
func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
