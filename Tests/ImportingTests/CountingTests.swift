import Diagnostics
import Foundation
import Testing

@testable import Importing

@Suite("Reading a file and adding it up")
struct CountingTests {
  @Test("sums are those of adding row by row, in memory and on the disk", arguments: 0..<12)
  func sums(_ seed: Int) throws {
    var dice = SmallDice(seed: UInt64(seed))
    let table = RandomTable(&dice)
    let file = try CSVFile(table.text)
    // So little memory that sums are put on the disk after every block.
    for memory in [CountedTable.memory, 1] {
      let counted = try file.counted(table.shape, times: [0], memory: memory)
      #expect(counted.rows == table.rows.count)
      #expect(sums(of: counted) == table.sums)
    }
  }

  @Test("rollups add up to the table, period by period", arguments: 0..<6)
  func rollups(_ seed: Int) throws {
    var dice = SmallDice(seed: UInt64(100 + seed))
    let table = RandomTable(&dice)
    let file = try CSVFile(table.text)
    let counted = try file.counted(table.shape, times: [0], memory: CountedTable.memory)
    let periods = try TableSums(of: counted, as: Self.target(of: counted), file: "t.csv") {
      Int($0[0])
    }
    for slice in periods.slices {
      let cube = try periods.sums(of: slice)
      let total = (0..<cube.count).reduce(0) { $0 + cube.sums(of: $1)[0] }
      for kept in [[], [0], [1], [0, 1]] {
        let sink = Sink()
        try SortedRows(cube.rolledUp(keeping: kept), keeping: kept)
          .give(period: periods.periods[slice.period].code, to: sink)
        #expect(sink.total == total)
        #expect(sink.keys == sink.keys.sorted { $0.lexicographicallyPrecedes($1) })
        #expect(Set(sink.keys).count == sink.keys.count)
      }
    }
  }

