import Results

/// An answer's columns and rows as a screen shows them, kept until the end of the answer, when
/// their widths and their scale are known.
///
/// Parts of a whole are in percent, and their headings say so.
struct ScreenRows {
  let columns: [AnswerColumn]
  private(set) var rows: [AnswerRow] = []
  /// The columns whose cells are changed before they are shown.
  private let changed: [Int]
  private let shown: [ScreenColumn]

  init(_ published: [AnswerColumn]) {
    shown = published.map(ScreenColumn.init)
    columns = shown.map(\.shown)
    changed = shown.indices.filter { [shown] in shown[$0].changesCells }
  }

  mutating func append(_ published: AnswerRow) {
    var row = published
    for index in changed { row.cells[index] = shown[index].shown(row.cells[index]) }
    rows.append(row)
  }
}

extension AnswerColumn {
  /// Whether its figures are fractions, which a screen shows in percent.
  var isFraction: Bool { kind == .fraction || kind == .points }

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
    case .time, .dimension, .figure, .sparkline, .sources: self
    }
  }
}
