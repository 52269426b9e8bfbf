import Catalog
package import Diagnostics

/// The periods of a file that was read.
package struct PeriodsOfFile {
  private let reading: FileReading
  /// By key and text: a year, a month or a code.
  private let numbers: [[Int]]
  /// A year that the file calls a year to date, where its rows are years: its text in the file, and
  /// its period.
  package let toDate: (text: String, period: Int)?

  /// Throws at the first text, in the order of the file, that is not a period.
  package init(
    of counted: CountedTable,
    _ reading: FileReading,
    path: String
  ) throws(FileMistake) {
    self.reading = reading
    var numbers: [[Int]] = []
    for key in reading.timeKeys {
      let texts = UnreadPeriod(counted, reading, key, path: path)
      var own: [Int] = []
      for (index, text) in counted.texts[key].enumerated() {
        let plain = reading.shape.notation.withoutMarks(text)
        guard let number = Self.number(of: plain, reading.keys[key], reading) else {
          throw texts.mistake(index)
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

  private static func number(
    of text: String,
    _ meaning: FileFormat.Meaning,
    _ reading: FileReading
  ) -> Int? {
    switch meaning {
    case .fiscalYear, .time(.fiscalYear): PeriodText.fiscalYear(text)
    case .monthOfYear: PeriodText.month(text)
    case .quarter(let years):
      reading.hasYearBesideQuarter
        ? QuarterText(text)?.code(beside: years) : QuarterText(text)?.firstDay(years)
    case .time(.month): PeriodText.yearAndMonth(text, reading.dates)
    case .time(.calendarYear): PeriodText.calendarYear(text)
    case .time(.date), .time(.span): PeriodText.day(text, reading.dates)
    case .ignored, .dimensions, .measure: nil
    }
  }

  /// The code of a period, from the numbers of the texts of time.
  package func code(_ texts: [UInt32]) -> Int {
    let found = zip(numbers, texts).map { $0[Int($1)] }
    guard let place = reading.placeBesideYear else {
      return reading.fixedPeriod?.code ?? found.first ?? 0
    }
    let year = reading.fixedPeriod?.code ?? found[1 - place]
    if reading.hasYearBesideQuarter {
      return QuarterText(code: found[place]).firstDay(
        of: year,
        isOfFiscalYear ? .fiscal : .calendar
      )
        ?? 0
    }
    let isOfNext = isOfFiscalYear && found[place] >= 10
    // October to December belong to the calendar year before.
    return (isOfNext ? year - 1 : year) * 100 + found[place]
  }

  /// Whether the months of the file are named beside fiscal years, and not calendar years.
  private var isOfFiscalYear: Bool {
    reading.fixedPeriod.map { $0.time == .fiscalYear }
      ?? reading.timeKeys.contains { reading.keys[$0] == .fiscalYear }
  }
}

extension FileReading {
  /// Which of the keys of time says a month or a quarter whose year is beside it.
  fileprivate var placeBesideYear: Int? {
    timeKeys.firstIndex { key in
      if case .quarter = keys[key] { hasYearBesideQuarter } else { keys[key] == .monthOfYear }
    }
  }

  /// Whether quarters have their year in another column, or all the same.
  fileprivate var hasYearBesideQuarter: Bool {
    time == .span && (timeKeys.count > 1 || timeKeys.count == 1 && fixedPeriod != nil)
  }
}
