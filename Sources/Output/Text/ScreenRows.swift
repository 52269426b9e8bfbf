import Results

/// An answer's columns and rows as a screen shows them, kept until the end of the answer, when their
/// widths and their scale are known.
///
/// Parts of a whole are in percent, and their headings say so.
struct ScreenRows {
  let columns: [AnswerColumn]
  private(set) var rows: [AnswerRow] = []
  /// The columns whose figures come as fractions.
  private let fractions: [Int]

  init(_ published: [AnswerColumn]) {
    columns = published.map(\.onScreen)
    fractions = published.indices.filter { published[$0].isFraction }
  }

  mutating func append(_ published: AnswerRow) {
    var row = published
    for index in fractions {
      guard case .number(let number, let precision) = row.cells[index] else { continue }
      row.cells[index] = .number(number.timesHundred, precision)
    }
    rows.append(row)
  }
}

extension AnswerColumn {
  /// Whether its figures are fractions, which a screen shows in percent.
  fileprivate var isFraction: Bool { kind == .fraction || kind == .points }

  fileprivate var onScreen: AnswerColumn {
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
