import Foundation
import TestSupport
import Testing

/// Averages of spans of unlike length, by sums of one table and the lengths of months.
@Suite("Averages of spans of unlike length are compared")
struct AverageOracles {
  /// A span of months of one table.
  private struct Span {
    let name: String
    let sum: Double
    let months: Double
    let days: Double

    init(_ dice: inout Dice, _ series: Series) throws {
      let count = dice.roll(1...12)
      let first = dice.roll(0...(series.periods.count - count))
      let own = series.periods[first..<first + count]
      let (from, to) = (own.first?.name ?? "", own.last?.name ?? "")
      name = count == 1 ? from : "\(from)..\(to)"
      sum = own.map(\.value).reduce(0, +)
      months = Double(count)
      days = try own.map { try Self.days(of: $0.name) }.reduce(0, +)
    }

    /// The days of a month: `2024-02`.
    private static func days(of month: String) throws -> Double {
      let parts = month.split(separator: "-").compactMap { Int($0) }
      let (year, number) = (try #require(parts.first), try #require(parts.last))
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      return Double([31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][number - 1])
    }
  }

  @Test("by the month and by the day", arguments: 1901...1906 as ClosedRange<UInt64>)
  func averages(_ seed: UInt64) throws {
    let series = try Series.apprehensions.get()
    var dice = Dice(seed: seed)
    for _ in 0..<8 {
      let (own, other) = (try Span(&dice, series), try Span(&dice, series))
      guard own.name != other.name else { continue }
      try judge("monthly", "month", own, other, (own.sum / own.months) / (other.sum / other.months))
      try judge("daily", "day", own, other, (own.sum / own.days) / (other.sum / other.days))
    }
  }

  private func judge(
    _ word: String,
    _ unit: String,
    _ own: Span,
    _ other: Span,
    _ factor: Double
  ) throws {
    let measure = "apprehensions for southwest"
    let subject = "the \(word) average of \(measure) in \(own.name)"
    let change = "change in \(measure) per \(unit) from"
    for (words, verdict) in [
      ("is more than double that of \(other.name)", Self.least(2, factor)),
      ("is more than that of \(other.name)", factor >= 1 ? "holds" : "fails"),
      ("< \(measure) in \(other.name) per \(unit)", factor < 1 ? "holds" : "fails"),
      ("is higher than in \(other.name)", factor > 1 ? "holds" : "fails"),
      (
        "is more than twice the \(word) average of \(measure) in \(other.name)",
        Self.least(2, factor)
      ),
      ("is not more than in \(other.name)", factor >= 1 ? "fails" : "holds"),
    ] {
      #expect(try Tally.verdict("\(subject) \(words)") == verdict, "\(subject) \(words): \(factor)")
    }
    // Periods that can be named before `to`.
    guard !own.name.contains(".."), !other.name.contains("..") else { return }
    for (words, verdict) in [
      ("doubled", Self.least(2, factor)), ("rose", factor > 1 ? "holds" : "fails"),
      ("is flat", abs(factor - 1) <= 0.05 ? "holds" : "fails"),
    ] {
      let statement = "\(change) \(other.name) to \(own.name) \(words)"
      #expect(try Tally.verdict(statement) == verdict, "\(statement): \(factor)")
    }
  }

  /// A factor or more; up to a twentieth short is close, as of `doubled`.
  private static func least(_ stated: Double, _ factor: Double) -> String {
    factor >= stated ? "holds" : factor >= stated * 0.95 ? "close" : "fails"
  }

  @Test(
    "a year of fifteen months beside others",
    arguments: ["fy1974", "fy1975", "fy1977", "fy1980"]
  )
  func transition(_ year: String) throws {
    let series = try Series.removals.get()
    let own = series.values[try series.place("fy1976")] / 15
    let other = series.values[try series.place(year)] / 12
    let subject = "the monthly average of removals in fy1976"
    let isMore = own > other
    #expect(try Tally.verdict("\(subject) > that of \(year)") == (isMore ? "holds" : "fails"))
    #expect(try Tally.verdict("\(subject) < that of \(year)") == (isMore ? "fails" : "holds"))
    let change = "change in removals per month from fy1976 to \(year)"
    #expect(try Tally.verdict("\(change) rose") == (isMore ? "fails" : "holds"))
    let half = own / other >= 2 ? "holds" : own / other >= 1.9 ? "close" : "fails"
    #expect(try Tally.verdict("\(subject) is twice that of \(year)") == half)
  }
}
