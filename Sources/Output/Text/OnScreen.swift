import Results

// How columns are read on a screen: parts of a whole in percent, and the heading says so.

extension AnswerColumn {
  var onScreen: AnswerColumn {
    switch kind {
    case .percent, .fraction:
      AnswerColumn(
        key: key,
        label: label.hasSuffix("%") ? label : "\(label) %",
        kind: .percent,
        isDerived: isDerived
      )
    case .points:
      AnswerColumn(key: key, label: "\(label), points", kind: .points, isDerived: isDerived)
    case .time, .dimension, .figure, .sources: self
    }
  }
}

extension AnswerColumn {
  /// Whether its figures are fractions, which a screen shows in percent.
  fileprivate var isFraction: Bool { kind == .fraction || kind == .points }
}

extension AnswerRow {
  /// The row with parts of a whole in percent.
  func onScreen(_ columns: [AnswerColumn]) -> AnswerRow {
    guard columns.contains(where: \.isFraction) else { return self }
    var row = self
    for (index, column) in columns.enumerated() where column.isFraction {
      guard case .number(let number, let precision) = cells[index] else { continue }
      row.cells[index] = .number(number.timesHundred, precision)
    }
    return row
  }
}

extension Number {
  fileprivate var timesHundred: Number {
    switch self {
    case .integer(let number): .integer(number * 100)
    case .real(let number): .real(number * 100)
    }
  }
}
