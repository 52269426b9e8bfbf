import Testing

@Suite("Answers as of a date agree with what was published by then")
struct AsOfOracles {
  @Test(arguments: oracles)
  func agrees(_ oracle: Oracle) throws { try oracle.check() }

  static let oracles = [
    Oracle(
      "removals in fy2012 as of 2014-06-01",
      "an edition of 2013; that of 2014 counts from the end of its year",
      """
      SELECT removals FROM "yearbook-2012-table-39" WHERE fy = 2012
      """
    ),
    Oracle(
      "removals in fy2012 as of 2015-01-01",
      "the next edition",
      """
      SELECT removals FROM "yearbook-2013-table-39" WHERE fy = 2012
      """
    ),
    Oracle(
      "encounters for southwest in fy2024 vs fy2020 as of 2025-07-01",
      "releases of one file are one table: two of them are compared exactly",
      """
      SELECT a AS encounters_fy2024, b AS encounters_fy2020, a - b AS encounters_change,
      100.0 * (a - b) / b AS encounters_change_percent FROM
      (SELECT sum(encounters) AS a FROM "cbp-encounters-release-fy22-fy25-may"
      WHERE border = 'Southwest border' AND fy = 2024),
      (SELECT sum(encounters) AS b FROM "cbp-encounters-state-fy2020-2021"
      WHERE border = 'Southwest border' AND fy = 2020)
      """
    ),
    Oracle(
      "removals, returns by fy from 2010 to 2012 as of dec 2013",
      "a month means its last day",
      """
      SELECT fy, removals, returns FROM "yearbook-2012-table-39"
      WHERE fy BETWEEN 2010 AND 2012 ORDER BY fy
      """
    ),
    Oracle(
      "removals by fy from 2017 to 2019 as of 2021-01-01",
      "the edition of 2020",
      """
      SELECT fy, removals FROM "yearbook-2019-table-39" WHERE fy >= 2017 ORDER BY fy
      """
    ),
    Oracle(
      "removals in fy2021 as of 2023-06-01",
      "an edition that begins in FY2006",
      """
      SELECT removals FROM "yearbook-2021-table-39" WHERE fy = 2021
      """
    ),
    Oracle(
      "removals by fy from 2020 to 2022 as of 2024-01-01",
      "the edition that is still current",
      """
      SELECT fy, removals FROM "yearbook-2022-table-39" WHERE fy >= 2020 ORDER BY fy
      """
    ),
    Oracle(
      "encounters by month in fy2024 as of 2024-06-30",
      "a release of June 2024 counts from its last day and holds eight months of the year",
      """
      SELECT month, sum(encounters) AS encounters FROM "cbp-encounters-release-fy21-fy24-may"
      WHERE fy = 2024 GROUP BY month ORDER BY month
      """
    ),
    Oracle(
      "encounters by month in fy2024 as of 2024-06-04",
      "on the day of the fact sheet the release of May was the newest",
      """
      SELECT month, sum(encounters) AS encounters FROM "cbp-encounters-release-fy21-fy24-apr"
      WHERE fy = 2024 GROUP BY month ORDER BY month
      """
    ),
    Oracle(
      "encounters in nov 2023 as of 2024-01-15",
      "first published for that month",
      """
      SELECT sum(encounters) AS encounters FROM "cbp-encounters-release-fy21-fy24-nov"
      WHERE month = '2023-11'
      """
    ),
    Oracle(
      "encounters for southwest by month from oct 2022 to oct 2023 as of 2023-12-01",
      "of two releases of November 2023 the one that reaches further",
      """
      SELECT month, sum(encounters) AS encounters FROM "cbp-encounters-release-fy21-fy24-oct"
      WHERE month BETWEEN '2022-10' AND '2023-10' AND border = 'Southwest border'
      GROUP BY month ORDER BY month
      """
    ),
    Oracle(
      "encounters by border in dec 2024 as of 2025-07-01",
      "by border, from the release of June 2025",
      """
      SELECT border, sum(encounters) AS encounters FROM "cbp-encounters-release-fy22-fy25-may"
      WHERE month = '2024-12' GROUP BY border
      """
    ),
    Oracle(
      "encounters for southwest, between ports in nov 2024 as of dec 2024",
      "what the press could read then",
      """
      SELECT sum(encounters) AS encounters FROM "cbp-southwest-release-fy22-fy25-nov"
      WHERE month = '2024-11' AND component = 'Border Patrol'
      """
    ),
    Oracle(
      "removals + returns as departures by month since jan 2024 as of 2024-09-01",
      "months to April 2024 from the edition of August",
      """
      SELECT month, removals + returns AS departures FROM "ohss-2024-04-repatriations"
      WHERE month >= '2024-01' ORDER BY month
      """
    ),
    Oracle(
      "removals by month since jan 2024 as of 2024-11-30",
      "three months more from the edition of November",
      """
      SELECT month, removals FROM "ohss-2024-07-repatriations" WHERE month >= '2024-01'
      ORDER BY month
      """
    ),
    Oracle(
      "refugee ceiling in fy2021 as of 2021-05-01",
      "before it was raised",
      """
      SELECT refugee_ceiling FROM "rollcall-2021-refugee-ceiling" WHERE fy = 2021
      """
    ),
    Oracle(
      "immigration court cases received by fy from 2015 to 2018 as of 2022-01-01",
      "a current table may be older than another",
      """
      SELECT fy, court_cases_received FROM "eoir-2021-04-court-cases"
      WHERE fy BETWEEN 2015 AND 2018 ORDER BY fy
      """
    ),
  ]
}
