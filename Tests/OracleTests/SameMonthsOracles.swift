import Testing

@Suite("The same months count however a period is cut")
struct SameMonthsOracles {
  @Test(arguments: oracles)
  func agrees(_ oracle: Oracle) throws { try oracle.check() }

  /// The southwest border by month: the files by state, then the press.
  private static let southwest = """
    (SELECT month, fy, cy, quarter, encounters FROM \(EncounterOracles.byState)
    WHERE border = 'Southwest border'
    UNION ALL SELECT month, fy, cy, quarter, encounters
    FROM "southwest-encounters-secondary-2025-2026" WHERE month > '2025-11')
    """

  /// Months, and the part of a month that stands for itself.
  private static let bookIns = """
    (SELECT month, ice_book_ins FROM "ice-book-ins-month"
    UNION ALL SELECT substr(start, 1, 7), ice_book_ins FROM "ice-book-ins-partial-month")
    """

  private static func southwest(_ question: String, from: String, to: String) -> Oracle {
    Oracle(
      "encounters for southwest \(question)",
      "every month that is held, whichever table holds it",
      """
      SELECT sum(encounters) AS encounters FROM \(southwest) WHERE month BETWEEN '\(from)' AND '\(to)'
      """
    )
  }

  static let oracles = [
    southwest("in oct 2025..jul 2026", from: "2025-10", to: "2026-07"),
    southwest("in sep 2025..jul 2026", from: "2025-09", to: "2026-07"),
    southwest("last 12 months", from: "2025-08", to: "2026-07"),
    southwest("in fy2026", from: "2025-10", to: "2026-07"),
    southwest("in cy2026", from: "2026-01", to: "2026-07"),
    southwest("in nov 2025..feb 2026", from: "2025-11", to: "2026-02"),
    southwest("fytd", from: "2025-10", to: "2026-07"),
    Oracle(
      "encounters for southwest by fy since fy2024",
      "by year",
      """
      SELECT fy, sum(encounters) AS encounters FROM \(southwest) WHERE fy >= 2024 GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "encounters for southwest by quarter in fy2026",
      "by quarter",
      """
      SELECT quarter, sum(encounters) AS encounters FROM \(southwest) WHERE fy = 2026
      GROUP BY quarter ORDER BY quarter
      """
    ),
    Oracle(
      "encounters for southwest by month in fy2026",
      "by month",
      """
      SELECT month, sum(encounters) AS encounters FROM \(southwest) WHERE fy = 2026
      GROUP BY month ORDER BY month
      """
    ),
    Oracle(
      "average(encounters by month) as mean for southwest in fy2026",
      "as a mean of months",
      """
      SELECT avg(n) AS mean FROM (SELECT sum(encounters) AS n FROM \(southwest) WHERE fy = 2026
      GROUP BY month)
      """
    ),
    Oracle(
      "encounters for southwest by fy fytd since 2023",
      "ten months of every year",
      """
      SELECT fy, sum(encounters) AS encounters FROM \(southwest)
      WHERE fy >= 2023 AND substr(month, 6) NOT IN ('08', '09') GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "encounters for southwest fytd vs previous year",
      "ten months against ten",
      partial: true,
      """
      SELECT a.n - b.n AS encounters_change, 100.0 * (a.n - b.n) / b.n AS encounters_change_percent
      FROM (SELECT sum(encounters) AS n FROM \(southwest) WHERE fy = 2026) a,
      (SELECT sum(encounters) AS n FROM \(southwest)
      WHERE fy = 2025 AND substr(month, 6) NOT IN ('08', '09')) b
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
