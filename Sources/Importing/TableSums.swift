package import Diagnostics

/// The rows of a table, one period after the other, each merged from the sums of all threads.
///
/// The sums of the threads are only read, so several threads can merge several periods at once.
package struct TableSums: @unchecked Sendable {
  let table: TargetTable
  private(set) var periods: [Period]
  let packing: KeyPacking
  private let file: String

  /// A period with the parts of the counted sums that belong to it.
  struct Period {
    var code: Int
    var groups: [(part: any SumsInGroups, group: TimeGroup)]
  }

  /// `period` gives the period of some texts of time.
  package init(
    of counted: CountedTable,
    as table: TargetTable,
    file: String,
    period: ([UInt32]) -> Int
  ) throws(FileMistake) {
    self.table = table
    self.file = file
    let widths = table.dimensions.map { KeyPacking.width(of: $0.count) }
    guard let packing = KeyPacking(widths: widths) else {
      throw FileMistake(file, "too many different values in all dimensions together; leave one out")
    }
    self.packing = packing
    var periods: [Int: Period] = [:]
    for part in counted.parts {
      for group in part.groups {
        let code = period(group.times)
        periods[code, default: Period(code: code, groups: [])].groups.append((part, group))
      }
    }
    self.periods = periods.values.sorted { $0.code < $1.code }
  }

  var figureCount: Int { table.figures.count }

  /// The same with only some periods.
  package func keeping(_ isKept: (Int) -> Bool) -> TableSums {
    var kept = self
    kept.periods.removeAll { !isKept($0.code) }
    return kept
  }

  /// The same with another code for a period.
  package func renaming(_ code: Int, to new: Int) -> TableSums {
    var renamed = self
    for index in renamed.periods.indices where renamed.periods[index].code == code {
      renamed.periods[index].code = new
    }
    return renamed
  }

  package var isEmpty: Bool { periods.isEmpty }

  /// The codes of its periods, in order.
  package var codes: [Int] { periods.map(\.code) }

  /// The sums of every figure of the table in each period.
  package func totals() throws -> [PeriodTotal] {
    var totals: [PeriodTotal] = []
    var magnitudes = [UInt64](repeating: 0, count: figureCount)
    try makeInOrder(periods.count) { index in
      let cube = try sums(of: periods[index])
      return (
        figures: cube.totals,
        withheld: cube.withheld,
        rows: cube.count,
        ofSeveral: cube.count(markedWith: CellMark.several),
        alike: cube.countOfAlike
      )
    } take: { index, found in
      totals.append(
        PeriodTotal(
          period: periods[index].code,
          figures: found.figures.map(\.sum),
          rows: found.rows,
          isWithheld: found.withheld,
          rowsOfSeveral: found.ofSeveral,
          rowsSaidTwice: found.alike
        )
      )
      for (place, figure) in found.figures.enumerated() {
        // Where the sum of the absolute figures fits, the sum of any of them does.
        let (sum, isTooLarge) = magnitudes[place].addingReportingOverflow(figure.magnitude)
        guard !isTooLarge, sum <= Int64.max else { throw tooLarge }
        magnitudes[place] = sum
      }
    }
    return totals
  }

  private var tooLarge: FileMistake {
    FileMistake(file, "the figures add up to more than 64 bits hold")
  }

  /// The sums of a period by the dimensions of the table.
  func sums(of period: Period) throws -> Cube {
    let cube = Cube(packing: packing, figures: figureCount, capacity: 1 << 12)
    let row = Row(table)
    for (part, group) in period.groups {
      try part.read(group) { codes, sums, marks in
        guard try row.fill(codes, sums, marks) else { return }
        do {
          try cube.add(row.places, row.figures, row.marks)
        } catch {
          throw tooLarge
        }
        guard cube.count <= Self.mostRows else {
          throw FileMistake(
            file,
            "more than \(Self.mostRows) different rows in one period; leave a column out"
          )
        }
      }
    }
    try check(cube, period.code)
    row.round(cube)
    return cube
  }

  /// Checks that merged rows give figures: levels are not added up, and a sum over an empty cell
  /// would be incomplete without saying so.
  private func check(_ cube: Cube, _ period: Int) throws {
    for entry in 0..<cube.count {
      let marks = cube.marks(of: entry)
      for figure in 0..<figureCount {
        let isLevel = marks[figure] & CellMark.several != 0 && !table.canBeAdded[figure]
        let isPartlyEmpty =
          marks[figure] & CellMark.empty != 0 && marks[figure] & CellMark.number != 0
        guard isLevel || isPartlyEmpty else { continue }
        throw CellsWithoutSum(
          reason: isLevel ? .levels : .partlyEmpty,
          figure: figure,
          period: period,
          places: table.dimensions.indices.map { Int(cube.code($0, of: entry)) }
        )
      }
    }
  }

  /// The number of rows for which memory is reserved.
  private static let mostRows = 3_000_000

  /// A counted row in terms of the table.
  private final class Row {
    private let table: TargetTable
    let places: UnsafeMutablePointer<UInt32>
    let figures: UnsafeMutablePointer<Int64>
    let marks: UnsafeMutablePointer<UInt8>

    init(_ table: TargetTable) {
      self.table = table
      places = .allocate(capacity: max(1, table.dimensions.count))
      figures = .allocate(capacity: max(1, table.figures.count))
      marks = .allocate(capacity: max(1, table.figures.count))
    }

    deinit {
      places.deallocate()
      figures.deallocate()
      marks.deallocate()
    }

    /// Whether the row belongs to the table.
    func fill(
      _ codes: UnsafePointer<UInt32>,
      _ sums: UnsafePointer<Int64>,
      _ marks: UnsafePointer<UInt8>
    ) throws -> Bool {
      for filter in table.filters where !filter.keeps[Int(codes[filter.key])] { return false }
      for (index, dimension) in table.dimensions.enumerated() {
        let code = Int(codes[dimension.key])
        guard let place = dimension.places[code] else {
          throw MisplacedValue(key: dimension.key, text: code)
        }
        (places + index).initialize(to: place)
      }
      for (index, figure) in table.figures.enumerated() {
        (figures + index).initialize(to: sums[figure])
        (self.marks + index).initialize(to: marks[figure])
      }
      return true
    }

    /// Rounds sums to the decimals that are kept, halves away from zero: once, after adding up.
    func round(_ cube: Cube) {
      for (index, decimals) in table.decimals.enumerated() where decimals > 0 {
        let unit = (0..<FigureCell.guardDecimals(decimals)).reduce(Int64(1)) { unit, _ in unit * 10
        }
        for entry in 0..<cube.count {
          let sums = cube.sums(of: entry)
          let (whole, rest) = sums[index].quotientAndRemainder(dividingBy: unit)
          sums[index] = whole + (rest.magnitude * 2 >= unit.magnitude ? rest.signum() : 0)
        }
      }
    }
  }
}

