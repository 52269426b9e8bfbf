/// The sums of a table in one period.
package struct PeriodTotal: Sendable {
  /// Coded as the time of the table says.
  package let period: Int
  /// The sum of each figure; `nil` where no cell has a number.
  package private(set) var figures: [Int64?]
  /// Number of rows of the table.
  package private(set) var rows: Int
  /// Whether some cell of each figure was withheld.
  package private(set) var isWithheld: [Bool]
  /// How many rows of the table are sums of several rows of the file.
  package private(set) var rowsOfSeveral: Int
  /// How many of those are sums of rows that say the same, figures and all.
  package private(set) var rowsSaidTwice: Int

  /// How many rows of the table have figures of which decimals were rounded away.
  package private(set) var rowsRounded: Int
  /// How many rows of the table have figures of which decimals were cut before they were added up.
  package private(set) var rowsCut: Int

  init(of cube: Cube, period: Int) {
    self.period = period
    figures = cube.totals
    rows = cube.count
    isWithheld = cube.withheld
    rowsOfSeveral = cube.count(markedWith: CellMark.several)
    rowsSaidTwice = cube.countOfAlike
    rowsRounded = cube.count(markedWith: CellMark.rounded)
    rowsCut = cube.count(markedWith: CellMark.cut)
  }

  /// Adds other rows of the period. A sum that is too large is told by the magnitudes.
  mutating func add(_ other: PeriodTotal) {
    for (place, figure) in other.figures.enumerated() {
      if let figure { figures[place] = (figures[place] ?? 0) &+ figure }
      isWithheld[place] = isWithheld[place] || other.isWithheld[place]
    }
    rows += other.rows
    rowsOfSeveral += other.rowsOfSeveral
    rowsSaidTwice += other.rowsSaidTwice
    rowsRounded += other.rowsRounded
    rowsCut += other.rowsCut
  }
}

extension Cube {
  /// The sum of the absolute values of each figure, at most what 64 bits hold.
  var magnitudes: [UInt64] {
    (0..<figureCount).map { figure in
      var total: UInt64 = 0
      for entry in 0..<count where marks(of: entry)[figure] & CellMark.number != 0 {
        let (sum, isTooLarge) = total.addingReportingOverflow(sums(of: entry)[figure].magnitude)
        total = isTooLarge ? .max : sum
      }
      return total
    }
  }

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

  /// The sum of each figure, `nil` where no cell has a number.
  fileprivate var totals: [Int64?] {
    (0..<figureCount).map { figure in
      var total: Int64?
      for entry in 0..<count where marks(of: entry)[figure] & CellMark.number != 0 {
        // A sum that is too large is recognized by its magnitude.
        total = (total ?? 0) &+ sums(of: entry)[figure]
      }
      return total
    }
  }
}
