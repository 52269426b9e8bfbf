import Testing

@Suite("What cannot exist adds nothing, in one row as in a series")
struct ExistenceOracles {
  @Test(arguments: oracles)
  func agrees(_ oracle: Oracle) throws { try oracle.check() }

  private static let months = "\"ohss-2024-08-repatriations\""

  private static func removals(in month: String, _ date: String) -> Oracle {
    Oracle(
      "removals + title 42 expulsions as both in \(month)",
      "a month without expulsions",
      "SELECT removals AS both FROM \(months) WHERE month = '\(date)'"
    )
  }

  static let oracles = [
    removals(in: "jan 2020", "2020-01"),
    removals(in: "jan 2019", "2019-01"),
    removals(in: "jun 2023", "2023-06"),
    Oracle(
      "returns + title 42 expulsions as both in fy2019",
      "a year without expulsions",
      "SELECT returns AS both FROM \"yearbook-2022-table-39\" WHERE fy = 2019"
    ),
    Oracle(
      "returns + title 42 expulsions as both by fy in fy2018..fy2019",
      "the same by year",
      """
      SELECT fy, returns AS both FROM "yearbook-2022-table-39" WHERE fy IN (2018, 2019) ORDER BY fy
      """
    ),
    Oracle(
      "title 42 expulsions in mar 2020 per day",
      "possible on twelve days of the month",
      """
      SELECT title_42_expulsions / 12.0 AS title_42_expulsions_per_day FROM \(months)
      WHERE month = '2020-03'
      """
    ),
    Oracle(
      "title 42 expulsions by fy in fy2020..fy2023 per day",
      "195 days of FY2020, two whole years, 223 days of FY2023",
      """
      SELECT fy, title_42_expulsions * 1.0 / CASE fy WHEN 2020 THEN 195 ELSE 365 END AS title_42_expulsions_per_day
      FROM "yearbook-2022-table-39" WHERE fy BETWEEN 2020 AND 2022
      UNION ALL SELECT fy, title_42_expulsions / 223.0 FROM "ohss-2024-08-repatriations-fy" WHERE fy = 2023
      """
    ),
    // A scope that all tables of a measure share is implied.
    Oracle(
      "border deaths by fy from 2010 to 2019",
      "published of the southwest border only",
      """
      SELECT fy, sum(border_deaths) AS border_deaths FROM "border-deaths-sector"
      WHERE fy BETWEEN 2010 AND 2019 GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "gotaways by fy",
      "published of the southwest border only",
      partial: true,
      "SELECT fy, gotaways FROM \"gotaways-press\" UNION ALL SELECT value, NULL FROM json_each('[2012, 2014, 2015, 2016, 2017, 2018]')"
    ),
    Oracle(
      "CBP book-outs in fy2023",
      "published of the southwest border only",
      """
      SELECT sum(cbp_book_outs) AS cbp_book_outs FROM "ohss-2024-08-book-outs-fy" WHERE fy = 2023
      """
    ),
  ]

  @Test("An expulsion is an encounter already")
  func parts() throws {
    let (answer, complaint) = try Tally.reply(to: "encounters + title 42 expulsions in fy2022")
    #expect(answer.isEmpty)
    #expect(complaint.contains("error"), "\(complaint)")
  }

  /// Held by fiscal year, and so in no gap.
  @Test(arguments: ["removals in may 1990", "removals in cy1976"])
  func isNoGap(_ question: String) throws {
    let (answer, complaint) = try Tally.reply(to: question)
    #expect(answer.isEmpty)
    #expect(!complaint.contains("with gaps; this is one of them"), "\(complaint)")
  }
}
