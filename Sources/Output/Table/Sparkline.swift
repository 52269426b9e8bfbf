import Results

/// Figures as marks of eight heights, side by side: from zero to the largest, or from the smallest
/// where one is below zero. Nothing is drawn where a figure is missing, and a partial period is
/// only marked: beside whole ones its height would mislead.
struct Sparkline {
  /// More periods than these are drawn in groups of as many each, by the means of their figures; a
  /// group with a partial period is marked as one.
  static let mostMarks = 48

  private let marks: [SparkPoint]

  init(_ points: [SparkPoint]) {
    let size = (points.count + Self.mostMarks - 1) / Self.mostMarks
    let points = points.map { $0.figure == nil && $0 != .partial ? .missing : $0 }
    marks =
      size <= 1
      ? points
      : stride(from: 0, to: points.count, by: size).map { start in
        Self.mean(of: points[start..<min(start + size, points.count)])
      }
  }

  func drawn(in text: ScreenText) -> String {
    let figures = marks.compactMap(\.figure)
    let low = min(0, figures.min() ?? 0)
    // Computed with halves: the difference of the largest and the smallest may overflow.
    let range = (figures.max() ?? 0) / 2 - low / 2
    return marks.map { mark in
      switch mark {
      case .figure(let figure): height(range > 0 ? (figure / 2 - low / 2) / range : 0, in: text)
      case .partial: text.partial
      case .missing: text.gap
      }
    }.joined()
  }

  /// The mark for a part of the whole range.
  private func height(_ part: Double, in text: ScreenText) -> String {
    let heights = text.heights
    return String(heights[min(Int(part * Double(heights.count)), heights.count - 1)])
  }

  private static func mean(of points: ArraySlice<SparkPoint>) -> SparkPoint {
    if points.contains(.partial) { return .partial }
    let figures = points.compactMap(\.figure)
    guard !figures.isEmpty else { return .missing }
    return .figure(figures.reduce(0) { $0 + $1 / Double(figures.count) })
  }
}

extension SparkPoint {
  /// `nil` also where a calculation went beyond what numbers can hold.
  fileprivate var figure: Double? {
    if case .figure(let figure) = self, figure.isFinite { figure } else { nil }
  }
}
