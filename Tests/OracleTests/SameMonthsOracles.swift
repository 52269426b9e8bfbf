import Testing

@Suite("The same months count however a period is cut")
struct SameMonthsOracles {
  @Test(arguments: oracles)
  func agrees(_ oracle: Oracle) throws { try oracle.check() }

  private static let columns = "SELECT month, fy, cy, quarter, encounters FROM"

  /// The files by state, which end in November 2025.
  private static let files = """
    \(columns) \(EncounterOracles.byState) WHERE border = 'Southwest border'
    """

  /// The months to July 2026 as CBP prints them.
  private static let printed = "\(columns) \"cbp-southwest-fy2026\""

  /// Sums of CBP's file by area of responsibility, which reach furthest, to August 2026.
  private static let sums = """
    \(columns) "cbp-aor-encounters-month" WHERE border = 'Southwest border'
    """

  /// Each month from the best table that holds it.
  private static let months = """
    (\(files) UNION ALL \(printed) WHERE month > '2025-11' UNION ALL \(sums) AND month > '2026-07')
    """

  /// Each fiscal year from one series.
  private static let years = "(\(files) AND fy < 2026 UNION ALL \(sums))"

  /// Months, and the part of a month that is a period by itself.
  private static let bookIns = """
    (SELECT month, ice_book_ins FROM "ice-book-ins-month"
    UNION ALL SELECT substr(start, 1, 7), ice_book_ins FROM "ice-book-ins-partial-month")
    """

  private static func southwest(
    _ question: String,
    _ claim: String,
    _ figures: String,
    from: String,
    to: String
  ) -> Oracle {
    Oracle(
      "encounters for southwest \(question)",
      claim,
      """
      SELECT sum(encounters) AS encounters FROM (\(figures))
      WHERE month BETWEEN '\(from)' AND '\(to)'
      """
    )
  }

  static let oracles = [
    southwest(
      "in oct 2025..jul 2026",
      "the best table that holds all of them, whatever a better one holds of a part",
      printed,
      from: "2025-10",
      to: "2026-07"
    ),
    southwest(
      "in sep 2025..jul 2026",
      "no table holds all: each month from the best",
      months,
      from: "2025-09",
      to: "2026-07"
    ),
    southwest(
      "last 12 months",
      "no table holds all: each month from the best, of three",
      months,
      from: "2025-09",
      to: "2026-08"
    ),
    southwest(
      "in fy2026",
      "the one table that reaches as far as all of them together",
      sums,
      from: "2025-10",
      to: "2026-08"
    ),
    southwest(
      "in cy2026",
      "the same of a calendar year",
      sums,
      from: "2026-01",
      to: "2026-08"
    ),
    southwest(
      "in nov 2025..feb 2026",
      "over the end of the files by state, from the table that holds all",
      printed,
      from: "2025-11",
      to: "2026-02"
    ),
    southwest(
      "fytd",
      "the year to date is what is held of the year",
      sums,
      from: "2025-10",
      to: "2026-08"
    ),
    Oracle(
      "encounters for southwest by fy since fy2024",
      "by year",
      """
      SELECT fy, sum(encounters) AS encounters FROM \(years) WHERE fy >= 2024
      GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "encounters for southwest by quarter in fy2026",
      "by quarter: the printed months hold three of them whole, the sums reach August",
      """
      SELECT quarter, sum(encounters) AS encounters FROM (\(printed)) WHERE month < '2026-07'
      GROUP BY quarter UNION ALL SELECT quarter, sum(encounters) FROM (\(sums))
      WHERE month >= '2026-07' GROUP BY quarter ORDER BY quarter
      """
    ),
    Oracle(
      "encounters for southwest by month in fy2026",
      "by month",
      """
      SELECT month, sum(encounters) AS encounters FROM \(months) WHERE fy = 2026
      GROUP BY month ORDER BY month
      """
    ),
    Oracle(
      "average(encounters by month) as mean for southwest in fy2026",
      "as a mean of months",
      """
      SELECT avg(n) AS mean FROM (SELECT sum(encounters) AS n FROM \(months) WHERE fy = 2026
      GROUP BY month)
      """
    ),
    Oracle(
      "encounters for southwest by fy fytd since 2023",
      "eleven months of every year",
      """
      SELECT fy, sum(encounters) AS encounters FROM \(years)
      WHERE fy >= 2023 AND substr(month, 6) != '09' GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "encounters for southwest fytd vs previous year",
      "eleven months against eleven",
      partial: true,
      """
      SELECT a.n - b.n AS encounters_change, 100.0 * (a.n - b.n) / b.n AS encounters_change_percent
      FROM (SELECT sum(encounters) AS n FROM \(years) WHERE fy = 2026) a,
      (SELECT sum(encounters) AS n FROM \(years)
      WHERE fy = 2025 AND substr(month, 6) != '09') b
      """
    ),
    Oracle(
      "ICE book-ins in q4 fy2025",
      "spans that are no months",
      """
      SELECT sum(ice_book_ins) AS ice_book_ins FROM \(bookIns) WHERE month BETWEEN '2025-07' AND '2025-09'
      """
    ),
    Oracle(
      "ICE book-ins by quarter in fy2025",
      "by quarter they count as well",
      """
      SELECT 'FY2025 Q' || ((substr(month, 6) + 2) % 12 / 3 + 1) AS quarter, sum(ice_book_ins) AS ice_book_ins
      FROM \(bookIns) WHERE month BETWEEN '2024-10' AND '2025-09' GROUP BY 1 ORDER BY 1
      """
    ),
    Oracle(
      "ICE removals in fy2017..fy2019",
      "a period of whole fiscal years is the sum of its years",
      """
      SELECT sum(ice_removals) AS ice_removals FROM
      (SELECT fy, ice_removals FROM "ice-removals-citizenship-fy2014-2018" WHERE fy >= 2017
      UNION ALL SELECT fy, ice_removals FROM "ice-removals-citizenship-fy2019-2024" WHERE fy = 2019)
      """
    ),
    // Files that a publisher cuts by years are one table.
    Oracle(
      "encounters by cy in cy2021..cy2024",
      "a calendar year over two files of one series",
      """
      SELECT cy, sum(encounters) AS encounters FROM \(EncounterOracles.byState)
      WHERE cy BETWEEN 2021 AND 2024 GROUP BY cy ORDER BY cy
      """
    ),
    Oracle(
      "encounters in fy2021..fy2022",
      "two years of two files",
      """
      SELECT sum(encounters) AS encounters FROM \(EncounterOracles.byState) WHERE fy IN (2021, 2022)
      """
    ),
    Oracle(
      "encounters for southwest in cy2021",
      "the same at one border",
      """
      SELECT sum(encounters) AS encounters FROM \(EncounterOracles.byState)
      WHERE cy = 2021 AND border = 'Southwest border'
      """
    ),
    Oracle(
      "apprehensions for southwest in cy2021",
      "the same of the southwest files",
      """
      SELECT sum(encounters) AS apprehensions FROM \(EncounterOracles.southwest)
      WHERE cy = 2021 AND component = 'Border Patrol'
      """
    ),
  ]
}
