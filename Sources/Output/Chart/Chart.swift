import Catalog
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
  /// What is counted, where the panels are named for something else.
  var title = ""
  /// The column that the labels of the rows come from.
  let labels: AnswerColumn
  var blocks: [ChartBlock] = []
}

/// Rows that share labels, with a panel for everything that is drawn of them.
struct ChartBlock {
  var heading = ChartHeading("")
  var labels: [ChartLabel]
  var panels: [ChartPanel]
}

/// The points of one series or ranking, one for each label of its block.
struct ChartPanel {
  let heading: ChartHeading
  /// Panels of one scale may be compared by eye.
  var scale = 0
  var points: [ChartPoint]
}

struct ChartPoint {
  let cell: Cell
  var isPartial = false
  /// Whether all others are within this one. Its bar would dwarf them.
  var isTotal = false

  /// Where no row of the answer is.
  static let none = ChartPoint(cell: .missing(.notHeld))

  /// The figure, if there is one.
  var value: Double? {
    switch cell {
    case .number(.integer(let number), _): Double(number)
    case .number(.real(let number), _): number.isFinite ? number : nil
    case .period, .text, .missing, .verdict, .sparkline, .sources, .records: nil
    }
  }

  /// What a bar or line may reach.
  var drawnValue: Double? { isTotal ? nil : value }

  /// As the table writes it: `≈ 177,770`.
  func figure(in text: ScreenText) -> String { TableCell(cell, text: text).line }
}

struct ChartLabel {
  let cell: Cell
  /// Whether `◐` follows.
  var isMarked = false

  var period: Period? {
    switch cell {
    case .period(let period): period
    case .text, .number, .missing, .verdict, .sparkline, .sources, .records: nil
    }
  }
}

struct ChartHeading {
  let words: String
  var isMarked = false

  init(_ words: String, isMarked: Bool = false) {
    self.words = words
    self.isMarked = isMarked
  }

  func shown(in text: ScreenText) -> String {
    text.safe(words) + (isMarked ? " " + text.partial : "")
  }
}

extension Chart {
  /// A longer series in time is read as a line.
  static let mostBars = 40

  /// Whether time runs down the rows without turning back, further than bars can be read.
  var isLongSeries: Bool {
    isSeries && blocks.contains { $0.labels.count > Self.mostBars }
  }

  /// Whether time runs down the rows without turning back.
  var isSeries: Bool { labels.kind.isTime && blocks.allSatisfy(\.isInTime) }

  /// Counted from 0.
  var scales: Range<Int> { 0..<(blocks.flatMap(\.panels).map { $0.scale + 1 }.max() ?? 0) }

  /// Every point that shares a scale.
  func points(ofScale scale: Int) -> [ChartPoint] {
    blocks.flatMap(\.panels).filter { $0.scale == scale }.flatMap(\.points)
  }
}

extension ChartBlock {
  fileprivate var isInTime: Bool {
    let periods = labels.compactMap(\.period)
    return zip(periods, periods.dropFirst()).allSatisfy { $0 < $1 }
  }
}
