import Catalog
import Diagnostics

/// The error for a text in a column of time that is no such period.
struct UnreadPeriod {
  private let counted: CountedTable
  private let reading: FileReading
  private let key: Int
  private let path: String

  init(_ counted: CountedTable, _ reading: FileReading, _ key: Int, path: String) {
    (self.counted, self.reading, self.key, self.path) = (counted, reading, key, path)
  }

  /// For one of the texts by its number.
  func mistake(_ index: Int) -> FileMistake {
    let text = counted.texts[key][index]
    let column = reading.shape.column(ofKey: key)
    let name = reading.shape.columns[column]
    let (hint, remedies) = help(with: text, name)
    return FileMistake(
      path,
      line: counted.lines[key][index],
      column: .init(name: name, number: column + 1),
      "`\(text)` is no \(noun)",
      hint: hint,
      try: remedies
    )
  }

  private func help(with text: String, _ column: String) -> (
    hint: String?, remedies: [ImportRemedy]
  ) {
    if case .quarter(nil) = reading.keys[key], QuarterText(text)?.years == nil,
      QuarterText(text)?.year != nil
    {
      return (
        "quarters of fiscal years begin in October, those of calendar years in January",
        ["fiscal quarter", "calendar quarter"].map { name in
          .replacing("--by", "quarter=\(column)", by: "\(name)=\(column)")
        }
      )
    }
    let dates = notations(text)
    if !dates.isEmpty {
      return (
        serial(text)
          ?? dates.map { "--dates \($0.text) reads \(reads(text, $0))" }
          .joined(separator: ", "),
        dates.map { .adding("--dates", $0.text) }
      )
    }
    if let beside = yearBeside(text) { return beside }
    // A note, or a sum: a period has digits.
    guard !column.isEmpty, !text.contains(where: \.isNumber) else { return (nil, []) }
    let rule = "\(column)=\(text)"
    guard !text.isEmpty else {
      return (
        "a note below the table? --leave-out \(rule.asShellWord) leaves out rows without one",
        [.adding("--leave-out", rule)]
      )
    }
    return (
      "a note, or a sum? --leave-out \(rule.asShellWord) leaves it out",
      [.adding("--leave-out", rule)]
    )
  }

  /// For a month or a quarter without its year: the column that has it, or an option that says it
  /// of all rows.
  private func yearBeside(_ text: String) -> (hint: String?, remedies: [ImportRemedy])? {
    let lacksYear =
      switch reading.keys[key] {
      case .quarter: QuarterText(text).map { $0.year == nil } ?? false
      case .time(.month): PeriodText.month(text) != nil
      default: false
      }
    guard lacksYear else { return nil }
    let years = reading.shape.columns.filter { name in
      Spelling.words(of: name).contains { ["year", "fy", "cy"].contains($0.key) }
    }
    guard let year = years.first else {
      return (
        "which year? --scope fy=2024 says it of all rows, and fy=COLUMN in --by which column has it",
        []
      )
    }
    return (
      "its year is in another column? --by \("fy=\(year)".asShellWord)",
      [.adding("--by", "fy=\(year)"), .adding("--by", "cy=\(year)")]
    )
  }

  /// The notations in which all texts of the column are such periods; where there are none, those
  /// in which this one is.
  private func notations(_ text: String) -> [DateNotation] {
    let own = DateNotation.usual.filter { code(text, $0) != nil }
    let all = own.filter { notation in
      counted.texts[key].prefix(Self.mostTried).allSatisfy { code($0, notation) != nil }
    }
    return all.isEmpty ? own : all
  }

  private static let mostTried = 10_000

  private func code(_ text: String, _ dates: DateNotation) -> Int? {
    switch reading.keys[key] {
    case .time(.month): dates.yearAndMonth(text)
    case .time(.date): dates.day(text)
    default: nil
    }
  }

  private func serial(_ text: String) -> String? {
    PeriodText.serialDay(text).map {
      "a spreadsheet's number for \($0)? --dates serial reads it so"
    }
  }

  /// What a text is in a notation, in words.
  private func reads(_ text: String, _ dates: DateNotation) -> String {
    let code = code(text, dates) ?? 0
    return Period(code > 1_000_000 ? .day : .month, code: code).label
  }

  private var noun: String {
    switch reading.keys[key] {
    case .fiscalYear, .time(.fiscalYear): "fiscal year like 2024 or 2026 (FYTD)"
    case .monthOfYear: "month like OCT or 10"
    case .quarter: "quarter like FY2024 Q1, or Q1 beside its year"
    case .time(.month): "month like 2024-05"
    case .time(.calendarYear): "calendar year like 2024"
    case .time(.date), .time(.span), .ignored, .dimensions, .measure: "day like 2024-05-12"
    }
  }
}
