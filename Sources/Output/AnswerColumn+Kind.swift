import Results

extension AnswerColumn.Kind {
  var isTime: Bool {
    switch self {
    case .time: true
    case .dimension, .figure, .percent, .fraction, .sources: false
    }
  }

  var isFigure: Bool {
    switch self {
    case .figure, .percent, .fraction: true
    case .time, .dimension, .sources: false
    }
  }
}