  @Test("more values than keys have bits for are told with the column that has most of them")
  func valuesWithoutKeys() throws {
    var dice = SmallDice(seed: 1)
    let table = RandomTable(&dice)
    let counted = try CSVFile(table.text).counted(table.shape, times: [0], memory: 1 << 20)
    let dimensions = [1, 2, 1, 2, 1].map { key in
      let places = counted.texts[key].indices.map { UInt32?(UInt32($0)) }
      return TargetTable.KeyPlaces(key: key, places: places, count: 1 << (27 + key))
    }
    let target = TargetTable(
      dimensions: dimensions,
      filters: [],
      figures: [0],
      decimals: [0],
      canBeAdded: [true]
    )
    let largest = table.shape.columns[table.shape.column(ofKey: 2)]
    #expect {
      try TableSums(of: counted, as: target, file: "t.csv") { Int($0[0]) }
    } throws: { error in
      let mistake = error as? FileMistake
      return mistake?.message
        == "too many different values in all dimensions together; leave one out"
        && mistake?.remedies == [.leavingOut(column: largest)]
    }
  }

  /// The table of the two keys after the period.
  private static func target(of counted: CountedTable) -> TargetTable {
    TargetTable(
      dimensions: (1...2).map { key in
        TargetTable.KeyPlaces(
          key: key,
          places: counted.texts[key].indices.map { UInt32($0) },
          count: counted.texts[key].count
        )
      },
      filters: [],
      figures: [0],
      decimals: [0],
      canBeAdded: [true]
    )
  }

  @Test("a period that is merged in slices gives the same rows, sums and rollups", arguments: 0..<6)
  func slices(_ seed: Int) throws {
    var dice = SmallDice(seed: UInt64(200 + seed))
    let table = RandomTable(&dice)
    let file = try CSVFile(table.text)
    let counted = try file.counted(table.shape, times: [0], memory: CountedTable.memory)
    func sums(_ memory: Int) throws -> TableSums {
      try TableSums(of: counted, as: Self.target(of: counted), file: "t.csv", memory: memory) {
        Int($0[0])
      }
    }
    let (whole, sliced) = (try sums(1 << 24), try sums(1 << 11))
    #expect(whole.slices.count == whole.periods.count)
    if table.rows.count > 5_000 { #expect(sliced.slices.count > 2 * sliced.periods.count) }
    #expect(try sliced.totals().map(\.figures) == whole.totals().map(\.figures))
    #expect(try sliced.totals().map(\.rows) == whole.totals().map(\.rows))
    let made = try [whole, sliced].map { sums in
      let (sink, rollup) = (Sink(), Sink())
      let slices = sums.slices
      let rollups = RollupsInMaking([RollupShape([1])], of: sums, mostRows: 1 << 20)
      for slice in slices {
        let cube = try sums.sums(of: slice)
        let base = SortedRows(cube, keeping: [0, 1])
        try base.give(period: sums.periods[slice.period].code, to: sink)
        rollups.add(base, rollups.kept.rows(of: cube), of: slice)
      }
      try rollups.give(0, to: rollup)
      return [sink, rollup]
    }
    for place in 0..<2 {
      #expect(made[0][place].keys == made[1][place].keys)
      #expect(made[0][place].figures == made[1][place].figures)
    }
  }

  @Test(
    "years are the sums of their months, whichever rollups are left out on the way",
    arguments: 0..<8
  )
  func years(_ seed: Int) throws {
    var dice = SmallDice(seed: UInt64(300 + seed))
    let table = RandomTable(&dice)
    let counted = try CSVFile(table.text)
      .counted(table.shape, times: [0], memory: CountedTable.memory)
    // The years of the table mean months: August to December.
    let sums = try TableSums(
      of: counted,
      as: Self.target(of: counted),
      file: "t.csv",
      memory: 1 << 13
    ) { (2019 * 100) + 8 + Int($0[0]) }
    let kept = [[], [0], [1], [0, 1]].map { RollupShape($0, isByYear: true) }
    let most = seed % 2 == 0 ? 1 << 20 : 60
    let rollups = RollupsInMaking(kept, of: sums, mostRows: most)
    var expected: [[Int]: [Int: Int64]] = [:]
    for slice in sums.slices {
      let cube = try sums.sums(of: slice)
      let month = sums.periods[slice.period].code
      let year = month > 201_909 ? 2020 : 2019
      for shape in kept {
        let own = cube.rolledUp(keeping: shape.dimensions)
        let total = (0..<own.count).reduce(0) { $0 + own.sums(of: $1)[0] }
        expected[shape.dimensions, default: [:]][year, default: 0] += total
      }
      rollups.add(SortedRows(cube, keeping: [0, 1]), kept.rows(of: cube), of: slice)
    }
    rollups.finish()
    if most > 1 << 10 { #expect(rollups.made == [0, 1, 2, 3]) }
    for rollup in rollups.made {
      let sink = Sink()
      try rollups.give(rollup, to: sink)
      let keys = zip(sink.periods, sink.keys).map { [UInt32($0)] + $1 }
      #expect(Set(keys).count == keys.count)
      #expect(sink.totals == expected[kept[rollup].dimensions])
    }
  }

  @Test("the rows of a year are estimated from some months of it")
  func rowsOfYears() {
    // As many in each month, others every month, and each in half of the months.
    #expect(abs(RollupSample.inYear(6, each: 100, 100) - 100) < 1)
    #expect(abs(RollupSample.inYear(6, each: 100, 600) - 1_200) < 1)
    #expect(abs(RollupSample.inYear(6, each: 100, 197) - 200) < 2)
  }

  @Test("rollups that turn out too large are left out, the largest first")
  func largeRollups() throws {
    var dice = SmallDice(seed: 1)
    let table = RandomTable(&dice)
    let counted = try CSVFile(table.text)
      .counted(table.shape, times: [0], memory: CountedTable.memory)
    let sums = try TableSums(of: counted, as: Self.target(of: counted), file: "t.csv") {
      Int($0[0])
    }
    let kept = [RollupShape([]), RollupShape([0, 1])]
    let rollups = RollupsInMaking(kept, of: sums, mostRows: 10)
    for slice in sums.slices {
      let cube = try sums.sums(of: slice)
      rollups.add(SortedRows(cube, keeping: [0, 1]), kept.rows(of: cube), of: slice)
    }
    #expect(rollups.made == [0])
  }

  @Test("different keys are counted exactly while they are few, and nearly when they are many")
  func distinctKeys() {
    for (count, tolerance) in [(10, 0.0), (1_000, 0.0), (100_000, 0.15)] {
      let cube = Cube(keys: 2, figures: 1)
      var row = Cube.Row(keys: 2, figures: 1)
      for number in 0..<count {
        row.codes = [UInt32(number), UInt32(number % 7)]
        #expect(cube.add(row))
      }
      var (all, second) = (DistinctKeys(), DistinctKeys())
      for _ in 0..<2 {
        all.add(cube, keeping: [0, 1])
        second.add(cube, keeping: [1])
      }
      #expect(second.count == 7)
      #expect(abs(Double(all.count) / Double(count) - 1) <= tolerance, "\(all.count) of \(count)")
    }
  }

  @Test(
    "slips are told with their line and column",
    arguments: [
      ("when,what,count\n2024,a,x\n", "2: column count: `x` is not a number"),
      ("when,what,count\n2024,a,1\n2024,b\n", "3: 2 cells, but the header has 3"),
      ("when,what,count\n2024,a,1,2\n", "2: more cells than the header, which has 3"),
      ("when,what,count\n2024,a\"b,1\n", "2: column what: a quote inside a cell"),
      ("when,what,count\n2024,\"a\"b,1\n", "2: column what: text after a closing quote"),
      ("when,what,count\n2024,\"a\n\n,1\n", "2: column what: a quote is opened and not closed"),
      ("when,what,count\n2024,a\u{0},1\n", "2: column what: a NUL byte"),
      ("when,what,count\n2024,\"a\nb\",1\n2024,c,y\n", "4: column count: `y` is not a number"),
    ]
  )
  func slips(_ text: String, _ message: String) throws {
    let file = try CSVFile(text)
    let mistake = #expect(throws: FileMistake.self) {
      try file.counted(RandomTable.shape, times: [0], memory: CountedTable.memory)
    }
    #expect(mistake.map { "\($0)".contains(message) } ?? false, "\(mistake.map { "\($0)" } ?? "")")
  }

  @Test("broken UTF-8 is told with its place")
  func brokenText() throws {
    let file = try CSVFile(
      bytes: Array("when,what,count\n2024,".utf8) + [0xff, 0xfe] + Array(",1\n".utf8)
    )
    let mistake = #expect(throws: FileMistake.self) {
      try file.counted(RandomTable.shape, times: [0], memory: CountedTable.memory)
    }
    #expect(mistake?.line == 2 && mistake?.column?.name == "what")
  }

  /// By the texts of all keys.
  private func sums(of counted: CountedTable) -> [[String]: Int] {
    var found: [[String]: Int] = [:]
    for part in counted.parts {
      for group in part.groups {
        try? part.read(group) { codes, sums, _ in
          let texts = counted.texts.indices.map { counted.texts[$0][Int(codes[$0])] }
          found[texts, default: 0] += Int(sums[0])
        }
      }
    }
    return found
  }
}

