import Foundation
import TestSupport

/// Periods of random questions.
extension RandomQuestions {
  mutating func choosePeriod(_ series: Series, _ figure: Figure, _ question: inout Question) throws
  {
    let periods = series.periods(of: figure.measure).values
    guard let first = periods.map(\.lowerBound).min(), let last = periods.map(\.upperBound).max()
    else { throw Declined("a table without a figure of the measure") }
    let reach = first...last
    switch series.time {
    case "fy": question.time = dice.pick([.fy, .fy, .fy, nil])
    case "cy": question.time = dice.pick([.cy, nil])
    default: question.time = dice.pick([.fy, .fy, .cy, .quarter, .month, .month, nil, nil])
    }
    switch (question.time, series.time) {
    case (.month, _): chooseMonths(reach, 24, &question)
    case (.cy, _), (nil, "cy"):
      chooseYears(reach, isFiscal: false, question.time == nil ? 1 : 6, &question)
    case (.quarter, _): chooseYears(reach, isFiscal: true, 2, &question)
    case (nil, "month") where dice.isOne(in: 3): chooseMonths(reach, 12, &question)
    case (nil, "month") where dice.isOne(in: 4): chooseYears(reach, isFiscal: false, 1, &question)
    default: chooseYears(reach, isFiscal: true, question.time == nil ? 3 : 8, &question)
    }
  }

  private mutating func chooseMonths(_ reach: Months, _ most: Int, _ question: inout Question) {
    let first = dice.roll(reach)
    let last = min(reach.upperBound, first + dice.roll(0...most - 1))
    question.months = first...last
    let (from, to) = (FiscalCalendar.name(first), FiscalCalendar.name(last))
    question.periodText = dice.pick([
      "in \(from)..\(to)", "from \(from) to \(to)", "since \(from) until \(to)",
      "after \(FiscalCalendar.name(first - 1)) before \(FiscalCalendar.name(last + 1))",
    ])
    if first == last { question.periodText = "in \(from)" }
  }

  private mutating func chooseYears(
    _ reach: Months,
    isFiscal: Bool,
    _ most: Int,
    _ question: inout Question
  ) {
    let years =
      isFiscal
      ? FiscalCalendar.year(
        fiscal: reach.lowerBound
      )...FiscalCalendar.year(fiscal: reach.upperBound)
      : reach.lowerBound / 12...reach.upperBound / 12
    let first = dice.roll(years)
    let last = min(years.upperBound, first + dice.roll(0...most - 1))
    let months = { (year: Int) in
      isFiscal ? FiscalCalendar.fiscalYear(year) : FiscalCalendar.calendarYear(year)
    }
    question.months = months(first).lowerBound...months(last).upperBound
    let unit = isFiscal ? "fy" : "cy"
    question.periodText = dice.pick([
      "in \(unit)\(first)..\(unit)\(last)", "from \(unit)\(first) to \(unit)\(last)",
      "since \(unit)\(first) until \(unit)\(last)", "from \(unit)\(first) through \(unit)\(last)",
      "after \(unit)\(first - 1) before \(unit)\(last + 1)",
      "between \(unit)\(first) and \(unit)\(last)",
    ])
    if first == last { question.periodText = "in \(unit)\(first)" }
  }

  // MARK: Two periods

  mutating func chooseVersus(_ series: Series, _ figure: Figure, _ question: inout Question) throws
  {
    let periods = series.periods(of: figure.measure).values.sorted { $0.lowerBound < $1.lowerBound }
    guard periods.count > 1 else { throw Declined("one period") }
    let one = dice.roll(1...periods.count - 1)
    let two = dice.isOne(in: 2) ? one - 1 : dice.roll(0...one - 1)
    if series.time == "month", dice.isOne(in: 2) {
      let years = [periods[one], periods[two]].map { FiscalCalendar.year(fiscal: $0.lowerBound) }
      guard years[0] > years[1] else { throw Declined("one year") }
      setYears(years[0], years[1], &question)
      if dice.isOne(in: 4) { question.time = .month }
    } else if series.time == "month" {
      let months = (periods[one].lowerBound, periods[two].lowerBound)
      let before = dice.isOne(in: 2) ? months.0 - 12 : months.1
      question.months = months.0...months.0
      question.time = nil
      question.periodText = "in " + FiscalCalendar.name(months.0)
      let names = [months.0, before].map {
        FiscalCalendar.name($0).replacingOccurrences(of: "-", with: "_")
      }
      question.versus = Question.Versus(
        text: before == months.0 - 12 ? "previous year" : FiscalCalendar.name(before),
        months: before...before,
        names: (names[0], names[1])
      )
    } else if series.time == "fy" {
      setYears(
        FiscalCalendar.year(fiscal: periods[one].lowerBound),
        FiscalCalendar.year(fiscal: periods[two].lowerBound),
        &question
      )
    } else {
      throw Declined("calendar years beside one another")
    }
  }

  private func setYears(_ one: Int, _ two: Int, _ question: inout Question) {
    question.months = FiscalCalendar.fiscalYear(one)
    question.time = nil
    question.periodText = "in fy\(one)"
    question.versus = Question.Versus(
      text: "fy\(two)",
      months: FiscalCalendar.fiscalYear(two),
      names: ("fy\(one)", "fy\(two)")
    )
  }

  // MARK: Ends of the data

  /// `last N` and `fytd`: what the data hold for the whole question.
  mutating func chooseEnd(_ question: inout Question) throws {
    let expression = question.columns[0].expression.map { [condition = question.condition] in
      $0.adding(condition)
    }
    let chooser = try Chooser(expression.figures, by: question.by, in: catalogue)
    let always = 1880 * 12...2050 * 12
    let held = chooser.held(0, always, time: question.time == .fy ? nil : "month")
    guard !chooser.fits[0].contains(where: { $0.series.time == "cy" }),
      catalogue.existence[chooser.figures[0].measure] == nil,
      let last = held.max()
    else { throw Declined("no end") }
    let year = FiscalCalendar.year(fiscal: last)
    let start = FiscalCalendar.fiscalYear(year).lowerBound
    // A year of which the first months are not held has none to date.
    if last < FiscalCalendar.fiscalYear(year).upperBound, held.isSuperset(of: start...last),
      !chooser.isHeld(after: last),
      dice.isOne(in: 2)
    {
      question.isYearToDate = true
      question.time = dice.pick([.fy, nil])
      let first = question.time == nil ? year : year - dice.roll(1...3)
      question.months = FiscalCalendar.fiscalYear(first).lowerBound...last
      question.periodText = question.time == nil ? "" : "since fy\(first)"
      return
    }
    let count = dice.roll(1...4)
    if question.time == .fy {
      let whole = held.isSuperset(of: FiscalCalendar.fiscalYear(year)) ? year : year - 1
      question.months =
        FiscalCalendar.fiscalYear(whole - count + 1)
        .lowerBound...FiscalCalendar.fiscalYear(whole).upperBound
      question.periodText = "last \(count) fy"
    } else {
      guard question.time != .cy, question.time != .quarter, start <= last,
        held.isSuperset(of: last - count + 1...last)
      else { throw Declined("no end") }
      question.months = last - count + 1...last
      question.periodText = "last \(count) months"
    }
    guard held.isSuperset(of: question.months) else { throw Declined("a gap at the end") }
  }
}
