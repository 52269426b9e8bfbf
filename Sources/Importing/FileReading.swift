package import Catalog
package import Diagnostics

/// What the columns of one file are taken for.
package struct FileReading: Sendable {
  package let format: FileFormat
  package let shape: TableShape
  /// Measure ids, one for each figure.
  package let measures: [Int]
  /// How the periods of its tables are coded.
  package let time: PublishedTime
  /// What each key says.
  package let keys: [FileFormat.Meaning]

  /// `counted`: measures of which every row is one. Throws where columns do not make a table together.
  package init(
    _ columns: [String],
    _ meanings: [FileFormat.Meaning],
    _ format: FileFormat,
    counted: [Int] = [],
    path: String,
    catalog: any CatalogReader
  ) throws(FileMistake) {
    self.format = format
    var (roles, keys, measures): ([TableShape.Role], [FileFormat.Meaning], [Int]) = ([], [], [])
    for meaning in meanings {
      switch meaning {
      case .ignored: roles.append(.ignored)
      case .measure(let id):
        roles.append(.figure(measures.count))
        measures.append(id)
      case .fiscalYear, .monthOfFiscalYear, .time, .dimensions:
        roles.append(.key(keys.count))
        keys.append(meaning)
      }
    }
    measures += counted
    guard keys.count <= Self.mostKeys, measures.count <= Self.mostMeasures else {
      throw FileMistake(
        path,
        "a table has at most \(Self.mostKeys) columns to break down by, and \(Self.mostMeasures) measures"
      )
    }
    self.keys = keys
    self.measures = measures
    shape = TableShape(
      columns: columns,
      roles: roles,
      decimals: measures.map { Self.decimals(of: catalog.measure($0)?.scale ?? 1) },
      counted: measures.indices.suffix(counted.count).map { $0 }
    )
    guard let time = Self.time(of: keys) else {
      throw FileMistake(
        path,
        line: 1,
        "exactly one column must give the period",
        hint: "one of fy, month, cy or date; or a fiscal year with a month beside it"
      )
    }
    self.time = time
  }

  /// More dimensions than any question could name.
  private static let mostKeys = 24
  /// As many as `withheld` has bits, without the sign.
  private static let mostMeasures = 63

  private static func decimals(of scale: Int) -> Int {
    var (decimals, rest) = (0, scale)
    while rest > 1 { (decimals, rest) = (decimals + 1, rest / 10) }
    return decimals
  }

  /// What the columns of time say together.
  private static func time(of keys: [FileFormat.Meaning]) -> PublishedTime? {
    let times = keys.filter(\.isTime)
    if times == [.fiscalYear] { return .fiscalYear }
    if times.count == 2, times.contains(.fiscalYear), times.contains(.monthOfFiscalYear) {
      return .month
    }
    guard times.count == 1, case .time(let time) = times[0] else { return nil }
    return time
  }

  /// The keys that say when.
  package var timeKeys: [Int] { keys.indices.filter { keys[$0].isTime } }
}

extension FileFormat.Meaning {
  fileprivate var isTime: Bool {
    switch self {
    case .fiscalYear, .monthOfFiscalYear, .time: true
    case .ignored, .dimensions, .measure: false
    }
  }
}

/// The periods of a file that was counted.
package struct PeriodsOfFile {
  private let reading: FileReading
  /// By key and text: a year, a month or a code.
  private let numbers: [[Int]]
  /// A year that the file calls one to date, where its rows are of years, as it stands there.
  package let toDate: (text: String, period: Int)?

  /// Throws at the first text that is no period, where it stands in the file.
  package init(
    of counted: CountedTable,
    _ reading: FileReading,
    path: String
  ) throws(FileMistake) {
    self.reading = reading
    var numbers: [[Int]] = []
    for key in reading.timeKeys {
      var own: [Int] = []
      for (index, text) in counted.texts[key].enumerated() {
        guard let number = Self.number(of: text, reading.keys[key]) else {
          let column = reading.shape.column(ofKey: key)
          throw FileMistake(
            path,
            line: counted.lines[key][index],
            column: .init(name: reading.shape.columns[column], number: column + 1),
            "`\(text)` is no \(Self.noun(for: reading.keys[key]))"
          )
        }
        own.append(number)
      }
      numbers.append(own)
    }
    self.numbers = numbers
    let isYearly = reading.timeKeys.count == 1 && reading.time == .fiscalYear
    toDate =
      isYearly
      ? zip(counted.texts[reading.timeKeys[0]], numbers[0]).first { PeriodText.isToDate($0.0) }
        .map { ($0.0, $0.1) } : nil
  }

  private static func number(of text: String, _ meaning: FileFormat.Meaning) -> Int? {
    switch meaning {
    case .fiscalYear, .time(.fiscalYear): PeriodText.fiscalYear(text)
    case .monthOfFiscalYear: PeriodText.month(text)
    case .time(.month): PeriodText.yearAndMonth(text)
    case .time(.calendarYear): PeriodText.calendarYear(text)
    case .time(.date), .time(.span): PeriodText.day(text)
    case .ignored, .dimensions, .measure: nil
    }
  }

  private static func noun(for meaning: FileFormat.Meaning) -> String {
    switch meaning {
    case .fiscalYear, .time(.fiscalYear): "fiscal year like 2024 or 2026 (FYTD)"
    case .monthOfFiscalYear: "month like OCT or 10"
    case .time(.month): "month like 2024-05"
    case .time(.calendarYear): "calendar year like 2024"
    case .time(.date), .time(.span), .ignored, .dimensions, .measure: "day like 2024-05-12"
    }
  }

  /// The code of a period, from the numbers of the texts of time.
  package func code(_ texts: [UInt32]) -> Int {
    let found = zip(numbers, texts).map { $0[Int($1)] }
    guard found.count == 2 else { return found.first ?? 0 }
    let isYearFirst = reading.keys[reading.timeKeys[0]] == .fiscalYear
    let (year, month) = isYearFirst ? (found[0], found[1]) : (found[1], found[0])
    // October to December belong to the calendar year before.
    return (month >= 10 ? year - 1 : year) * 100 + month
  }
}
