import Testing

@Suite("Every kind of period means its months")
struct PeriodOracles {
  @Test(arguments: oracles)
  func agrees(_ oracle: Oracle) throws { try oracle.check() }

  private static func total(_ condition: String) -> String {
    "SELECT sum(encounters) AS encounters FROM \(EncounterOracles.byYear) WHERE \(condition)"
  }

  private static func months(_ condition: String) -> String {
    """
    SELECT month, sum(encounters) AS encounters FROM \(EncounterOracles.byMonth)
    WHERE \(condition) GROUP BY month ORDER BY month
    """
  }

  static let oracles = [
    Oracle("encounters in may 2024", "a month", total("month = '2024-05'")),
    Oracle("encounters in 2024-05", "a month in figures", total("month = '2024-05'")),
    Oracle("encounters in 2024", "a bare year is a fiscal year", total("fy = 2024")),
    Oracle("encounters in FY 24", "two digits, a space", total("fy = 2024")),
    Oracle("encounters in cy2023", "a calendar year", total("cy = 2023")),
    Oracle(
      "encounters by cy in 2023",
      "a bare year is a calendar year beside `by cy`",
      "SELECT cy, sum(encounters) AS encounters FROM \(EncounterOracles.byState) "
        + "WHERE cy = 2023 GROUP BY cy"
    ),
    Oracle("encounters in q2 fy2024", "a fiscal quarter", total("quarter = 'FY2024 Q2'")),
    Oracle("encounters in q2 2024", "always a fiscal quarter", total("quarter = 'FY2024 Q2'")),
    Oracle(
      "encounters between oct 2023 and may 2024",
      "both ends, and `and` does not end the clause",
      total("month BETWEEN '2023-10' AND '2024-05'")
    ),
    Oracle(
      "encounters from oct 2023 through mar 2024",
      "both ends",
      total("month BETWEEN '2023-10' AND '2024-03'")
    ),
    Oracle(
      "encounters in dec 2022..jan 2023",
      "a range with dots",
      total("month IN ('2022-12', '2023-01')")
    ),
    Oracle(
      "encounters by month in oct 2022, dec 2022",
      "a list of periods",
      months("month IN ('2022-10', '2022-12')")
    ),
    Oracle("encounters by month since jun 2025", "since includes", months("month >= '2025-06'")),
    Oracle("encounters by month after jun 2025", "after does not", months("month > '2025-06'")),
    Oracle(
      "encounters by month in fy2024 until dec 2023",
      "clauses keep what they share; until includes",
      months("fy = 2024 AND month <= '2023-12'")
    ),
    Oracle(
      "encounters by month in fy2024 before dec 2023",
      "before does not",
      months("fy = 2024 AND month < '2023-12'")
    ),
    Oracle(
      "encounters by month last 3 months",
      "the last months that the data hold",
      months("month >= '2026-06'")
    ),
    Oracle("encounters by month latest", "one, of the unit in `by`", months("month = '2026-08'")),
    Oracle("encounters latest", "else of the finest published", total("month = '2026-08'")),
    Oracle(
      "encounters by fy last 2 fy",
      "only complete fiscal years count",
      "SELECT fy, sum(encounters) AS encounters FROM \(EncounterOracles.byState) "
        + "WHERE fy IN (2024, 2025) GROUP BY fy ORDER BY fy"
    ),
    Oracle(
      "encounters by fy fytd since 2020",
      "in every fiscal year the months that the latest one holds",
      "SELECT fy, sum(encounters) AS encounters FROM \(EncounterOracles.byYear) "
        + "WHERE substr(month, 6) != '09' GROUP BY fy ORDER BY fy"
    ),
    Oracle("encounters fytd", "only the latest without `by fy`", total("fy = 2026")),
    Oracle(
      "encounters by quarter in fy2023",
      "quarters in their order",
      "SELECT quarter, sum(encounters) AS encounters FROM \(EncounterOracles.byState) "
        + "WHERE fy = 2023 GROUP BY quarter ORDER BY quarter"
    ),
    Oracle(
      "encounters from 12 may 2023 to 15 aug 2023",
      "of days inside months, the months wholly inside count",
      total("month IN ('2023-06', '2023-07')")
    ),
    Oracle(
      "encounters by month in fy2024 order by encounters desc limit 3",
      "order by a column, then the first rows",
      """
      SELECT month, sum(encounters) AS encounters FROM \(EncounterOracles.byState)
      WHERE fy = 2024 GROUP BY month ORDER BY encounters DESC LIMIT 3
      """
    ),
    Oracle(
      "encounters by month in fy2024 top 2",
      "top on time alone: by size",
      """
      SELECT month, sum(encounters) AS encounters FROM \(EncounterOracles.byState)
      WHERE fy = 2024 GROUP BY month ORDER BY encounters DESC LIMIT 2
      """
    ),
    Oracle(
      "encounters by fy bottom 1 since 2020",
      "a partial year is not ranked by `bottom`",
      """
      SELECT fy, sum(encounters) AS encounters FROM \(EncounterOracles.byState)
      WHERE fy < 2026 GROUP BY fy ORDER BY encounters LIMIT 1
      """
    ),
    Oracle(
      "encounters by border order by border in fy2023",
      "order by a dimension: by its name",
      """
      SELECT border, encounters FROM "ohss-2024-08-encounters-fy" WHERE fy = 2023 ORDER BY border
      """
    ),
  ]
}
