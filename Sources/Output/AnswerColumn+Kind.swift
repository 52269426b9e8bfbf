import Results

extension AnswerColumn.Kind {
  var isTime: Bool {
    switch self {
    case .time: true
    case .dimension, .figure, .percent, .fraction, .points, .sources: false
    }
  }

  var isFigure: Bool {
    switch self {
    case .figure, .percent, .fraction, .points: true
    case .time, .dimension, .sources: false
    }
  }
}
