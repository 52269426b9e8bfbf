import Foundation
import Testing

/// Figures in time of which some are not held, so that statements are true, false or open.
private struct Gapped {
  /// Every period from the first to the last, held or not.
  let periods: [(name: String, value: Double?)]

  /// By month, as they are known: crossings of the Darien Gap, without the months that nobody told.
  static let darien = Result {
    let rows = try Seed.shared.get().rows(
      """
      WITH RECURSIVE calendar(month) AS (SELECT '2022-01' UNION ALL
      SELECT strftime('%Y-%m', month || '-01', '+1 month') FROM calendar WHERE month < '2025-01')
      SELECT calendar.month AS period, darien_crossings AS value
      FROM calendar LEFT JOIN "darien-month" USING (month) ORDER BY 1
      """
    )
    return Gapped(
      periods: rows.map { ($0.cells["period"]?.description ?? "", $0.number("value")) }
    )
  }

  /// Whether the figure of one place is above that of another; `nil` where one is not held.
  func isAbove(_ place: Int, _ other: Int) -> Bool? {
    guard place >= 0, other >= 0, let own = periods[place].value, let other = periods[other].value
    else { return nil }
    return own > other
  }
}

extension [Bool?] {
  /// Whether all are so; open where none is not and some are not known.
  fileprivate var all: Bool? { contains(false) ? false : contains(nil) ? nil : true }
}

extension Bool? {
  fileprivate var verdict: String { map { $0 ? "holds" : "fails" } ?? "undecided" }
}

@Suite("Records, ranks, streaks and spans: ties, gaps, the year of fifteen months, unlike lengths")
struct OrderOracles {
  private func expect(_ statement: String, _ verdict: String) throws {
    let found = try Tally.verdict(statement)
    #expect(found == verdict, "\(statement): \(found)")
  }

  @Test("with ties: neither record, nor highest, nor a rank; and they end a streak")
  func ties() throws {
    let series = try Series.ceilings.get()
    var tied = 0
    for place in 3..<series.periods.count {
      let (name, own) = series.periods[place]
      let since = max(0, place - 12)
      let rivals = series.values[(since + 1)..<place]
      let subject = "refugee ceiling in \(name)"
      tied += rivals.contains(own) ? 1 : 0
      try expect(
        "\(subject) is highest since \(series.periods[since].name)",
        rivals.allSatisfy { own > $0 } ? "holds" : "fails"
      )
      try expect(
        "\(subject) is record low",
        series.values[..<place].allSatisfy { own < $0 } ? "holds" : "fails"
      )
      let beyond = rivals.count { $0 > own }
      try expect(
        "\(subject) is \(beyond + 2)th highest since \(series.periods[since].name)",
        "fails"
      )
      try expect(
        "\(subject) is \(beyond == 0 ? "" : "\(beyond + 1)th ")highest since "
          + series.periods[since].name,
        rivals.contains(own) ? "fails" : "holds"
      )
      let rise = series.run(to: place, <)
      for count in Set([1, rise, rise + 1]) where count > 0 {
        try expect(
          "\(subject) rose \(count) fy in a row",
          count <= rise ? "holds" : "fails"
        )
      }
    }
    #expect(tied >= 8, "too few are equal to prove anything")
  }

  @Test("a month that is not held leaves a streak, a record and a rank open")
  func gaps() throws {
    let series = try Gapped.darien.get()
    var open = 0
    for place in series.periods.indices.dropFirst(2) where series.periods[place].value != nil {
      let subject = "darien crossings in \(series.periods[place].name)"
      for count in 1...4 where place - count >= 0 {
        for (word, rises) in [("rose", true), ("fell", false)] {
          let steps = (0..<count).map { back -> Bool? in
            rises
              ? series.isAbove(place - back, place - back - 1)
              : series.isAbove(place - back - 1, place - back)
          }
          open += steps.all == nil ? 1 : 0
          try expect("\(subject) \(word) \(count) months in a row", steps.all.verdict)
        }
      }
      guard place > 2 else { continue }
      let since = max(0, place - 8)
      let beats = ((since + 1)..<place).map { series.isAbove(place, $0) }
      try expect(
        "\(subject) is highest since \(series.periods[since].name)",
        beats.all.verdict
      )
      let loses = ((since + 1)..<place).map { series.isAbove($0, place) }
      try expect("\(subject) is lowest since \(series.periods[since].name)", loses.all.verdict)
    }
    #expect(open >= 10, "too few months are missing to prove anything")
  }

  @Test("above or below a number so many months in a row, the number itself included")
  func thresholds() throws {
    let series = try Series.apprehensions.get()
    for place in stride(from: 14, to: series.periods.count, by: 2) {
      let (name, own) = series.periods[place]
      let subject = "apprehensions for southwest in \(name)"
      for said in [own, own + 1, series.values[place - 2] + 1, series.values[place - 1]] {
        let text = String(Int(said))
        let below = Series.run(series.values.map { $0 - said }, to: place) { _, later in later < 0 }
        for count in Set([1, 2, below, below + 1]) where count > 0 && count < 12 {
          try expect(
            "\(subject) is below \(text) \(count) months in a row",
            count <= below ? "holds" : "fails"
          )
          try expect(
            "\(subject) is below \(text) for the \(count)th straight month",
            count == below ? "holds" : "fails"
          )
        }
      }
    }
  }