private final class Sink: TableRowSink {
  private(set) var keys: [[UInt32]] = []
  private(set) var figures: [Int64] = []
  private(set) var periods: [Int] = []
  private(set) var totals: [Int: Int64] = [:]
  private(set) var total: Int64 = 0

  func take(_ row: TableRow) {
    periods.append(row.period)
    totals[row.period, default: 0] += row.figures[0]
    figures.append(row.figures[0])
    keys.append(Array(row.places))
    total += row.figures[0]
  }
}

/// A table of made-up rows, with what they add up to.
private struct RandomTable {
  static let shape = TableShape(
    columns: ["when", "what", "count"],
    roles: [.key(0), .key(1), .figure(0)],
    decimals: [0]
  )

  let shape = TableShape(
    columns: ["when", "what", "where", "note", "count"],
    roles: [.key(0), .key(1), .key(2), .ignored, .figure(0)],
    decimals: [0]
  )
  private(set) var rows: [[String]] = []
  private(set) var text = "when,what,where,note,count"
  private(set) var sums: [[String]: Int] = [:]

  init(_ dice: inout SmallDice) {
    let end = dice.roll(2) == 0 ? "\n" : "\r\n"
    let values = [
      "a", "b,c", "", "two\nlines", "\"quoted\"", "CÔTE D'IVOIRE", "a much longer value",
    ]
    text += end
    for _ in 0..<(1 + dice.roll(30_000)) {
      let keys = [
        "\(2000 + dice.roll(5))", values[dice.roll(values.count)] + "\(dice.roll(40))",
        values[dice.roll(values.count)],
      ]
      let count = dice.roll(1000)
      rows.append(keys)
      sums[keys, default: 0] += count
      text += (keys + [values[dice.roll(values.count)], "\(count)"]).map(quoted).joined(
        separator: ","
      )
      text += end
    }
    // The last line of a file may not end.
    if dice.roll(2) == 0 { text.removeLast() }
  }

  private func quoted(_ text: String) -> String {
    guard text.contains(where: { ",\"\n".contains($0) }) else { return text }
    return "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }
}

/// A file that goes when the test ends.
private final class CSVFile {
  private let path: String

  convenience init(_ text: String) throws { try self.init(bytes: Array(text.utf8)) }

  init(bytes: [UInt8]) throws {
    path =
      FileManager.default.temporaryDirectory.appendingPathComponent(
        "tally-\(UUID().uuidString).csv"
      ).path
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func counted(_ shape: TableShape, times: [Int], memory: Int) throws -> CountedTable {
    let file = try SourceFile(reading: path)
    let counted = try CountedTable.counting(
      file,
      Header(of: file),
      shape,
      times: times,
      folder: FileManager.default.temporaryDirectory.path,
      memory: memory
    ) { _ in true }
    return try #require(counted)
  }
}
