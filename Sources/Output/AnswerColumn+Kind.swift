import Results

extension AnswerColumn.Kind {
  var isTime: Bool {
    switch self {
    case .time: true
    case .dimension, .figure: false
    }
  }

  var isFigure: Bool {
    switch self {
    case .figure: true
    case .time, .dimension: false
    }
  }
}
