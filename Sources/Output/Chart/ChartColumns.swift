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
    /// The column with the share of each figure, where it is written beside the figure.
    var share: Int?
    /// Whether its figures cover less than their period, where the column is one.
    var isPartial = false
  }

  /// The most scales that are drawn.
  private static let mostScales = 3

  let keys: [Key]
  private(set) var figures: [Figure] = []
  /// Headings of the columns that are not drawn.
  private(set) var leftOut: [String] = []
  /// What each scale counts; `nil` for a number without a unit.
  private(set) var units: [String?] = []

  /// Draws every measure, and of the columns computed from one (its change, its share) the first of
  /// each unit that no measure has.
  ///
  /// `writesShares`: shares are written beside the figures that they are of, whose bars they would
  /// only repeat.
  init(_ columns: [AnswerColumn], rows: [AnswerRow], writesShares: Bool = false) {
    let keyCount = columns.prefix { !$0.kind.isFigure }.count
    keys = columns.prefix(keyCount).enumerated().map { Key(index: $0.offset, column: $0.element) }
    for index in columns.indices.dropFirst(keyCount) {
      let column = columns[index]
      if writesShares,
        let base = figures.firstIndex(where: { column.isShare(of: columns[$0.index]) })
      {
        figures[base].share = index
        continue
      }
      let known = units.firstIndex(of: column.unit)
      let isDrawn =
        rows.canBeDrawn(index) && !column.isRank
        && (known == nil ? units.count < Self.mostScales : !column.isDerived)
      guard isDrawn else {
        leftOut.append(column.label)
        continue
      }
      if known == nil { units.append(column.unit) }
      figures.append(
        Figure(
          index: index,
          label: column.label,
          scale: known ?? units.count - 1,
          isPartial: column.isPartial
        )
      )
    }
  }
}

extension ChartColumns {
  /// What each scale measures: its one column, or the unit of several.
  var scaleNames: [String] {
    units.indices.map { scale in
      let own = figures.filter { $0.scale == scale }
      return own.count == 1
        ? own[0].label : units[scale] ?? own.map(\.label).joined(separator: ", ")
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

  /// Whether it has the shares of another column's figures.
  fileprivate func isShare(of other: AnswerColumn) -> Bool {
    isDerived && kind == .percent && key == other.key + "_share"
  }

  /// Ranks are not drawn: a longer bar for a worse rank would mislead.
  fileprivate var isRank: Bool { key.hasSuffix("_rank") }
}
