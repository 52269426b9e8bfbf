import Testing

@Suite("Figures per day, month and year agree with the published tables")
struct PerOracles {
  @Test(arguments: oracles)
  func agrees(_ oracle: Oracle) throws { try oracle.check() }

  private static let days = """
    (SELECT month, fy, quarter, sum(encounters) AS n,
    julianday(month || '-01', '+1 month') - julianday(month || '-01') AS days
    FROM \(EncounterOracles.byYear) GROUP BY month, fy, quarter)
    """

  static let oracles = [
    Oracle(
      "encounters per day by fy from 2020 to 2025",
      "366 days in FY2020 and FY2024; the column is another",
      """
      SELECT fy, sum(n) / sum(days) AS encounters_per_day FROM \(days)
      WHERE fy <= 2025 GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "encounters by month in fy2024 per day",
      "months have their own lengths",
      """
      SELECT month, n / days AS encounters_per_day FROM \(days) WHERE fy = 2024 ORDER BY month
      """
    ),
    Oracle(
      "removals per day by fy from 1974 to 1978",
      "FY1976 has 458 days",
      """
      SELECT fy, 1.0 * removals / CASE fy WHEN 1976 THEN 458 ELSE 365 END AS removals_per_day
      FROM "yearbook-2022-table-39" WHERE fy BETWEEN 1974 AND 1978 ORDER BY fy
      """
    ),
    Oracle(
      "removals per day in fy2024",
      "a partial year is divided by the 336 days that it holds",
      """
      SELECT removals / 336.0 AS removals_per_day FROM "ohss-2024-08-repatriations-ytd"
      """
    ),
    Oracle(
      "encounters per month by fy since 2024",
      "eleven months of FY2026",
      """
      SELECT fy, 1.0 * sum(n) / count(*) AS encounters_per_month FROM \(days)
      WHERE fy >= 2024 GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "encounters per fy by fy since 2024",
      "eleven months at the pace of a year",
      """
      SELECT fy, 12.0 * sum(n) / count(*) AS encounters_per_fy FROM \(days)
      WHERE fy >= 2024 GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "encounters per month by quarter in fy2024",
      "three months each",
      """
      SELECT quarter, sum(n) / 3.0 AS encounters_per_month FROM \(days)
      WHERE fy = 2024 GROUP BY quarter ORDER BY quarter
      """
    ),
    Oracle(
      "encounters per day from jun 2024 to nov 2024",
      "a period of one's own, 183 days",
      """
      SELECT sum(n) / 183.0 AS encounters_per_day FROM \(days)
      WHERE month BETWEEN '2024-06' AND '2024-11'
      """
    ),
    Oracle(
      "removals + returns as departures per day from jun 2024 to aug 2024",
      "of a sum",
      """
      SELECT sum(removals + returns) / 92.0 AS departures_per_day
      FROM "ohss-2024-08-repatriations" WHERE month BETWEEN '2024-06' AND '2024-08'
      """
    ),
    Oracle(
      "encounters per day by demographic in fy2024",
      "in each row",
      """
      SELECT demographic, sum(encounters) / 366.0 AS encounters_per_day
      FROM \(EncounterOracles.byState) WHERE fy = 2024
      GROUP BY demographic ORDER BY sum(encounters) DESC
      """
    ),
    Oracle(
      "encounters per day by fy from 2022 to 2025 with change",
      "a change of what is shown",
      """
      SELECT fy, p AS encounters_per_day, p - lag(p) OVER y AS encounters_per_day_change,
      100.0 * (p - lag(p) OVER y) / lag(p) OVER y AS encounters_per_day_change_percent
      FROM (SELECT fy, sum(n) / sum(days) AS p FROM \(days)
      WHERE fy BETWEEN 2022 AND 2025 GROUP BY fy) WINDOW y AS (ORDER BY fy)
      """
    ),
    Oracle(
      "removals, returns per day in fy2020",
      "every flow of the question",
      """
      SELECT removals / 366.0 AS removals_per_day, returns / 366.0 AS returns_per_day
      FROM "yearbook-2022-table-39" WHERE fy = 2020
      """
    ),
  ]
}
