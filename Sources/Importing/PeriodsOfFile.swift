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
      var own: [Int] = []
      for (index, text) in counted.texts[key].enumerated() {
        let plain = reading.shape.notation.withoutMarks(text)
        guard let number = Self.number(of: plain, reading.keys[key]) else {
          let column = reading.shape.column(ofKey: key)
          throw FileMistake(
            path,
            line: counted.lines[key][index],
            column: .init(name: reading.shape.columns[column], number: column + 1),
            "`\(text)` is no \(Self.noun(for: reading.keys[key]))",
            hint: PeriodText.serialDay(text).map {
              "a spreadsheet's number for \($0)? format the column as dates, and save it again"
            } ?? Self.leavingOut(text, reading.shape.columns[column])
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

  /// What may be done with a row that is no row of the table: a period has digits.
  private static func leavingOut(_ text: String, _ column: String) -> String? {
    guard !column.isEmpty, !text.isEmpty, !text.contains(where: \.isNumber) else { return nil }
    return "a note, or a sum? --leave-out \("\(column)=\(text)".asShellWord) leaves it out"
  }

  private static func number(of text: String, _ meaning: FileFormat.Meaning) -> Int? {
    switch meaning {
    case .fiscalYear, .time(.fiscalYear): PeriodText.fiscalYear(text)
    case .monthOfYear: PeriodText.month(text)
    case .time(.month): PeriodText.yearAndMonth(text)
    case .time(.calendarYear): PeriodText.calendarYear(text)
    case .time(.date), .time(.span): PeriodText.day(text)
    case .ignored, .dimensions, .measure: nil
    }
  }

  private static func noun(for meaning: FileFormat.Meaning) -> String {
    switch meaning {
    case .fiscalYear, .time(.fiscalYear): "fiscal year like 2024 or 2026 (FYTD)"
    case .monthOfYear: "month like OCT or 10"
    case .time(.month): "month like 2024-05"
    case .time(.calendarYear): "calendar year like 2024"
    case .time(.date), .time(.span), .ignored, .dimensions, .measure: "day like 2024-05-12"
    }
  }

  /// The code of a period, from the numbers of the texts of time.
  package func code(_ texts: [UInt32]) -> Int {
    let found = zip(numbers, texts).map { $0[Int($1)] }
    let place = reading.timeKeys.firstIndex { reading.keys[$0] == .monthOfYear }
    guard let place else { return reading.fixedPeriod?.code ?? found.first ?? 0 }
    let year = reading.fixedPeriod?.code ?? found[1 - place]
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
