internal import Catalog
internal import Importing

/// What the catalog says of the facts of a dataset, collected while they are written.
struct FactsSummary {
  /// Number of rows.
  private(set) var size = 0
  private(set) var measures: [MeasureSummary]
  private let time: PublishedTime
  private let dimensions: [FactDimension]
  /// Of each dimension, the share of `other` by fiscal year.
  private var otherShares: [YearShares]
  private let hasOthers: Bool
  private var (period, year) = (0, 0)
  /// Sums of the first measure: everything, and what does not roll up, by dimension.
  private var whole = 0.0
  private var unplaced: [Double]

  init(_ record: DatasetRecord) {
    time = record.table.time
    dimensions = record.dimensions
    measures = record.measures.map { _ in MeasureSummary() }
    otherShares = dimensions.map { _ in YearShares() }
    hasOthers = dimensions.contains { $0.isOther != nil }
    unplaced = dimensions.map { _ in 0 }
  }

  /// Adds a row; rows come in the order of their periods.
  mutating func add(_ row: TableRow) {
    size += 1
    for measure in measures.indices { measures[measure].add(row, measure, time) }
    guard !measures.isEmpty, row.hasNumber(0) else { return }
    let amount = Double(row.figures[0].magnitude)
    whole += amount
    if hasOthers, row.period != period {
      (period, year) = (row.period, time.fiscalYear(of: row.period))
    }
    for position in dimensions.indices {
      let place = Int(row.places[position])
      if let isPlaced = dimensions[position].isPlaced, !isPlaced[place] {
        unplaced[position] += amount
      }
      if let isOther = dimensions[position].isOther {
        otherShares[position].add(amount, in: year, isPart: isOther[place])
      }
    }
  }

  /// Adds a row that is the sum of a period.
  mutating func add(period: Int, figures: [Int64?], isWithheld: [Bool]) {
    size += 1
    for measure in measures.indices where figures[measure] != nil {
      measures[measure].add(period: period, isWithheld: isWithheld[measure], time)
    }
  }

  /// The share of the first measure, in parts per million, in values of a dimension that do not
  /// roll up; 0 where it has no coarser dimension.
  func unplaced(_ dimension: Int) -> Int {
    whole == 0 ? 0 : Int((unplaced[dimension] / whole * 1_000_000).rounded())
  }

  /// The share of the first measure, in parts per million, in `other`, by fiscal year.
  func others(_ dimension: Int) -> [(year: Int, share: Int)] { otherShares[dimension].all }
}
