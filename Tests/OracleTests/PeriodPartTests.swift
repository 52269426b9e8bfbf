import Foundation
import QueryLanguage
import Store
import TestSupport
import Testing

/// A part of a period, and the days that it is.
struct PeriodPartCase: Sendable, CustomTestStringConvertible {
  let part: String
  let days: String

  init(_ part: String, _ days: String) {
    self.part = part
    self.days = days
  }

  var testDescription: String { part }
}

@Suite("The first or the last of a period is a period")
struct PeriodPartTests {
  private static let cases = [
    PeriodPartCase("first 3 months of fy2024", "oct 2023..dec 2023"),
    PeriodPartCase("the first three months of fy2024", "oct 2023..dec 2023"),
    PeriodPartCase("first 3 months of 2024", "jan 2024..mar 2024"),
    PeriodPartCase("first quarter of 2024", "q1 fy2024"),
    PeriodPartCase("first 6 months of cy2023", "jan 2023..jun 2023"),
    PeriodPartCase("last 2 quarters of fy2024", "q3 fy2024..q4 fy2024"),
    PeriodPartCase("first quarter of fy2023", "q1 fy2023"),
    PeriodPartCase("last month of q2 fy2024", "mar 2024"),
    PeriodPartCase("last 12 months of fy2024", "fy2024"),
    PeriodPartCase("first year of fy2023", "fy2023"),
    // The periods that `by administration` gives an office: 2021 began under another.
    PeriodPartCase("first 3 months of biden", "feb 2021..apr 2021"),
    PeriodPartCase("first 3 months under biden", "feb 2021..apr 2021"),
    PeriodPartCase("last 3 months of trump first term", "nov 2020..jan 2021"),
    PeriodPartCase("first 2 years of biden", "feb 2021..jan 2023"),
    PeriodPartCase("first 2 quarters of biden", "q2 fy2021..q3 fy2021"),
    PeriodPartCase("last 2 fy of biden", "fy2023..fy2024"),
    PeriodPartCase("first cy of biden", "cy2021"),
    // Days are counted from the inauguration.
    PeriodPartCase("first 100 days of biden", "2021-01-20..2021-04-29"),
    PeriodPartCase("last 10 days of trump first term", "2021-01-10..2021-01-19"),
    // An event of a day begins on it.
    PeriodPartCase("first 3 months of title 42 ends", "2023-05-11..2023-08-10"),
    PeriodPartCase("first 2 quarters of title 42 ended", "2023-05-11..2023-11-10"),
    PeriodPartCase("first year of title 42 ends", "2023-05-11..2024-05-10"),
    PeriodPartCase("first 60 days of title 42 ends", "2023-05-11..2023-07-09"),
    PeriodPartCase("first 3 months of 2023-10-01", "oct 2023..dec 2023"),
    PeriodPartCase("first 4 months of 2023-10-31", "2023-10-31..2024-02-29"),
    PeriodPartCase("first 3 months of safe mobility offices launched", "jun 2023..aug 2023"),
  ]

