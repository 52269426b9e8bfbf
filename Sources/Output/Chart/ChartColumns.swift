import Catalog
import Results

/// Which columns of an answer are drawn, and which of them on one scale.
struct ChartColumns {
  /// A column that rows are broken down by: periods or names.
  struct Key {
    let index: Int
    let column: AnswerColumn
  }

  struct Figure {
    let index: Int
    let label: String
    /// Figures of one unit share a scale and may be compared by eye. Counted from 0.
    let scale: Int
  }

  /// The most scales that are drawn.
  private static let mostScales = 3

  let keys: [Key]
  private(set) var figures: [Figure] = []
  /// Headings of the columns that are not drawn.
  private(set) var leftOut: [String] = []

  /// Draws every measure, and of the columns computed from one (its change, its share) the first of
  /// each unit that no measure has.
  init(_ columns: [AnswerColumn], rows: [AnswerRow]) {
    let keyCount = columns.prefix { !$0.kind.isFigure }.count
    keys = columns.prefix(keyCount).enumerated().map { Key(index: $0.offset, column: $0.element) }
    var units: [String?] = []
    for index in columns.indices.dropFirst(keyCount) {
      let column = columns[index]
      let known = units.firstIndex(of: column.unit)
      let isDrawn =
        rows.canBeDrawn(index) && !column.isRank
        && (known == nil ? units.count < Self.mostScales : !column.isDerived)
      guard isDrawn else {
        leftOut.append(column.label)
        continue
      }
      if known == nil { units.append(column.unit) }
      figures.append(Figure(index: index, label: column.label, scale: known ?? units.count - 1))
    }
  }
}

extension [AnswerRow] {
  /// Whether a column holds no words, such as names of sources.
  fileprivate func canBeDrawn(_ column: Int) -> Bool {
    allSatisfy { row in
      switch row.cells[column] {
      case .number, .missing: true
      case .text, .period, .verdict, .sparkline, .sources, .records: false
      }
    }
  }
}

extension AnswerColumn {
  fileprivate var unit: String? {
    switch kind {
    case .figure(let unit): unit
    case .percent, .fraction: "%"
    case .points: "points"
    case .time, .dimension, .sparkline, .sources: nil
    }
  }

  /// Ranks are not drawn: a longer bar for a worse rank would mislead.
  fileprivate var isRank: Bool { key.hasSuffix("_rank") }
}
