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
  /// How its days and months are written, where that is said.
  package let dates: DateNotation?
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
    dates: DateNotation? = nil,
    path: String,
    catalog: any CatalogReader
  ) throws(FileMistake) {
    self.format = format
    self.fixedPeriod = fixedPeriod
    self.dates = dates
    var (roles, keys, measures): ([TableShape.Role], [FileFormat.Meaning], [Int]) = ([], [], [])
    for meaning in meanings {
      switch meaning {
      case .ignored: roles.append(.ignored)
      case .measure(let id):
        roles.append(.figure(measures.count))
        measures.append(id)
      case .fiscalYear, .monthOfYear, .quarter, .time, .dimensions:
        roles.append(.key(keys.count))
        keys.append(meaning)
      }
    }
    measures += counted
    guard keys.count <= Self.mostKeys, measures.count <= Self.mostMeasures else {
      throw Self.tooMany(columns, meanings, path)
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
      throw Self.noTime(columns, meanings, fixedPeriod, path)
    }
    self.time = time
  }

  private static func tooMany(
    _ columns: [String],
    _ meanings: [FileFormat.Meaning],
    _ path: String
  ) -> FileMistake {
    let last = meanings.lastIndex { if case .ignored = $0 { false } else { true } }
    return FileMistake(
      path,
      "a table has at most \(mostKeys) columns to break down by, and \(mostMeasures) measures",
      try: [.leavingOut(column: last.map { columns[$0] } ?? "")]
    )
  }

  private static func noTime(
    _ columns: [String],
    _ meanings: [FileFormat.Meaning],
    _ fixedPeriod: FixedPeriod?,
    _ path: String
  ) -> FileMistake {
    FileMistake(
      path,
      line: 1,
      fixedPeriod == nil
        ? "exactly one column must give the period"
        : "a column gives the period, and it is fixed as well",
      hint:
        "--by with one of fy, month, cy, quarter or date, or with a year and a month beside it; --scope fy=2017 for all rows, or beside their months",
      try: fixedPeriod == nil
        ? givingPeriod(columns, meanings) : [.removing("--scope", fixedPeriod?.option)]
    )
  }

  /// The columns that are called like a time, one each; otherwise a period for all rows.
  private static func givingPeriod(
    _ columns: [String],
    _ meanings: [FileFormat.Meaning]
  ) -> [ImportRemedy] {
    let times = columns.indices.filter { meanings[$0].isTime }
    guard times.isEmpty else { return times.map { .leavingOut(column: columns[$0]) } }
    let words = ["year": "fy", "fy": "fy", "month": "month", "date": "date", "quarter": "quarter"]
    let own = columns.indices.filter { meanings[$0] == .ignored }.compactMap { place in
      columns[place].lowercased().split(separator: " ").lazy.compactMap { words[String($0)] }.first
        .map { ImportRemedy.adding("--by", "\($0)=\(columns[place])") }
    }
    return own.isEmpty ? [.adding("--scope", "fy=2024")] : own
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
      case .monthOfYear, .quarter, .ignored, .dimensions, .measure: break
      }
    }
    let quarters = columns.count { if case .quarter = $0 { true } else { false } }
    if quarters == 1, years.isEmpty, columns.count == 1 { return .span }
    guard years.count == 1 else { return nil }
    let months = columns.count { $0 == .monthOfYear }
    if months + quarters == 0 { return years[0] }
    guard months + quarters == 1, [.fiscalYear, .calendarYear].contains(years[0]) else {
      return nil
    }
    return months == 1 ? .month : .span
  }

  /// The keys of time.
  package var timeKeys: [Int] { keys.indices.filter { keys[$0].isTime } }
}

extension FileFormat.Meaning {
  fileprivate var isTime: Bool {
    switch self {
    case .fiscalYear, .monthOfYear, .quarter, .time: true
    case .ignored, .dimensions, .measure: false
    }
  }
}