extension Cube {
  /// Number of rows of which some figure has a mark.
  fileprivate func count(markedWith mark: UInt8) -> Int {
    (0..<count).count { entry in
      let marks = marks(of: entry)
      return (0..<figureCount).contains { marks[$0] & mark != 0 }
    }
  }

  /// Number of rows that were merged from rows with the same figures.
  fileprivate var countOfAlike: Int {
    guard figureCount > 0 else { return 0 }
    return (0..<count).count { entry in
      let marks = marks(of: entry)
      return (0..<figureCount).allSatisfy { marks[$0] & CellMark.alike != 0 }
    }
  }

  /// Whether some cell of each figure was withheld.
  fileprivate var withheld: [Bool] {
    (0..<figureCount).map { figure in
      (0..<count).contains { marks(of: $0)[figure] & CellMark.withheld != 0 }
    }
  }

  /// The sum of each figure, `nil` where no cell has a number, and the sum of all absolute figures.
  fileprivate var totals: [(sum: Int64?, magnitude: UInt64)] {
    (0..<figureCount).map { figure in
      var total: (sum: Int64?, magnitude: UInt64) = (nil, 0)
      for entry in 0..<count where marks(of: entry)[figure] & CellMark.number != 0 {
        let value = sums(of: entry)[figure]
        // A sum that is too large is recognized by its magnitude, which stays at the maximum.
        total.sum = (total.sum ?? 0) &+ value
        let (magnitude, isTooLarge) = total.magnitude.addingReportingOverflow(value.magnitude)
        total.magnitude = isTooLarge ? .max : magnitude
      }
      return total
    }
  }
}
