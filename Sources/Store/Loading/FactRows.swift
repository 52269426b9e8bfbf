/// The rows of one data file, in columns of small numbers.
struct FactRows {
  let dimensionCount: Int
  let measureCount: Int
  /// The code of each row's period, according to the time of the dataset; for a span its first day.
  /// In ascending order.
  var periods: [Int] = []
  /// Member ids, row by row.
  var members: [Int32] = []
  /// Figures times their measure's scale, row by row; ``missing`` where there is none.
  var figures: [Int64] = []
  /// Bit n: the n-th measure was withheld.
  var withheld: [Int] = []
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

  /// The code of a cell without a number. No figure can have it: ``FigureCell`` stops short of it.
  static let missing = Int64.min

  var count: Int { periods.count }
  var isHedged: Bool { hedges.contains { $0 != 0 } }

  func member(_ row: Int, _ dimension: Int) -> Int32 { members[row * dimensionCount + dimension] }
  func figure(_ row: Int, _ measure: Int) -> Int64 { figures[row * measureCount + measure] }
  func isWithheld(_ row: Int, _ measure: Int) -> Bool { withheld[row] >> measure & 1 == 1 }

  /// Whether the cell holds neither a number nor a withheld one.
  func isUnpublished(_ row: Int, _ measure: Int) -> Bool {
    figure(row, measure) == Self.missing && !isWithheld(row, measure)
  }

  /// The last day of a span; for any other period its code itself.
  func end(of period: Int) -> Int { spanEnds[period] ?? period }
}
