internal import Importing

/// The rows of one data file, in columns of small numbers.
struct FactRows {
  let dimensionCount: Int
  let measureCount: Int
  /// The code of each row's period, according to the time of the dataset; for a span its first day.
  /// In ascending order.
  var periods: [Int] = []
  /// Member ids, row by row.
  var members: [UInt32] = []
  /// Figures times their measure's scale, row by row; 0 where there is none.
  var figures: [Int64] = []
  /// Bits of ``CellMark`` for each figure.
  var marks: [UInt8] = []
  /// Codes of ``Hedge``.
  var hedges: [UInt8] = []
  /// Lines of the file, for messages.
  var lines: [Int] = []
  /// The last day of each span, by its first.
  var spanEnds: [Int: Int] = [:]

  init(dimensionCount: Int, measureCount: Int) {
    self.dimensionCount = dimensionCount
    self.measureCount = measureCount
  }

  var count: Int { periods.count }
  var isHedged: Bool { hedges.contains { $0 != 0 } }

  func member(_ row: Int, _ dimension: Int) -> Int {
    Int(members[row * dimensionCount + dimension])
  }
  func figure(_ row: Int, _ measure: Int) -> Int64 { figures[row * measureCount + measure] }
  func marks(_ row: Int, _ measure: Int) -> UInt8 { marks[row * measureCount + measure] }

  /// Whether the cell holds neither a number nor a withheld one.
  func isUnpublished(_ row: Int, _ measure: Int) -> Bool {
    marks(row, measure) & (CellMark.number | CellMark.withheld) == 0
  }

  /// The last day of a span; for any other period its code itself.
  func end(of period: Int) -> Int { spanEnds[period] ?? period }

  /// Gives all rows, with the ids of members as their places.
  func give(_ order: FactOrder, to sink: any TableRowSink) throws {
    try members.withUnsafeBufferPointer { members in
      try figures.withUnsafeBufferPointer { figures in
        try marks.withUnsafeBufferPointer { marks in
          for row in order.rows {
            let places = row * dimensionCount..<(row + 1) * dimensionCount
            let cells = row * measureCount..<(row + 1) * measureCount
            try sink.take(
              TableRow(
                period: periods[row],
                places: UnsafeBufferPointer(rebasing: members[places]),
                figures: UnsafeBufferPointer(rebasing: figures[cells]),
                marks: UnsafeBufferPointer(rebasing: marks[cells]),
                hedge: hedges[row]
              )
            )
          }
        }
      }
    }
  }
}
