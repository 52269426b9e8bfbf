import Foundation
import TestSupport

/// Clauses of random questions.
extension RandomQuestions {
  mutating func decorate(_ series: Series, _ figure: Figure, _ question: inout Question) throws {
    switch dice.roll(1...20) {
    case 1, 2: break
    case 3, 4: try addOverTime(&question)
    case 5, 6: addOverLast(&question)
    case 7, 8, 9: addAcross(&question)
    case 10, 11: try chooseVersus(series, figure, &question)
    case 12: addPer(&question)
    case 13: try fold(&question)
    case 14: restrict(series, figure, &question)
    case 15: addTop(&question)
    case 16: try chooseEnd(&question)
    case 17: try combine(&question)
    case 18: addAsOf(&question)
    case 19: addTest(&question)
    default: break
    }
  }

  private mutating func addOverTime(_ question: inout Question) throws {
    guard let unit = question.time else { return }
    let base = unit.spans(in: question.months)[0]
    let extras: [Question.Extra] = [
      .change, .change, .yoy, .running, .rolling(unit == .month ? 12 : 2),
      .index(base.name, base.months),
    ]
    var extra = dice.pick(extras)
    if case .index = extra, unit == .quarter { extra = .change }
    if case .index(let name, let months) = extra, unit != .month {
      extra = .index(unit.rawValue + name, months)
    }
    if extra == .yoy || extra == .index("", 0...0), unit == .quarter { extra = .change }
    question.extras = [extra]
  }

  private mutating func addOverLast(_ question: inout Question) {
    guard !question.by.isEmpty || question.time != nil else { return }
    question.extras = [dice.pick([.share, .share, .rank, .total])]
    if !question.by.isEmpty, dice.isOne(in: 2) {
      question.top = Question.Top(count: dice.roll(1...6), isBottom: false)
      if dice.isOne(in: 2), question.extras != [.rank] { question.extras.append(.others) }
    }
  }

  private mutating func addAcross(_ question: inout Question) {
    guard !question.by.isEmpty else { return }
    question.isAcross = true
    if dice.isOne(in: 3) { question.top = Question.Top(count: dice.roll(2...6), isBottom: false) }
  }

  private mutating func addTop(_ question: inout Question) {
    guard !question.by.isEmpty || question.time != nil else { return }
    question.top = Question.Top(count: dice.roll(1...6), isBottom: dice.isOne(in: 3))
  }

  private mutating func addPer(_ question: inout Question) {
    question.per = dice.pick(["day", "month", "fy"])
  }

  private mutating func addTest(_ question: inout Question) {
    guard !question.by.isEmpty || question.time != nil else { return }
    question.above = Double(dice.pick([100, 1000, 10_000, 100_000]))
  }

  private mutating func addAsOf(_ question: inout Question) {
    let (year, month) = (dice.roll(2023...2025), dice.roll(1...12))
    let text = FiscalCalendar.name(year * 12 + month - 1)
    question.asOf = text + (dice.isOne(in: 2) ? "-15" : "")
    if question.asOf == text {
      question.asOf = text + "-\(FiscalCalendar.days(year * 12 + month - 1))"
    }
  }

  private mutating func fold(_ question: inout Question) throws {
    guard question.time == .fy || question.time == .cy else { throw Declined("nothing to fold") }
    let kind = dice.pick(["average", "median", "max", "min"])
    let unit = dice.pick([TimeUnit.month, .month, question.time == .fy ? .quarter : .month])
    let column = question.columns[0]
    question.columns = [
      Question.Column(
        expression: column.expression,
        text: "\(kind)(\(column.text) by \(unit.rawValue)) as folded",
        name: "folded",
        fold: Question.Fold(kind: kind, unit: unit),
        adds: false
      )
    ]
  }

  /// A part of a measure over the whole of it.
  private mutating func restrict(_ series: Series, _ figure: Figure, _ question: inout Question) {
    let free = series.dimensions.filter { dimension in
      !question.by.contains(dimension)
        && !question.condition.tests.contains { $0.dimension == dimension }
        && !figure.condition.tests.contains { $0.dimension == dimension }
    }
    guard let dimension = free.first else { return }
    let values = series.named(dimension).filter { !catalogue.isRest($0, of: dimension) }.sorted()
    guard values.count > 1 else { return }
    let value = dice.pick(values)
    let column = question.columns[0]
    let name = catalogue.dimension(dimension).name
    let restricted = figure.adding(.test(dimension, [value]))
    let text = "\(column.text)(where \(name) = \"\(catalogue.name(value, of: dimension))\")"
    question.columns = [
      Question.Column(
        expression: .ratio(.figure(restricted), .figure(figure)),
        text: "\(text) / \(column.text) as part",
        name: "part",
        adds: false
      )
    ]
    if question.time == .fy, dice.isOne(in: 3) {
      question.extras = [dice.pick([.change, .rolling(2)])]
    }
  }

  /// Sums and ratios of measures that may be added.
  private mutating func combine(_ question: inout Question) throws {
    let pairs = [
      ("removals", "returns"), ("removals", "title_42_expulsions"),
      ("administrative_returns", "enforcement_returns"),
      ("apprehensions", "inadmissibles"), ("returns", "title_42_expulsions"),
      ("expedited_removals", "reinstatements"),
    ]
    let (one, two) = dice.pick(pairs)
    let names = [one, two].map { catalogue.measure($0).name }
    let figures = try [one, two].map { Expression.figure(try catalogue.figure($0)) }
    let isRatio = dice.isOne(in: 3)
    let isDifference = dice.isOne(in: 4)
    let first = dice.roll(2012...2021)
    question.by = []
    question.dimensionNames = []
    question.condition = .always
    question.conditionText = ""
    question.time = dice.pick([.fy, .month, .quarter, .cy, nil])
    let last = first + (question.time == .fy ? dice.roll(0...4) : 0)
    let unit = question.time == .cy ? "cy" : "fy"
    question.months =
      question.time == .cy
      ? FiscalCalendar.calendarYear(first)
      : FiscalCalendar.fiscalYear(first).lowerBound...FiscalCalendar.fiscalYear(last).upperBound
    question.periodText = "in \(unit)\(first)..\(unit)\(last)"
    let sign = isRatio ? "/" : isDifference ? "-" : "+"
    let expression: Expression =
      isRatio
      ? .ratio(figures[0], figures[1])
      : isDifference ? .difference(figures[0], figures[1]) : .sum(figures[0], figures[1])
    question.columns = [
      Question.Column(
        expression: expression,
        text: "\(names[0]) \(sign) \(names[1]) as both",
        name: "both",
        adds: !isRatio
      )
    ]
  }
}

extension Catalogue {
  /// A measure as it is stored; `encounters where component = usbp` is a figure with a condition.
  func figure(_ measure: String) throws -> Figure {
    let formula = self.measure(measure).formula
    guard !formula.isEmpty else { return Figure(measure: measure, condition: .always) }
    let sides = formula.components(separatedBy: " where ")
    let test = sides.count == 2 ? sides[1].components(separatedBy: " = ") : []
    guard test.count == 2, !formula.contains("+") else { throw Declined("a sum of measures") }
    return Figure(measure: sides[0], condition: .test(test[0], [place(test[1], in: test[0])]))
  }
}
