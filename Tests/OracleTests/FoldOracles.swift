import Testing

@Suite("Folds of finer periods agree with the published tables")
struct FoldOracles {
  @Test(arguments: oracles)
  func agrees(_ oracle: Oracle) throws { try oracle.check() }

  private static let months = """
    (SELECT fy, cy, month, sum(encounters) AS met FROM \(EncounterOracles.byMonth)
    GROUP BY fy, cy, month)
    """

  private static let removals = """
    (SELECT fy, removals FROM "yearbook-2022-table-39"
    UNION ALL SELECT fy, removals FROM "ohss-2024-08-repatriations-fy" WHERE fy = 2023)
    """

  static let oracles = [
    Oracle(
      "max(encounters by month) by fy from 2020 to 2025",
      "the highest month of each year; the column is named by its text",
      """
      SELECT fy, max(met) AS "max(encounters by month)" FROM \(months)
      WHERE fy <= 2025 GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "min(encounters by month) by fy from 2020 to 2025",
      "the lowest month of each year",
      """
      SELECT fy, min(met) AS "min(encounters by month)" FROM \(months)
      WHERE fy <= 2025 GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "average(encounters by month) by fy from 2020 to 2025 as mean",
      "months weigh the same, whatever their days",
      """
      SELECT fy, avg(met) AS mean FROM \(months) WHERE fy <= 2025 GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "median(encounters by month) in fy2024 as middle",
      "of twelve months the mean of the two in the middle; no `by fy` is assumed in a fold",
      """
      SELECT avg(met) AS middle FROM
      (SELECT met FROM \(months) WHERE fy = 2024 ORDER BY met LIMIT 2 OFFSET 5)
      """
    ),
    Oracle(
      "median(encounters by month) since sep 2025 as middle",
      "of the twelve months that three tables hold",
      """
      SELECT avg(met) AS middle FROM
      (SELECT met FROM \(months) WHERE month >= '2025-09' ORDER BY met LIMIT 2 OFFSET 5)
      """
    ),
    Oracle(
      "median(encounters by month) from jun 2025 to aug 2025 as middle",
      "of three months the one in the middle",
      """
      SELECT met AS middle FROM (SELECT met FROM \(months)
      WHERE month BETWEEN '2025-06' AND '2025-08' ORDER BY met LIMIT 1 OFFSET 1)
      """
    ),
    Oracle(
      "max(removals by fy)",
      "over all that is held",
      """
      SELECT max(removals) AS "max(removals by fy)" FROM \(removals)
      """
    ),
    Oracle(
      "average(removals by fy) since 2010 as mean",
      "the eleven months of FY2024 are no year: only `max` takes partial periods",
      """
      SELECT avg(removals) AS mean FROM \(removals) WHERE fy >= 2010
      """
    ),
    Oracle(
      "min(removals by fy) since 2010",
      "a partial year cannot be the lowest",
      """
      SELECT min(removals) AS "min(removals by fy)" FROM \(removals) WHERE fy >= 2010
      """
    ),
    Oracle(
      "max(removals by fy) since 2022 as most",
      "a partial year that is above every whole one is the highest",
      """
      SELECT max(removals) AS most FROM (SELECT removals FROM \(removals) WHERE fy >= 2022
      UNION ALL SELECT removals FROM "ohss-2024-08-repatriations-ytd")
      """
    ),
    Oracle(
      "max(encounters by month) by border in fy2024 as most",
      "the highest month of each border",
      """
      SELECT border, max(met) AS most FROM (SELECT border, month, sum(encounters) AS met
      FROM \(EncounterOracles.byState) WHERE fy = 2024 GROUP BY border, month) GROUP BY border
      """
    ),
    Oracle(
      "max(encounters by month) by cy from cy2020 to cy2024",
      "by calendar year",
      """
      SELECT cy, max(met) AS "max(encounters by month)" FROM \(months)
      WHERE cy BETWEEN 2020 AND 2024 GROUP BY cy ORDER BY cy
      """
    ),
    Oracle(
      "max(encounters by month) / min(encounters by month) by fy from 2021 to 2025 as swing",
      "a ratio of two folds",
      """
      SELECT fy, 1.0 * max(met) / min(met) AS swing FROM \(months)
      WHERE fy BETWEEN 2021 AND 2025 GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "average(encounters(at ports) / encounters by month) for southwest by fy from 2022 to 2024 "
        + "as mean",
      "arithmetic inside a fold comes first: a mean of twelve ratios",
      """
      SELECT fy, avg(part) AS mean FROM (SELECT fy, month,
      1.0 * sum(encounters) FILTER (WHERE component = 'Office of Field Operations')
      / sum(encounters) AS part FROM \(EncounterOracles.southwest)
      WHERE fy BETWEEN 2022 AND 2024 GROUP BY fy, month) GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "max(removals + returns by month) by fy from 2014 to 2023 as most",
      "the highest month of a sum, from the table by month",
      """
      SELECT fy, max(removals + returns) AS most FROM "ohss-2024-08-repatriations"
      WHERE fy <= 2023 GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "average(encounters by quarter) in fy2024 as mean",
      "quarters are finer than a year",
      """
      SELECT avg(met) AS mean FROM (SELECT sum(encounters) AS met
      FROM \(EncounterOracles.byState) WHERE fy = 2024 GROUP BY quarter)
      """
    ),
    Oracle(
      "max(border patrol agents by fy) as most",
      "a stock may be folded where it may not be added",
      """
      SELECT max(border_patrol_agents) AS most FROM "border-patrol-agents"
      """
    ),
    Oracle(
      "average(ICE average daily population by month) in fy2024 as mean",
      "a fold weighs months alike, unlike the mean by days",
      """
      SELECT avg(people) AS mean FROM (SELECT sum(ice_average_daily_population) AS people
      FROM "ice-adp-month" WHERE fy = 2024 GROUP BY month)
      """
    ),
    Oracle(
      "encounters, max(encounters by month) as most by fy from 2023 to 2024",
      "a fold beside the measure itself",
      """
      SELECT fy, sum(met) AS encounters, max(met) AS most FROM \(months)
      WHERE fy IN (2023, 2024) GROUP BY fy ORDER BY fy
      """
    ),
  ]
}
