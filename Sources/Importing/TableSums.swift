import Diagnostics

/// The rows of a table, one period after the other, each merged from the sums of all threads.
///
/// The sums of the threads are only read, so several threads can merge several periods at once. The
/// rows of a large period are merged in slices of their keys, so that memory is bounded however
/// many there are.
package struct TableSums: @unchecked Sendable {
  let table: TargetTable
  private(set) var periods: [PeriodSums]
  let packing: KeyPacking
  private let file: String
  /// The most rows of a slice.
  let mostRows: Int
  /// The memory of all slices that are merged at once, in bytes.
  private let memory: Int

  /// A period with the parts of the counted sums that belong to it.
  struct PeriodSums {
    var code: Int
    var groups: [(part: any SumsInGroups, group: TimeGroup)]
    /// The first key of each slice but the first.
    var cuts: [PackedKey] = []

    /// The number of its rows before equal ones are merged.
    var rows: Int { groups.reduce(0) { $0 + $1.group.count } }

    var slices: Range<Int> { 0..<cuts.count + 1 }

    /// The first key of a slice, and the first one after it; `nil` where there is none.
    func bounds(of slice: Int) -> (first: PackedKey?, end: PackedKey?) {
      (slice == 0 ? nil : cuts[slice - 1], slice == cuts.count ? nil : cuts[slice])
    }
  }

  /// Some rows of a period, by their keys.
  struct Slice {
    /// The place of the period.
    let period: Int
    let number: Int
  }

  /// `period` gives the period of some texts of time. `memory` is that of merged rows, in bytes.
  package init(
    of counted: CountedTable,
    as table: TargetTable,
    file: String,
    memory: Int = ImportMemory.merged,
    period: ([UInt32]) -> Int
  ) throws {
    self.table = table
    self.file = file
    let widths = table.dimensions.map { KeyPacking.width(of: $0.count) }
    guard let packing = KeyPacking(widths: widths) else {
      throw FileMistake(
        file,
        "too many different values in all dimensions together; leave one out",
        try: table.dimensions.max { $0.count < $1.count }.map {
          [.leavingOut(column: counted.shape.columns[counted.shape.column(ofKey: $0.key)])]
        } ?? []
      )
    }
    self.packing = packing
    self.memory = memory
    // Two at once: the smaller slices are, the more often a large period is read.
    mostRows = max(1, memory / 2 / Cube.bytes(figures: table.figures.count))
    var periods: [Int: PeriodSums] = [:]
    for part in counted.parts {
      for group in part.groups {
        let code = period(group.times)
        periods[code, default: PeriodSums(code: code, groups: [])].groups.append((part, group))
      }
    }
    self.periods = periods.values.sorted { $0.code < $1.code }
    for index in self.periods.indices where self.periods[index].rows > mostRows {
      self.periods[index].cuts = try cuts(of: self.periods[index])
    }
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

  /// All slices, in the order of their rows.
  var slices: [Slice] {
    periods.indices.flatMap { period in
      periods[period].slices.map { Slice(period: period, number: $0) }
    }
  }

  /// How many threads can merge slices at once in the memory that there is.
  var threads: Int {
    let rows = min(mostRows, periods.map(\.rows).max() ?? 1)
    let most = memory / max(1, rows * Cube.bytes(figures: figureCount))
    return max(1, min(Workers.mostUseful, most))
  }

  /// The most rows that a slice can have.
  func mostRows(of slice: Slice) -> Int { min(mostRows, periods[slice.period].rows) }

  /// The sums of every figure of the table in each period. `watch` receives the fraction done, and
  /// stops by throwing.
  package func totals(watch: (Double) throws -> Void = { _ in }) throws -> [PeriodTotal] {
    var totals: [PeriodTotal] = []
    var magnitudes = [UInt64](repeating: 0, count: figureCount)
    let slices = slices
    try makeInOrder(slices.count, threads: threads) { index in
      let cube = try sums(of: slices[index])
      let total = PeriodTotal(of: cube, period: periods[slices[index].period].code)
      return (total, cube.magnitudes)
    } take: { index, found in
      let (total, own) = found
      if slices[index].number == 0 {
        totals.append(total)
      } else {
        totals[totals.count - 1].add(total)
      }
      for (place, magnitude) in own.enumerated() {
        // Where the sum of the absolute figures fits, the sum of any of them does.
        let (sum, isTooLarge) = magnitudes[place].addingReportingOverflow(magnitude)
        guard !isTooLarge, sum <= Int64.max else { throw tooLarge }
        magnitudes[place] = sum
      }
      try watch(Double(index + 1) / Double(slices.count))
    }
    return totals
  }

  private var tooLarge: FileMistake {
    FileMistake(
      file,
      "the figures add up to more than 64 bits hold",
      try: [.showingBeginning]
    )
  }

  /// The sums of a slice by the dimensions of the table.
  func sums(of slice: Slice) throws -> Cube {
    let period = periods[slice.period]
    let bounds = period.bounds(of: slice.number)
    let cube = Cube(packing: packing, figures: figureCount, capacity: 1 << 12)
    let row = TargetRow(table)
    for (part, group) in period.groups {
      try part.read(group) { codes, sums, marks in
        guard try row.fill(codes, sums, marks), let key = cube.packed(row.places) else { return }
        if let first = bounds.first, PackedKey(key) < first { return }
        if let end = bounds.end, PackedKey(key) >= end { return }
        do {
          try cube.add(high: key.high, low: key.low, row.figures, row.marks)
        } catch {
          throw tooLarge
        }
      }
    }
    try check(cube, period.code)
    row.round(cube)
    return cube
  }

  /// Where a large period is cut, so that each slice has as many rows as memory is meant for. The
  /// number of different keys is estimated from a sample of them, taken by chance: no file can be
  /// made so that it misleads.
  private func cuts(of period: PeriodSums) throws -> [PackedKey] {
    let row = TargetRow(table)
    let cube = Cube(packing: packing, figures: 0, capacity: 1)
    let step = UInt64(max(1, period.rows / Self.sampled))
    let salt = UInt64.random(in: .min ... .max)
    var sample: [PackedKey] = []
    for (part, group) in period.groups {
      try part.read(group) { codes, sums, marks in
        // A row that cannot be placed is told where rows are merged.
        guard (try? row.fill(codes, sums, marks)) == true, let key = cube.packed(row.places),
          Cube.hash(key.high ^ salt, key.low) % step == 0
        else { return }
        sample.append(PackedKey(key))
      }
    }
    sample.sort()
    let different = sample.indices.filter { $0 == 0 || sample[$0 - 1] != sample[$0] }
    let count = different.count * Int(step) / mostRows + 1
    guard count > 1 else { return [] }
    return (1..<count).map { sample[different[$0 * different.count / count]] }
  }

  /// How many rows of a period are sampled.
  private static let sampled = 1 << 16

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
}
