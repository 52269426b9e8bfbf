import Foundation
import Testing

@Suite("Verdicts of every judgment are those of plain arithmetic over one table")
struct JudgmentOracles {
  /// Fiscal years without the one of fifteen months and those beside it.
  private static let years = [
    1893, 1896, 1900, 1905, 1910, 1914, 1915, 1921, 1924, 1927, 1930, 1931, 1938, 1944, 1946, 1950,
    1954, 1956, 1963, 1970, 1975, 1980, 1986, 1988, 1990, 1996, 2000, 2004, 2008, 2009, 2012, 2013,
    2016, 2019, 2020, 2021, 2022,
  ]

  /// The transition quarter makes fiscal year 1976 longer: it is compared by the month.
  private static func comparable(_ series: Series) -> [Double] {
    series.periods.map { $0.name == "fy1976" ? $0.value * 12 / 15 : $0.value }
  }

  @Test(arguments: years)
  func records(_ year: Int) throws {
    let series = try Series.removals.get()
    let values = Self.comparable(series)
    let place = try series.place("fy\(year)")
    let earlier = values[..<place]
    for (word, isSo) in [
      ("high", earlier.allSatisfy { values[place] > $0 }),
      ("low", earlier.allSatisfy { values[place] < $0 }),
    ] {
      let statement = "removals in fy\(year) is record \(word)"
      let verdict = try Tally.verdict(statement)
      #expect(verdict == (isSo ? "holds" : "fails"), "\(statement)")
      // A record beats all that follow the first period held.
      if isSo, place > 1 {
        let extreme = word == "high" ? "highest" : "lowest"
        let since = "removals in fy\(year) is \(extreme) since fy1892"
        #expect(try Tally.verdict(since) == "holds", "\(since)")
      }
      let opposite = "removals in fy\(year) is not record \(word)"
      #expect(try Tally.verdict(opposite) == (isSo ? "fails" : "holds"), "\(opposite)")
    }
  }

  @Test(arguments: years.filter { $0 > 1905 })
  func ranks(_ year: Int) throws {
    let series = try Series.removals.get()
    let values = Self.comparable(series)
    let place = try series.place("fy\(year)")
    let since = max(1892, year - 25)
    let rivals = values[(try series.place("fy\(since)") + 1)..<place]
    let above = rivals.count { $0 > values[place] }
    let isTied = rivals.contains(values[place])
    for (rank, name) in [(2, "2nd"), (3, "third"), (4, "4th"), (above + 1, "\(above + 1)th")]
    where rank > 1 {
      let statement = "removals in fy\(year) is \(name) highest since fy\(since)"
      let isSo = above == rank - 1 && !isTied
      #expect(try Tally.verdict(statement) == (isSo ? "holds" : "fails"), "\(statement)")
    }
  }

  @Test(arguments: years.filter { $0 > 1930 && $0 < 2015 })
  func spans(_ year: Int) throws {
    let series = try Series.removals.get()
    let values = Self.comparable(series)
    let (first, last) = (try series.place("fy\(year - 6)"), try series.place("fy\(year + 6)"))
    let place = try series.place("fy\(year)")
    let rivals = (first...last).filter { $0 != place }.map { values[$0] }
    for (word, isSo) in [
      ("highest", rivals.allSatisfy { values[place] > $0 }),
      ("lowest", rivals.allSatisfy { values[place] < $0 }),
    ] {
      let statement = "removals in fy\(year) is \(word) in fy\(year - 6)..fy\(year + 6)"
      #expect(try Tally.verdict(statement) == (isSo ? "holds" : "fails"), "\(statement)")
    }
  }

  @Test(arguments: years.filter { $0 > 1893 && !(1975...1978).contains($0) })
  func streaks(_ year: Int) throws {
    let series = try Series.removals.get()
    let values = Self.comparable(series)
    let place = try series.place("fy\(year)")
    for (word, run) in [
      ("rose", Series.run(values, to: place, <)), ("fell", Series.run(values, to: place, >)),
    ] {
      for count in Set([1, 2, run, run + 1]) where count > 0 && count < 12 {
        let least = "removals in fy\(year) \(word) \(count) fy in a row"
        #expect(try Tally.verdict(least) == (count <= run ? "holds" : "fails"), "\(least)")
        let exact = "removals in fy\(year) \(word) for the \(count)th straight fy"
        #expect(try Tally.verdict(exact) == (count == run ? "holds" : "fails"), "\(exact)")
      }
    }
  }

  @Test(arguments: years.filter { $0 > 1900 && $0 < 2017 && !(1970...1980).contains($0) })
  func everyYear(_ year: Int) throws {
    let series = try Series.removals.get()
    let values = series.values
    let places = (try series.place("fy\(year)"))...(try series.place("fy\(year + 5)"))
    let least = Int(places.map { values[$0] }.min() ?? 0)
    for (condition, isSo) in [
      ("is above \(least)", false), ("is at least \(least)", true), ("is above \(least - 1)", true),
      ("rose", places.allSatisfy { values[$0] > values[$0 - 1] }),
      ("is below the same fy a year before", places.allSatisfy { values[$0] < values[$0 - 1] }),
    ] {
      let statement = "removals every fy in fy\(year)..fy\(year + 5) \(condition)"
      #expect(try Tally.verdict(statement) == (isSo ? "holds" : "fails"), "\(statement)")
      let opposite = "removals not every fy in fy\(year)..fy\(year + 5) \(condition)"
      #expect(try Tally.verdict(opposite) == (isSo ? "fails" : "holds"), "\(opposite)")
    }
  }

