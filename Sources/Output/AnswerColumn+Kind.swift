import Results

extension AnswerColumn.Kind {
  var isTime: Bool {
    switch self {
    case .time: true
    case .dimension, .figure, .percent, .fraction, .points, .sparkline, .sources: false
    }
  }

  /// Whether it tells what rows are about.
  var isKey: Bool {
    switch self {
    case .time, .dimension: true
    case .figure, .percent, .fraction, .points, .sparkline, .sources: false
    }
  }

  var isFigure: Bool {
    switch self {
    case .figure, .percent, .fraction, .points: true
    case .time, .dimension, .sparkline, .sources: false
    }
  }
}
