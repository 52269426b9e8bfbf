package import Catalog
package import Diagnostics

/// How the columns of one file are understood.
package struct FileReading: Sendable {
  package let format: FileFormat
  package let shape: TableShape
  /// Measure ids, one for each figure.
  package let measures: [Int]
  /// How the periods of its tables are coded.
  package let time: PublishedTime
  /// What each key holds.
  package let keys: [FileFormat.Meaning]
  /// The period of all rows, where it was declared and no column gives it.
  package let fixedPeriod: FixedPeriod?

  /// `counted`: measures of which every row is one. Throws where the columns together do not make a
  /// table.
  package init(
    _ columns: [String],
    _ meanings: [FileFormat.Meaning],
    _ format: FileFormat,
    counted: [Int] = [],
    fixedPeriod: FixedPeriod? = nil,
    words: CellWords = CellWords(),
    notation: FigureNotation = FigureNotation(),
    path: String,
    catalog: any CatalogReader
  ) throws(FileMistake) {
    self.format = format
    self.fixedPeriod = fixedPeriod
    var (roles, keys, measures): ([TableShape.Role], [FileFormat.Meaning], [Int]) = ([], [], [])
    for meaning in meanings {
      switch meaning {
      case .ignored: roles.append(.ignored)
      case .measure(let id):
        roles.append(.figure(measures.count))
        measures.append(id)
      case .fiscalYear, .monthOfYear, .time, .dimensions:
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
      counted: measures.indices.suffix(counted.count).map { $0 },
      words: words,
      notation: notation
    )
    guard let time = Self.time(of: keys.filter(\.isTime), beside: fixedPeriod) else {
      throw FileMistake(
        path,
        line: 1,
        fixedPeriod == nil
          ? "exactly one column must give the period"
          : "a column gives the period, and it is fixed as well",
        hint:
          "--by with one of fy, month, cy or date, or with a year and a month beside it; --scope fy=2017 for all rows, or beside their months"
      )
    }
    self.time = time
  }

  /// The most dimensions, more than any question could name.
  private static let mostKeys = 24
  /// The number of bits of `withheld`, without the sign bit.
  private static let mostMeasures = 63

  private static func decimals(of scale: Int) -> Int {
    var (decimals, rest) = (0, scale)
    while rest > 1 { (decimals, rest) = (decimals + 1, rest / 10) }
    return decimals
  }

  /// The unit of time that the columns of time give, together with a period of all rows: of both
  /// there is one, but for a month beside its year.
  private static func time(
    of columns: [FileFormat.Meaning],
    beside fixed: FixedPeriod?
  ) -> PublishedTime? {
    var years: [PublishedTime] = []
    if let fixed { years.append(fixed.time) }
    for column in columns {
      switch column {
      case .fiscalYear: years.append(.fiscalYear)
      case .time(let time): years.append(time)
      case .monthOfYear, .ignored, .dimensions, .measure: break
      }
    }
    guard years.count == 1 else { return nil }
    let months = columns.count { $0 == .monthOfYear }
    if months == 0 { return years[0] }
    return months == 1 && (years[0] == .fiscalYear || years[0] == .calendarYear) ? .month : nil
  }

  /// The keys of time.
  package var timeKeys: [Int] { keys.indices.filter { keys[$0].isTime } }
}

extension FileFormat.Meaning {
  fileprivate var isTime: Bool {
    switch self {
    case .fiscalYear, .monthOfYear, .time: true
    case .ignored, .dimensions, .measure: false
    }
  }
}