  @Test("its figures are those of its days", arguments: cases)
  func equalsItsDays(_ own: PeriodPartCase) throws {
    for question in ["encounters for southwest", "encounters for southwest by month"] {
      let (part, days) = ("\(question) in \(own.part)", "\(question) in \(own.days)")
      let expected = try Tally.outcome(of: days)
      #expect(try Tally.outcome(of: part) == expected, "\(part)")
      // Ten days hold no month.
      #expect(!expected.isEmpty || own.part.contains("10 days"), "\(days)")
    }
    // A bare year of a statement has two readings.
    guard !own.part.hasSuffix(" 2024") else { return }
    let most = "check encounters for southwest in \(own.days) >= 0"
    #expect(
      try Tally.outcome(of: most.replacingOccurrences(of: own.days, with: own.part))
        == Tally.outcome(of: most)
    )
  }

  @Test("it is read wherever a period is", arguments: cases.prefix(14))
  func isReadAsPeriod(_ own: PeriodPartCase) throws {
    let ends = own.days.components(separatedBy: "..")
    for (clause, end) in [
      ("since", ends[0]), ("before", ends[0]), ("after", ends[ends.count - 1]),
      ("until", ends[ends.count - 1]),
    ] {
      let question = "encounters for southwest by month \(clause)"
      #expect(
        try Tally.outcome(of: "\(question) \(own.part)")
          == Tally.outcome(of: "\(question) \(end)"),
        "\(clause) \(own.part)"
      )
    }
  }

  @Test("the months cut are what lies between the least and the most")
  func cutMonths() throws {
    let rows = try Tally.rows(of: "encounters for southwest by month in may 2023..aug 2023")
    let months = rows.compactMap { $0.number("encounters") }
    try #require(months.count == 4)
    let statement = "check encounters for southwest in first 3 months of title 42 ends >= 0"
    let row = try #require(try Tally.rows(of: statement).first)
    #expect(row.number("low") == months[1] + months[2])
    #expect(row.number("high") == months.reduce(0, +))
    let least = Int(months[1] + months[2])
    let most = Int(months.reduce(0, +))
    for (words, verdict) in [
      (">= \(least)", "holds"), ("> \(most)", "fails"), ("<= \(most)", "holds"),
      ("< \(least)", "fails"), ("> \(least)", "undecided"), ("< \(most)", "undecided"),
    ] {
      let whole = "encounters for southwest in first 3 months of title 42 ends \(words)"
      #expect(try Tally.verdict(whole) == verdict, "\(words)")
    }
  }

  @Test("statements compare with parts, and between them")
  func statements() throws {
    for (statement, verdict) in [
      // 301,981 of October to December 2023.
      ("encounters for southwest in dec 2023 is highest in first 3 months of fy2024", "holds"),
      ("encounters for southwest in nov 2023 is highest in first 3 months of fy2024", "fails"),
      ("encounters for southwest every month in first 3 months of fy2024 is above 240k", "holds"),
      (
        "encounters for southwest in first 3 months of fy2024 > "
          + "encounters for southwest in first 3 months of fy2023", "holds"
      ),
      (
        "encounters for southwest in first 3 months of fy2024 is 37% of "
          + "encounters for southwest in fy2024", "holds"
      ),
      (
        "change in encounters for southwest from first 3 months of fy2023 to "
          + "first 3 months of fy2024 rose", "holds"
      ),
      // In both kinds of year: 717,663 to 785,307, and 643,388 to 545,000 in the calendar ones.
      ("encounters for southwest in first 3 months of fy2024 = 785,307", "holds"),
    ] {
      #expect(try Tally.verdict(statement) == verdict, "\(statement)")
    }
  }

  @Test("a bare year of a part is read both ways")
  func bareYears() throws {
    let statement = "check encounters for southwest in first 3 months of 2024 = 785,307"
    let (answer, _) = try Tally.reply(to: statement)
    #expect(answer.contains("fiscal years") && answer.contains("calendar years"))
    #expect(answer.contains("785,307") && answer.contains("555,467"))
  }

  @Test(
    "Tab goes on with each of its words",
    arguments: [
      ("encounters in fir", "first"), ("encounters in the la", "last"),
      ("encounters in first 3 mo", "month"), ("encounters in first 3 months o", "of"),
      ("encounters in last 3 months of fy202", "fy2024"),
      ("encounters since first 3 months of tit", "Title 42 ends"),
      ("encounters in first 2 quarters of bid", "Biden"),
    ]
  )
  func completes(_ typed: String, _ word: String) throws {
    let completion = QueryCompletion(
      StoredCatalog(try ShippedDatabase.open()),
      formats: { _ in [] }
    )
    let offer = completion.offer(for: typed, at: typed.utf8.count)
    #expect(offer.items.contains { $0.text == word }, "\(offer.items.map(\.text))")
  }

  @Test(
    "what has no such part is refused",
    arguments: [
      ("removals in first 13 months of fy2024", "holds 12 months"),
      ("removals in first fy of may 2024", "no whole fiscal year"),
      ("removals in last 2 months of title 42 ends", "a beginning only"),
      ("removals in last 2 months of trump second term", "is not known"),
      ("removals in first 2 months of trump", "2 terms"),
      ("removals in first 2 bananas of fy2024", "`of` and a period"),
      ("removals in first 2 months", "`of` and a period"),
      ("removals in first 2 months of first 3 months of fy2024", "expected a period"),
      ("removals in first 10,001 months of fy2024", "no series is that long"),
      ("removals in first 9999 years of title 42 ends", "no series is that long"),
    ]
  )
  func refuses(_ question: String, _ complaint: String) throws {
    #expect(try Tally.reply(to: question).complaint.contains(complaint))
  }
}

extension Tally {
  /// The rows of an answer without the question, or that there is none.
  fileprivate static func outcome(of question: String) throws -> [Row] {
    do {
      return try rows(of: question).map { row in
        Row(cells: row.cells.filter { $0.key != "statement" })
      }
    } catch is Refused {
      return []
    }
  }
}
