import TestSupport
import Testing

/// The program's answers to one period cut in several ways, set beside one another.
@Suite("The same months count however a period is cut")
struct SameMonthsTests {
  /// A measure in the scope of one of its tables.
  struct Subject {
    let text: String
    let condition: String
    let measure: String
    let chooser: Chooser

    /// Months that tables by month hold, without a gap at the end.
    var months: Months? {
      let held = chooser.held(0, 1880 * 12...2050 * 12, time: "month")
      guard let last = held.max(), chooser.held(0, last + 1...2050 * 12).isEmpty else { return nil }
      var first = last
      while held.contains(first - 1) { first -= 1 }
      return first...last
    }

    /// Months from which on other tables hold the figure.
    func seams(in months: Months) -> [Month] {
      let holding = { (month: Month) in
        chooser.fits[0].filter { !$0.periods(in: month...month).isEmpty }.map(\.series.name)
      }
      return months.dropFirst().filter { holding($0) != holding($0 - 1) }
    }

    func question(_ clauses: String) -> String { "\(text) \(clauses) \(condition)" }

    /// The sum of the figures of an answer; nothing where it is refused or a figure is missing.
    func sum(_ clauses: String) throws -> Double? {
      guard case .rows(let rows) = try Program.ask(question(clauses)) else { return nil }
      let figures = rows.map { Replied.number($0[measure]) }
      return figures.contains(nil) ? nil : figures.compactMap(\.self).reduce(0, +)
    }
  }

  private func subjects() throws -> [Subject] {
    let catalogue = try Catalogue.shared.get()
    var seen: Set<String> = []
    var subjects: [Subject] = []
    for measure in catalogue.measures.values.sorted(by: { $0.id < $1.id })
    where measure.kind == "flow" {
      guard catalogue.existence[measure.id] == nil, let figure = try? catalogue.figure(measure.id)
      else { continue }
      for series in (catalogue.series[figure.measure] ?? []).sorted(by: { $0.name < $1.name })
      where series.agrees(with: figure) {
        let scope = series.scope.filter {
          !figure.condition.implies($0.key, $0.value, in: catalogue)
        }
        .sorted { $0.key < $1.key }
        let tests = scope.map {
          "\(catalogue.dimension($0.key).name) = \"\(catalogue.name($0.value, of: $0.key))\""
        }
        let condition = tests.isEmpty ? "" : "where " + tests.joined(separator: " and ")
        let scoped = figure.adding(.and(scope.map { .test($0.key, [$0.value]) }))
        guard seen.insert(measure.id + condition).inserted,
          let chooser = try? Chooser([scoped], by: [], in: catalogue)
        else { continue }
        subjects.append(
          Subject(text: measure.name, condition: condition, measure: measure.id, chooser: chooser)
        )
      }
    }
    return subjects
  }

  @Test("By month, by quarter and as one sum")
  func agree() throws {
    var dice = Dice(seed: 31)
    var compared = 0
    for subject in try subjects() {
      guard let months = subject.months, months.count >= 6 else { continue }
      for _ in 0..<3 {
        let quarters = TimeUnit.quarter.spans(in: months).filter { !$0.isCut }
        let first = dice.roll(0...max(0, quarters.count - 5))
        let last = min(quarters.count - 1, first + dice.roll(0...4))
        let span = Span(
          name: "",
          months: quarters[first].months.lowerBound...quarters[last].months.upperBound
        )
        guard agree(subject, span) else { continue }
        compared += 1
        try same(subject, span, ["by month", "by quarter", ""])
      }
      for seam in subject.seams(in: months) {
        let span = Span(
          name: "",
          months: max(months.lowerBound, seam - 2)...min(months.upperBound, seam + 2)
        )
        guard agree(subject, span) else { continue }
        compared += 1
        try same(subject, span, ["by month", "by quarter", ""])
      }
    }
    #expect(compared > 30)
  }