  @Test(arguments: years.filter { $0 > 1895 && !(1975...1977).contains($0) })
  func changes(_ year: Int) throws {
    let series = try Series.removals.get()
    let place = try series.place("fy\(year)")
    let (before, own) = (series.values[place - 1], series.values[place])
    let factor = own / before
    let change = "change in removals from fy\(year - 1) to fy\(year)"
    for (words, verdict) in [
      ("doubled", factor >= 2 ? "holds" : factor >= 1.9 ? "close" : "fails"),
      ("halved", factor <= 0.5 ? "holds" : factor <= 0.525 ? "close" : "fails"),
      ("is flat", abs(factor - 1) <= 0.05 ? "holds" : "fails"),
      ("rose", factor > 1 ? "holds" : "fails"),
      ("fell by half", abs(factor - 0.5) <= 0.02 ? "holds" : "fails"),
      ("is 1.5 times", factor >= 1.425 && factor <= 1.8 ? "holds" : "fails"),
    ] {
      let found = try Tally.verdict("\(change) \(words)")
      #expect(found == verdict, "\(change) \(words): \(factor)")
    }
  }

  @Test(arguments: years.filter { $0 > 1895 && $0 < 2012 && $0 != 1975 })
  func questions(_ year: Int) throws {
    let series = try Series.removals.get()
    let place = try series.place("fy\(year)")
    let (own, other) = (series.values[place], series.values[place + 3])
    let (left, right) = ("removals in fy\(year)", "removals in fy\(year + 3)")
    #expect(try Tally.verdict("\(left) > \(right)") == (own > other ? "holds" : "fails"))
    #expect(try Tally.verdict("\(left) < \(right)") == (own < other ? "holds" : "fails"))
    #expect(try Tally.verdict("\(left) is not > \(right)") == (own > other ? "fails" : "holds"))
    let percent = (100 * own / other).rounded()
    guard percent >= 1 else { return }
    #expect(try Tally.verdict("\(left) is \(Int(percent))% of \(right)") == "holds")
    let twice = own / other >= 2 ? "holds" : own / other >= 1.9 ? "close" : "fails"
    #expect(try Tally.verdict("\(left) is twice \(right)") == twice)
  }

  @Test(arguments: years.filter { $0 > 1895 && $0 < 1990 })
  func numbers(_ year: Int) throws {
    let series = try Series.removals.get()
    let own = Int(series.values[try series.place("fy\(year)")])
    let subject = "removals in fy\(year)"
    for (words, verdict) in [
      ("= \(own)", "holds"), ("= \(own + own / 100)", "close"), ("= \(own - own / 100)", "close"),
      ("= \(own + own / 100 + 1)", "fails"), ("= \(own - own / 100 - 1)", "fails"),
      ("!= \(own)", "fails"), ("!= \(own + 1)", "holds"), ("is not \(own + 1)", "holds"),
      ("> \(own)", "close"), ("is more than \(own)", "holds"), ("is more than \(own + 1)", "close"),
      ("is between \(own) and \(own + 1)", "holds"),
      ("is between \(own + 1) and \(own + 9)", "fails"),
      ("= \(own + own / 50) within 3%", "close"), ("= \(own + own / 20) within 3%", "fails"),
    ] {
      #expect(try Tally.verdict("\(subject) \(words)") == verdict, "\(subject) \(words)")
    }
  }

  @Test("by month: the same month of other years, and months in a row")
  func months() throws {
    let series = try Series.apprehensions.get()
    for place in 26..<series.periods.count {
      let (month, own) = series.periods[place]
      let number = Int(month.suffix(2)) ?? 1
      let name = Self.months[number - 1]
      let rivals = stride(from: place - 12, through: 12, by: -12).map { series.values[$0] }
      let first = series.periods[place - 12 * (rivals.count + 1)].name
      for (word, isSo) in [
        ("highest", rivals.allSatisfy { own > $0 }), ("lowest", rivals.allSatisfy { own < $0 }),
      ] {
        let statement = "apprehensions for southwest in \(month) is \(word) \(name) since \(first)"
        #expect(try Tally.verdict(statement) == (isSo ? "holds" : "fails"), "\(statement)")
      }
      let run = series.run(to: place) { $0 > $1 }
      guard run > 0 else { continue }
      let statement = "apprehensions for southwest in \(month) fell \(run) months in a row"
      #expect(try Tally.verdict(statement) == "holds", "\(statement)")
    }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  @Test("a place among the values of a dimension")
  func places() throws {
    let rows = try Seed.shared.get().rows(
      """
      SELECT fy, citizenship AS name, sum(encounters) AS value
      FROM "cbp-encounters-state-fy2022-2025"
      WHERE citizenship NOT IN (SELECT name FROM other) AND border = 'Southwest border'
      GROUP BY 1, 2 ORDER BY 1, 3 DESC
      """
    )
    for fy in [2022, 2023, 2024, 2025] {
      let names = rows.filter { $0.number("fy") == Double(fy) }
        .compactMap { $0.cells["name"]?.description }
      for (place, name) in names.prefix(6).enumerated() {
        let subject = "encounters for \"\(name)\", southwest in fy\(fy)"
        for rank in 1...6 {
          let word = rank == 1 ? "" : "\(rank)th "
          let statement = "\(subject) is \(word)largest citizenship"
          let verdict = try Tally.verdict(statement)
          #expect(verdict == (rank == place + 1 ? "holds" : "fails"), "\(statement)")
        }
      }
    }
  }
}
