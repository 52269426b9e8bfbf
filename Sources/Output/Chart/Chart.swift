import Results

/// An answer arranged for drawing.
///
/// ```
/// title      encounters
/// heading    Office of Field Operations        ┐
/// panels     month     Mexico      Venezuela   │ block
/// labels     Oct 2023  ██ 15,104   █ 6,021     │
///            Nov 2023  ██ 14,870   █ 5,988     ┘
/// ```
struct Chart {
  /// What is counted, where the names of the panels do not say it.
  var title = ""
  /// The column that the labels of the rows come from.
  let labels: AnswerColumn
  var blocks: [ChartBlock] = []
  /// What each scale measures, in words.
  var names: [String] = []
}

extension Chart {
  /// The longest series in time that is drawn as bars; longer ones are lines.
  static let mostBars = 40

  /// Whether time runs down the rows without going back, for more periods than bars can show.
  var isLongSeries: Bool {
    isSeries && blocks.contains { $0.labels.count > Self.mostBars }
  }

  /// Whether time runs down the rows without going back.
  var isSeries: Bool { labels.kind.isTime && blocks.allSatisfy(\.isInTime) }

  /// Counted from 0.
  var scales: Range<Int> { 0..<(blocks.flatMap(\.panels).map { $0.scale + 1 }.max() ?? 0) }

  /// Every point that shares a scale.
  func points(ofScale scale: Int) -> [ChartPoint] {
    blocks.flatMap(\.panels).filter { $0.scale == scale }.flatMap(\.points)
  }
}