  @Test("every month of a span: a number, a rise, the same month a year before")
  func everyMonth() throws {
    let series = try Series.apprehensions.get()
    for first in stride(from: 13, to: series.periods.count - 4, by: 2) {
      let places = first...(first + 3)
      let span = "in \(series.periods[first].name)..\(series.periods[first + 3].name)"
      let subject = "apprehensions for southwest every month \(span)"
      let values = places.map { series.values[$0] }
      let most = Int(values.max() ?? 0)
      for (words, isSo) in [
        ("is below \(most)", false), ("is below \(most + 1)", true),
        ("rose", places.allSatisfy { series.values[$0] > series.values[$0 - 1] }),
        ("fell", places.allSatisfy { series.values[$0] < series.values[$0 - 1] }),
        (
          "is below the same month a year before",
          places.allSatisfy { series.values[$0] < series.values[$0 - 12] }
        ),
        (
          "is above the same month a year before",
          places.allSatisfy { series.values[$0] > series.values[$0 - 12] }
        ),
      ] {
        try expect("\(subject) \(words)", isSo ? "holds" : "fails")
      }
    }
  }

  @Test("spans of unlike length: the shorter one decides where it has more")
  func unlikeLengths() throws {
    let series = try Series.apprehensions.get()
    let sum = { (places: Range<Int>) in places.reduce(0) { $0 + series.values[$1] } }
    var decided = 0
    for year in [2019, 2020, 2021, 2022, 2023, 2024] {
      let start = try series.place("\(year - 1)-10")
      let whole = sum(start..<start + 12)
      for (first, count) in [
        (0, 7), (12, 5), (24, 9), (30, 11), (41, 8), (52, 10), (60, 6), (63, 11),
      ]
      where first + count <= series.periods.count {
        let own = sum(first..<first + count)
        let span = "\(series.periods[first].name)..\(series.periods[first + count - 1].name)"
        let (left, right) = (
          "apprehensions for southwest in \(span)", "apprehensions for southwest in fy\(year)"
        )
        decided += own > whole ? 1 : 0
        try expect("\(left) > \(right)", own > whole ? "holds" : "undecided")
        try expect("\(left) < \(right)", own > whole ? "fails" : "undecided")
        try expect("\(right) < \(left)", own > whole ? "holds" : "undecided")
        // Per month they are alike.
        let isMore = own / Double(count) > whole / 12
        try expect(
          "apprehensions for southwest per month in \(span) > "
            + "apprehensions for southwest per month in fy\(year)",
          isMore ? "holds" : "fails"
        )
      }
    }
    #expect(decided >= 8, "\(decided)")
  }

  @Test("a part of a year above every whole one, and what is longer below every one")
  func highestOfUnlikeLength() throws {
    let series = try Series.apprehensions.get()
    let sum = { (places: Range<Int>) in places.reduce(0) { $0 + series.values[$1] } }
    let years = try (2019...2024).map { year in
      let start = try series.place("\(year - 1)-10")
      return (year: year, first: start, total: sum(start..<start + 12))
    }
    var counted = 0
    for first in stride(from: 36, to: series.periods.count - 11, by: 3) {
      for count in [7, 9, 11] {
        let own = sum(first..<first + count)
        let earlier = years.dropFirst().filter { $0.first + 12 <= first }
        guard !earlier.isEmpty else { continue }
        counted += 1
        let span = "\(series.periods[first].name)..\(series.periods[first + count - 1].name)"
        try expect(
          "apprehensions for southwest in \(span) is highest fy since fy2019",
          earlier.allSatisfy { own > $0.total } ? "holds" : "undecided"
        )
      }
      let long = sum(first..<min(first + 15, series.periods.count))
      guard first + 15 <= series.periods.count else { continue }
      let earlier = years.dropFirst().filter { $0.first + 12 <= first }
      guard !earlier.isEmpty else { continue }
      let span = "\(series.periods[first].name)..\(series.periods[first + 14].name)"
      try expect(
        "apprehensions for southwest in \(span) is lowest fy since fy2019",
        earlier.allSatisfy { long < $0.total } ? "holds" : "undecided"
      )
    }
    #expect(counted >= 25, "\(counted)")
  }

  @Test("the year of fifteen months is compared by the month", arguments: 1970...1985)
  func transitionQuarter(_ year: Int) throws {
    let series = try Series.removals.get()
    let values = series.periods.map { $0.name == "fy1976" ? $0.value * 12 / 15 : $0.value }
    let place = try series.place("fy\(year)")
    for since in [1965, 1968, year - 2] {
      let first = try series.place("fy\(since)")
      guard first + 1 < place else { continue }
      let rivals = values[(first + 1)..<place]
      let subject = "removals in fy\(year)"
      try expect(
        "\(subject) is highest since fy\(since)",
        rivals.allSatisfy { values[place] > $0 } ? "holds" : "fails"
      )
      try expect(
        "\(subject) is lowest since fy\(since)",
        rivals.allSatisfy { values[place] < $0 } ? "holds" : "fails"
      )
      let beyond = rivals.count { $0 > values[place] }
      for rank in [2, 3] {
        try expect(
          "\(subject) is \(rank)th highest since fy\(since)",
          beyond == rank - 1 ? "holds" : "fails"
        )
      }
    }
    let rise = Series.run(values, to: place, <)
    for count in Set([1, rise, rise + 1]) where count > 0 {
      try expect(
        "removals in fy\(year) rose \(count) fy in a row",
        count <= rise ? "holds" : "fails"
      )
    }
  }
}
