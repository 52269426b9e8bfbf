import Foundation
import TestSupport

/// What a cell adds up: figures, withheld cells and empty ones.
struct Sum {
  var total = 0.0
  var known = 0
  var withheld = 0
  /// Cells that are left empty, and those of which a bound or about as much is said.
  var empty = 0
  var hedged = 0
  /// How many periods have a row, and the last of them.
  var periods = 0
  var last = 0

  /// The figure; nothing where no cell holds one.
  var value: Double? { known > 0 ? total : nil }

  static func += (left: inout Sum, right: Sum) {
    left.total += right.total
    left.known += right.known
    left.withheld += right.withheld
    left.empty += right.empty
    left.hedged += right.hedged
    if left.periods == 0 || left.last != right.last {
      left.periods += 1
      left.last = right.last
    }
  }
}

/// A combination of values, packed; and sums by combination.
typealias Key = Int
typealias Sums = [Key: Sum]

/// One published table: a row of `datasets.csv` and its file.
final class PublishedTable {
  let id: String
  let time: String
  let dimensions: [String]
  let measures: [String]
  let scope: [String: Int]
  let isRounded: Bool
  let absent: String
  let isComplete: Bool
  let rank: Int
  let isCurrent: Bool
  /// The last day on which it can have been published.
  let published: String
  let source: String
  /// Whether others than a publisher counted or told it.
  let isSecondary: Bool
  /// The last month held, and that of all tables of the same release.
  let end: Month
  var reach = 0
  let seriesKey: String
  private let file: String
  private let places: [String: [String: Int]]
  private var cubes: [String: [Month: Sums]] = [:]

  init(
    _ row: CommaSeparated.Row,
    file: String,
    published: String,
    isSecondary: Bool,
    places: [String: [String: Int]]
  ) {
    id = row["id"]
    time = row["time"]
    dimensions = row["dimensions"].list
    measures = row["measures"].list
    scope = Dictionary(
      uniqueKeysWithValues: row["scope"].list.map(\.pair).map { ($0, places[$0]?[$1] ?? 0) }
    )
    isRounded = row["rounding"] != "1"
    absent = row["absent"]
    isComplete = row["complete"] == "yes"
    rank = Int(row["rank"]) ?? 0
    isCurrent = row["status"] == "current"
    self.published = Self.lastDay(published)
    source = row["source"]
    self.isSecondary = isSecondary
    let to = row["to"]
    end = Self.period(time, [to, to]).upperBound
    self.file = file
    self.places = places
    seriesKey = Self.seriesKey(row)
  }

  /// The last day of a date that may be known to the month or the year only.
  private static func lastDay(_ date: String) -> String {
    switch date.count {
    case 4: date + "-12-31"
    case 7: date + "-\(FiscalCalendar.days(FiscalCalendar.month(date)))"
    default: date
    }
  }

  /// The current files that are pieces of one table have a name in common; any other table is alone.
  private static func seriesKey(_ row: CommaSeparated.Row) -> String {
    row["series"].isEmpty || row["status"] != "current" ? row["id"] : row["series"]
  }

  // MARK: Figures

  /// The file in columns: months of each row, places of values, figures (`nan` empty, infinite withheld).
  private struct Columns {
    var periods: [Months] = []
    var members: [[Int]] = []
    var figures: [[Double]] = []
    var isHedged: [Bool] = []
  }

  private lazy var columns = read()

  private func read() -> Columns {
    guard let rows = try? CommaSeparated(contentsOf: file).rows.map(\.cells) else {
      return Columns()
    }
    var columns = Columns()
    columns.periods = rows.map { Self.period(time, $0) }
    let first = time == "span" ? 2 : 1
    for (index, dimension) in dimensions.enumerated() {
      let places = places[dimension] ?? [:]
      columns.members.append(rows.map { places[$0[first + index]] ?? 0 })
    }
    for index in measures.indices {
      let column = first + dimensions.count + index
      columns.figures.append(
        rows.map { $0[column] == "D" ? .infinity : Double($0[column]) ?? .nan }
      )
    }
    let hedge = first + dimensions.count + measures.count
    columns.isHedged = rows.map { $0.indices.contains(hedge) && !$0[hedge].isEmpty }
    return columns
  }

  private static func period(_ time: String, _ row: [String]) -> Months {
    switch time {
    case "fy": FiscalCalendar.fiscalYear(Int(row[0]) ?? 0)
    case "cy": FiscalCalendar.calendarYear(Int(row[0]) ?? 0)
    case "span": FiscalCalendar.month(row[0])...FiscalCalendar.month(row[1])
    default: FiscalCalendar.month(row[0])...FiscalCalendar.month(row[0])
    }
  }

  /// The periods of a measure that hold anything, by their first month.
  func periods(of measure: String) -> [Month: Months] {
    if let known = periodsOf[measure] { return known }
    var held: [Month: Months] = [:]
    guard let place = measures.firstIndex(of: measure) else { return [:] }
    for (period, figure) in zip(columns.periods, columns.figures[place]) where !figure.isNaN {
      held[period.lowerBound] = period
    }
    periodsOf[measure] = held
    return held
  }

