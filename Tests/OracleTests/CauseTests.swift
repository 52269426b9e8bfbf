import Foundation
import Testing

/// A statement that is close, and the cause that is named.
struct NamedCause: Sendable, CustomTestStringConvertible {
  let statement: String
  let cause: String

  var testDescription: String { statement }
}

@Suite("A number that is close has its cause named")
struct CauseTests {
  @Test(arguments: causes)
  func names(_ expected: NamedCause) throws {
    let (answer, complaint) = try Tally.reply(to: "check \(expected.statement) | json")
    let rows = try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [[String: Any]]
    let row = try #require(rows?.first, "\(complaint)")
    #expect(row["verdict"] as? String == "close")
    #expect((row["cause"] as? String)?.hasPrefix(expected.cause) == true, "\(row["cause"] ?? "")")
  }

  private static let causes = [
    // 7,181 in the release of April 2025, 7,180 in the file of September.
    ("apprehensions for southwest in mar 2025 = 7,181", "revised: 7,181 as published 14 Apr 2025"),
    // Rounded a fall of 97 percent, said cut.
    ("change in apprehensions for southwest from jul 2023 to jul 2025 = -96%", "cut"),
    // 1,925,742
    ("encounters for southwest from oct 2023 to jul 2024 = 1.92m", "cut"),
    // 108,733, and 110,000 is that rounded to two digits; 108,000 is cut.
    ("removals in fy2022 = 110,000 within 2%", "rounded"),
    ("removals in fy2022 = 108,000", "cut"),
    // The third and the fourth digit.
    ("removals in fy2012 = 415,597", "two digits swapped"),
    ("removals in fy2013 = 423,334 within 3%", "two digits swapped"),
    // A publisher's tens.
    ("removals in fy2023 = 177,768", "rounded: the publisher rounds the figure"),
    // The figure of the year before, within three percent.
    ("removals in fy2013 = 415,579 within 4%", "another period: the figure of FY2012"),
    ("removals in fy2012 = 432,334 within 5%", "another period: the figure of FY2013"),
    ("removals in fy2012 = 415,123", "unexplained"),
    // Of the southwest border, with and without another place named.
    ("encounters in dec 2023 = 301,981", "another place: the figure of Southwest border"),
    (
      "encounters for northern in dec 2023 = 301,981",
      "another place: the figure of Southwest border"
    ),
    // To be more is no rounding.
    ("encounters for northern in fy2024 is more than 200,000", "unexplained"),
  ].map { NamedCause(statement: $0.0, cause: $0.1) }
}
