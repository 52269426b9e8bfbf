import Results

/// Figures as marks of eight heights, side by side: from zero to the largest, or from the smallest where one is below
/// zero. Nothing is drawn where a figure is missing, and a partial period is only marked: beside whole ones its
/// height would mislead.
struct Sparkline {
  /// More periods than these are drawn in groups, by the means of their figures.
  static let mostMarks = 48

  private let marks: [SparkPoint]

  init(_ points: [SparkPoint]) {
    let size = (points.count + Self.mostMarks - 1) / Self.mostMarks
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
    let range = (figures.max() ?? 0) - low
    return marks.map { mark in
      switch mark {
      case .figure(let figure): height(range > 0 ? (figure - low) / range : 0, in: text)
      case .partial: text.partial
      case .missing: " "
      }
    }.joined()
  }

  /// The mark for a part of the whole range.
  private func height(_ part: Double, in text: ScreenText) -> String {
    let heights = text.heights
    return String(heights[min(Int(part * Double(heights.count)), heights.count - 1)])
  }

  private static func mean(of points: ArraySlice<SparkPoint>) -> SparkPoint {
    let figures = points.compactMap(\.figure)
    guard figures.isEmpty else { return .figure(figures.reduce(0, +) / Double(figures.count)) }
    return points.contains(.partial) ? .partial : .missing
  }
}

extension SparkPoint {
  fileprivate var figure: Double? { if case .figure(let figure) = self { figure } else { nil } }
}