  private var periodsOf: [String: [Month: Months]] = [:]

  /// The values that the table names.
  func named(_ dimension: String) -> Set<Int> {
    if let known = namedIn[dimension] { return known }
    let found = dimensions.firstIndex(of: dimension).map { Set(columns.members[$0]) } ?? []
    namedIn[dimension] = found
    return found
  }

  private var namedIn: [String: Set<Int>] = [:]

  var size: Int { columns.periods.count }

  /// Sums of a measure by period and by the values of some dimensions.
  func cube(_ measure: String, by kept: [String]) -> [Month: Sums] {
    let name = measure + "/" + kept.joined(separator: "/")
    if let known = cubes[name] { return known }
    guard let place = measures.firstIndex(of: measure) else { return [:] }
    let members = kept.compactMap { dimensions.firstIndex(of: $0) }.map { columns.members[$0] }
    let figures = columns.figures[place]
    var cube: [Month: Sums] = [:]
    for row in figures.indices {
      var key = 0
      for column in members { key = key * 1024 + column[row] }
      let figure = figures[row]
      var sum = Sum()
      if figure.isInfinite {
        sum.withheld = 1
      } else if !figure.isNaN {
        sum = Sum(total: figure, known: 1, hedged: columns.isHedged[row] ? 1 : 0)
      } else {
        sum.empty = 1
      }
      sum.last = columns.periods[row].lowerBound
      cube[sum.last, default: [:]][key, default: Sum()] += sum
    }
    cubes[name] = cube
    return cube
  }
}

/// The files that a publisher cuts by years, as one table.
final class Series {
  let name: String
  let pieces: [PublishedTable]
  /// Whether a column's values have parents, but for one percent.
  var rollsUp: [String: Bool] = [:]

  init(name: String, pieces: [PublishedTable]) {
    self.name = name
    self.pieces = pieces
  }

  var first: PublishedTable { pieces[0] }
  var time: String { first.time }
  var dimensions: [String] { first.dimensions }
  var measures: [String] { first.measures }
  var scope: [String: Int] { first.scope }
  var absent: String { first.absent }
  var isComplete: Bool { first.isComplete }
  var isCurrent: Bool { first.isCurrent }
  var published: String { pieces.map(\.published).max() ?? "" }
  var size: Int { pieces.reduce(0) { $0 + $1.size } }

  func periods(of measure: String) -> [Month: Months] {
    if let known = periodsOf[measure] { return known }
    let held = pieces.reduce(into: [Month: Months]()) {
      $0.merge($1.periods(of: measure)) { old, _ in old }
    }
    periodsOf[measure] = held
    return held
  }

  func named(_ dimension: String) -> Set<Int> {
    if let known = namedIn[dimension] { return known }
    let named = pieces.reduce(into: Set<Int>()) { $0.formUnion($1.named(dimension)) }
    namedIn[dimension] = named
    return named
  }

  private var periodsOf: [String: [Month: Months]] = [:]
  private var namedIn: [String: Set<Int>] = [:]

  // MARK: Beside other series

  var isSecondary: Bool { pieces.contains(where: \.isSecondary) }

  /// Whether both are of one publication: tables of one source.
  func isKin(of other: Series) -> Bool {
    self === other
      || pieces.allSatisfy { piece in other.pieces.contains { $0.source == piece.source } }
  }

  /// What is under `other` in a fiscal year, of all rows, by the first measure.
  func otherShare(of dimension: String, in year: Int, other: Int) -> Double {
    if shares[dimension] == nil { shares[dimension] = sharesByYear(dimension, other) }
    return shares[dimension]?[year] ?? 0
  }

  private func sharesByYear(_ dimension: String, _ other: Int) -> [Int: Double] {
    var sums: [Int: (other: Double, all: Double)] = [:]
    for piece in pieces {
      for (month, cells) in piece.cube(piece.measures[0], by: [dimension]) {
        let year = FiscalCalendar.year(fiscal: month)
        for (value, sum) in cells {
          sums[year, default: (0, 0)].all += sum.total
          if value == other { sums[year, default: (0, 0)].other += sum.total }
        }
      }
    }
    return sums.mapValues { $0.all > 0 ? $0.other / $0.all : 0 }
  }

  private var shares: [String: [Int: Double]] = [:]

  /// Whether a figure can be meant by what the series is limited to.
  func agrees(with figure: Figure) -> Bool {
    scope.allSatisfy { figure.condition.pinned($0.key)?.contains($0.value) ?? true }
  }

  /// Whether any figure of a measure is withheld.
  func withholds(_ measure: String) -> Bool {
    pieces.contains { piece in
      piece.cube(measure, by: []).values.contains { $0.values.contains { $0.withheld > 0 } }
    }
  }

  func sums(_ measure: String, by kept: [String], in start: Month) -> Sums {
    for piece in pieces {
      if let sums = piece.cube(measure, by: kept)[start] { return sums }
    }
    return [:]
  }
}
