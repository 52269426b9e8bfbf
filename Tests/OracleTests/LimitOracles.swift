import Foundation
import Testing

/// The refugee ceiling of fiscal 2021 was set at 15,000 on 27 October 2020, kept on 16 April 2021, and
/// raised to 62,500 on 3 May 2021.
@Suite("Limits are judged as they stood on a day")
struct LimitOracles {
  /// Days, both ends of every change among them, and the ceiling in force.
  private static let days: [(day: String, ceiling: Double)] = [
    ("2020-10-27", 15_000), ("2020-10-28", 15_000), ("2020-12-31", 15_000), ("2021-01-20", 15_000),
    ("2021-04-15", 15_000), ("2021-04-16", 15_000), ("2021-05-02", 15_000), ("2021-05-03", 62_500),
    ("2021-05-04", 62_500), ("2021-09-30", 62_500), ("2022-06-01", 62_500), ("2024-11-30", 62_500),
  ]

  /// What is said, and its verdict by the table of stated numbers.
  private static let statements: [(words: String, verdict: @Sendable (Double) -> String)] = [
    ("= 15,000", { $0 == 15_000 ? "holds" : "fails" }),
    ("= 62,500", { $0 == 62_500 ? "holds" : "fails" }),
    ("= 62,501", { $0 == 62_500 ? "close" : "fails" }),
    // One percent of 15,000 is 150, and of 62,500 is 625.
    ("= 15,150", { $0 == 15_000 ? "close" : "fails" }),
    ("= 15,151", { _ in "fails" }),
    ("= 63,125", { $0 == 62_500 ? "close" : "fails" }),
    ("= 63,126", { _ in "fails" }),
    ("> 15,000", { $0 > 15_000 ? "holds" : "close" }),
    ("is more than 15,000", { _ in "holds" }),
    ("is at most 15,000", { $0 <= 15_000 ? "holds" : "fails" }),
    ("is about 15k", { $0 == 15_000 ? "holds" : "fails" }),
    ("is nearly 70,000", { $0 == 62_500 ? "fails" : "fails" }),
    ("is between 15,000 and 62,500", { _ in "holds" }),
    ("is between 15,001 and 62,499", { _ in "fails" }),
    ("is not = 15,000", { $0 == 15_000 ? "fails" : "holds" }),
    ("!= 62,500", { $0 == 62_500 ? "fails" : "holds" }),
  ]

  @Test(arguments: days)
  func onDay(_ known: (day: String, ceiling: Double)) throws {
    for (words, verdict) in Self.statements {
      let statement = "refugee ceiling in fy2021 as of \(known.day) \(words)"
      #expect(try Tally.verdict(statement) == verdict(known.ceiling), "\(statement)")
    }
  }

  @Test("before it was set there is none", arguments: ["2019-01-01", "2020-09-30", "2020-10-26"])
  func before(_ day: String) throws {
    let statement = "refugee ceiling in fy2021 as of \(day) = 15,000"
    #expect(try Tally.verdict(statement) == "no data")
  }

  @Test("without a day the last one counts, and ties are neither highest nor lowest")
  func today() throws {
    let series = try Series.ceilings.get()
    var ties = 0
    for (place, period) in series.periods.enumerated() where place > 1 {
      let subject = "refugee ceiling in \(period.name)"
      let number = Int(period.value)
      #expect(try Tally.verdict("\(subject) = \(number)") == "holds")
      let before = series.values[place - 1]
      let (rose, fell) = (period.value > before, period.value < before)
      ties += rose || fell ? 0 : 1
      #expect(try Tally.verdict("\(subject) rose 1 fy in a row") == (rose ? "holds" : "fails"))
      #expect(try Tally.verdict("\(subject) fell 1 fy in a row") == (fell ? "holds" : "fails"))
      let first = series.periods[0].name
      let rivals = series.values[1..<place]
      let isHighest = rivals.allSatisfy { $0 < period.value }
      let isLowest = rivals.allSatisfy { $0 > period.value }
      #expect(
        try Tally.verdict("\(subject) is highest since \(first)")
          == (isHighest ? "holds" : "fails"),
        "\(subject)"
      )
      #expect(
        try Tally.verdict("\(subject) is lowest since \(first)") == (isLowest ? "holds" : "fails"),
        "\(subject)"
      )
    }
    #expect(ties >= 5, "\(ties) ties prove nothing")
  }
}