  /// Whether the rules give one figure whatever the cut: no other table answers for longer periods.
  private func agree(_ subject: Subject, _ span: Span) -> Bool {
    let sums = [TimeUnit.month, .quarter, nil].map { unit in
      let spans = unit.map { $0.spans(in: span.months) } ?? [span]
      return spans.reduce(Double?.some(0)) { sum, span in
        guard let sum, let sources = try? subject.chooser.sources(span), !sources[0].isEmpty else {
          return nil
        }
        let cells = sources[0].compactMap { $0.fit.cells(in: $0.periods)[0]?.value }
        return cells.count == sources[0].count ? sum + cells.reduce(0, +) : nil
      }
    }
    guard let first = sums[0], let second = sums[1], let third = sums[2] else { return false }
    return abs(first - second) < 0.001 && abs(first - third) < 0.001
  }

  private func same(_ subject: Subject, _ span: Span, _ cuts: [String]) throws {
    let period =
      "in \(FiscalCalendar.name(span.months.lowerBound))..\(FiscalCalendar.name(span.months.upperBound))"
    let sums = try cuts.map { try subject.sum($0 + " " + period) }
    for (cut, sum) in zip(cuts, sums).dropFirst() {
      let isSame = abs((sums[0] ?? .nan) - (sum ?? .nan)) < 0.001
      #expect(
        isSame,
        "\(subject.question(cut + " " + period)): \(sums[0] ?? .nan) by month, \(sum ?? .nan)"
      )
    }
  }

  @Test("A sum of fiscal years is that of its rows")
  func years() throws {
    var dice = Dice(seed: 32)
    for subject in try subjects() {
      guard !subject.chooser.fits[0].contains(where: { $0.series.time == "cy" }) else { continue }
      let held = subject.chooser.held(0, 1880 * 12...2050 * 12)
      let years = (1900...2026).filter { held.isSuperset(of: FiscalCalendar.fiscalYear($0)) }
      guard let first = years.randomElement(using: &dice), years.contains(first + 1) else {
        continue
      }
      let last = years.contains(first + 2) ? first + 2 : first + 1
      let period = "in fy\(first)..fy\(last)"
      guard let rows = try subject.sum("by fy " + period) else { continue }
      let sum = try subject.sum(period) ?? .nan
      #expect(abs(rows - sum) < 0.001, "\(subject.question(period)): \(sum), by fy \(rows)")
    }
  }

  @Test("`fytd` and `last` are the months that they say")
  func ends() throws {
    var compared = 0
    for subject in try subjects() {
      guard let months = subject.months else { continue }
      let last = FiscalCalendar.name(months.upperBound)
      if months.count >= 6 {
        try same(
          subject,
          "last 6 months",
          "in \(FiscalCalendar.name(months.upperBound - 5))..\(last)"
        )
      }
      let year = FiscalCalendar.year(fiscal: months.upperBound)
      let start = FiscalCalendar.fiscalYear(year).lowerBound
      guard months.upperBound < FiscalCalendar.fiscalYear(year).upperBound, months.contains(start),
        // A year that is printed whole, or days beyond the last month, are to date too.
        !subject.chooser.isHeld(after: months.upperBound)
      else { continue }
      compared += 1
      try same(subject, "fytd", "in \(FiscalCalendar.name(start))..\(last)")
      guard months.contains(start - 12) else { continue }
      guard
        case .rows(let rows) = try Program.ask(subject.question("by fy fytd since fy\(year - 1)"))
      else {
        Issue.record("\(subject.question("by fy fytd since fy\(year - 1)")) is refused")
        continue
      }
      for (row, first) in zip(rows, [start - 12, start]) {
        let period =
          "in \(FiscalCalendar.name(first))..\(FiscalCalendar.name(first + months.upperBound - start))"
        let sum = try subject.sum(period)
        let figure = Replied.number(row[subject.measure])
        #expect(
          figure == sum,
          "\(subject.question("by fy fytd since fy\(year - 1)")): \(figure ?? .nan), \(period) \(sum ?? .nan)"
        )
      }
    }
    #expect(compared > 5)
    print("years to date: \(compared)")
  }

  private func same(_ subject: Subject, _ one: String, _ other: String) throws {
    let (left, right) = (try subject.sum(one), try subject.sum(other))
    #expect(left == right, "\(subject.question(one)): \(left ?? .nan), \(other) \(right ?? .nan)")
  }
}
