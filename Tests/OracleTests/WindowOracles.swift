import Testing

@Suite("Changes, windows and indices agree with the published tables")
struct WindowOracles {
  @Test(arguments: oracles)
  func agrees(_ oracle: Oracle) throws { try oracle.check() }

  static let months = """
    (SELECT month, fy, sum(encounters) AS n FROM \(EncounterOracles.byMonth) GROUP BY month, fy)
    """

  private static let years = """
    (SELECT fy, sum(encounters) AS n FROM \(EncounterOracles.byYear) GROUP BY fy)
    """

  static let oracles = [
    Oracle(
      "removals by fy from 2015 to 2022 with change",
      "absolute and percent, on the period before it in the answer; the first has none",
      """
      SELECT fy, removals, removals - lag(removals) OVER (ORDER BY fy) AS removals_change,
      100.0 * (removals - lag(removals) OVER (ORDER BY fy)) / lag(removals) OVER (ORDER BY fy)
      AS removals_change_percent
      FROM "yearbook-2022-table-39" WHERE fy BETWEEN 2015 AND 2022 ORDER BY fy
      """
    ),
    Oracle(
      "encounters by month in fy2024 with change",
      "month on month; the month before the question is not read",
      """
      SELECT month, n AS encounters, n - lag(n) OVER (ORDER BY month) AS encounters_change,
      100.0 * (n - lag(n) OVER (ORDER BY month)) / lag(n) OVER (ORDER BY month)
      AS encounters_change_percent
      FROM \(months) WHERE fy = 2024 ORDER BY month
      """
    ),
    Oracle(
      "encounters by fy since 2024 with change",
      "a change with a partial year stays empty",
      """
      SELECT fy, n AS encounters,
      CASE fy WHEN 2025 THEN n - lag(n) OVER (ORDER BY fy) END AS encounters_change,
      CASE fy WHEN 2025 THEN 100.0 * (n - lag(n) OVER (ORDER BY fy)) / lag(n) OVER (ORDER BY fy)
      END AS encounters_change_percent
      FROM \(years) WHERE fy >= 2024 ORDER BY fy
      """
    ),
    Oracle(
      "removals, returns by fy from 2018 to 2022 with change",
      "for every column",
      """
      SELECT fy, removals, returns, removals - lag(removals) OVER y AS removals_change,
      100.0 * (removals - lag(removals) OVER y) / lag(removals) OVER y AS removals_change_percent,
      returns - lag(returns) OVER y AS returns_change,
      100.0 * (returns - lag(returns) OVER y) / lag(returns) OVER y AS returns_change_percent
      FROM "yearbook-2022-table-39" WHERE fy >= 2018 WINDOW y AS (ORDER BY fy)
      """
    ),
    Oracle(
      "removals + returns as departures by fy from 2018 to 2022 with change",
      "for a named expression",
      """
      SELECT fy, n AS departures, n - lag(n) OVER y AS departures_change,
      100.0 * (n - lag(n) OVER y) / lag(n) OVER y AS departures_change_percent
      FROM (SELECT fy, removals + returns AS n FROM "yearbook-2022-table-39" WHERE fy >= 2018)
      WINDOW y AS (ORDER BY fy)
      """
    ),
    Oracle(
      "border patrol agents by fy since 2010 with change",
      "a level changes too",
      """
      SELECT fy, n AS border_patrol_agents, n - lag(n) OVER y AS border_patrol_agents_change,
      100.0 * (n - lag(n) OVER y) / lag(n) OVER y AS border_patrol_agents_change_percent
      FROM (SELECT fy, border_patrol_agents AS n FROM "border-patrol-agents" WHERE fy >= 2010)
      WINDOW y AS (ORDER BY fy)
      """
    ),
    Oracle(
      "encounters by month, border in jul 2024..sep 2024 with change",
      "apart for each border",
      """
      SELECT month, border, n AS encounters, n - lag(n) OVER b AS encounters_change,
      100.0 * (n - lag(n) OVER b) / lag(n) OVER b AS encounters_change_percent
      FROM (SELECT month, border, sum(encounters) AS n FROM \(EncounterOracles.byState)
      WHERE month BETWEEN '2024-07' AND '2024-09' GROUP BY month, border)
      WINDOW b AS (PARTITION BY border ORDER BY month)
      """
    ),
    Oracle(
      "encounters by month in fy2024 with yoy",
      "on the same month a year before, which lies outside the question",
      """
      SELECT a.month, a.n AS encounters, a.n - b.n AS encounters_yoy,
      100.0 * (a.n - b.n) / b.n AS encounters_yoy_percent FROM \(months) a
      JOIN \(months) b ON b.month = (substr(a.month, 1, 4) - 1) || substr(a.month, 5)
      WHERE a.fy = 2024 ORDER BY a.month
      """
    ),
    Oracle(
      "encounters by fy from 2023 to 2025 with yoy",
      "of fiscal years the year before",
      """
      SELECT a.fy, a.n AS encounters, a.n - b.n AS encounters_yoy,
      100.0 * (a.n - b.n) / b.n AS encounters_yoy_percent
      FROM \(years) a JOIN \(years) b ON b.fy = a.fy - 1
      WHERE a.fy BETWEEN 2023 AND 2025 ORDER BY a.fy
      """
    ),
    Oracle(
      "removals by month until mar 2015 with yoy",
      "without a month a year before there is no comparison",
      """
      SELECT month, n AS removals, n - before AS removals_yoy,
      100.0 * (n - before) / before AS removals_yoy_percent
      FROM (SELECT month, removals AS n, lag(removals, 12) OVER (ORDER BY month) AS before
      FROM "ohss-2024-08-repatriations") WHERE month <= '2015-03' ORDER BY month
      """
    ),
    Oracle(
      "encounters by month in fy2024 with running",
      "added up from the first row",
      """
      SELECT month, n AS encounters, sum(n) OVER (ORDER BY month) AS encounters_running
      FROM \(months) WHERE fy = 2024 ORDER BY month
      """
    ),
    Oracle(
      "encounters by border, month in oct 2023..dec 2023 with running",
      "apart for each border, wherever time is",
      """
      SELECT border, month, n AS encounters,
      sum(n) OVER (PARTITION BY border ORDER BY month) AS encounters_running
      FROM (SELECT border, month, encounters AS n FROM "ohss-2024-08-encounters"
      WHERE month BETWEEN '2023-10' AND '2023-12')
      """
    ),
    Oracle(
      "CBP One appointments processed by month with running",
      "the whole series, which is of the southwest border alone",
      """
      SELECT month, sum(cbp_one_processed) AS cbp_one_processed,
      sum(sum(cbp_one_processed)) OVER (ORDER BY month) AS cbp_one_processed_running
      FROM "ohss-2024-08-cbp-one" GROUP BY month ORDER BY month
      """
    ),
    Oracle(
      "encounters by month in fy2024 with rolling 3",
      "flows add; the two months before the question are read",
      """
      SELECT month, encounters, encounters_rolling_3 FROM (SELECT month, fy, n AS encounters,
      sum(n) OVER (ORDER BY month ROWS 2 PRECEDING) AS encounters_rolling_3 FROM \(months))
      WHERE fy = 2024 ORDER BY month
      """
    ),
    Oracle(
      "removals + returns as departures by month in fy2024 with rolling 12",
      "twelve months of a sum",
      """
      SELECT month, departures, departures_rolling_12 FROM (SELECT month, fy, n AS departures,
      sum(n) OVER (ORDER BY month ROWS 11 PRECEDING) AS departures_rolling_12
      FROM (SELECT month, fy, removals + returns AS n FROM "ohss-2024-08-repatriations"))
      WHERE fy = 2024 ORDER BY month
      """
    ),
    Oracle(
      "removals by month until dec 2014 with rolling 12",
      "a window with fewer than twelve months held stays empty",
      """
      SELECT month, removals, CASE WHEN month >= '2014-09' THEN
      sum(removals) OVER (ORDER BY month ROWS 11 PRECEDING) END AS removals_rolling_12
      FROM "ohss-2024-08-repatriations" WHERE month <= '2014-12' ORDER BY month
      """
    ),
    Oracle(
      "encounters(at ports) / encounters as part for southwest by month in fy2024 with rolling 3",
      "a ratio of the sums, not a sum of ratios",
      """
      SELECT month, part, part_rolling_3 FROM (SELECT month, fy, 1.0 * ports / met AS part,
      1.0 * sum(ports) OVER (ORDER BY month ROWS 2 PRECEDING)
      / sum(met) OVER (ORDER BY month ROWS 2 PRECEDING) AS part_rolling_3 FROM
      (SELECT month, fy, sum(encounters) AS met,
      sum(encounters) FILTER (WHERE component = 'Office of Field Operations') AS ports
      FROM \(EncounterOracles.southwest) GROUP BY month, fy)) WHERE fy = 2024 ORDER BY month
      """
    ),
    Oracle(
      "removals by fy from 2015 to 2020 with index fy2010",
      "a base that lies outside the question",
      """
      SELECT fy, removals, 100.0 * removals / (SELECT removals FROM "yearbook-2022-table-39"
      WHERE fy = 2010) AS removals_index
      FROM "yearbook-2022-table-39" WHERE fy BETWEEN 2015 AND 2020 ORDER BY fy
      """
    ),
    Oracle(
      "encounters by month since jun 2025 with index jan 2025",
      "a month as the base",
      """
      SELECT month, n AS encounters,
      100.0 * n / (SELECT n FROM \(months) WHERE month = '2025-01') AS encounters_index
      FROM \(months) WHERE month >= '2025-06' ORDER BY month
      """
    ),
    Oracle(
      "encounters by fy, border from 2021 to 2024 with index fy2021",
      "each border on its own base",
      """
      SELECT fy, border, n AS encounters,
      100.0 * n / first_value(n) OVER (PARTITION BY border ORDER BY fy) AS encounters_index
      FROM (SELECT fy, border, sum(encounters) AS n FROM \(EncounterOracles.byState)
      WHERE fy BETWEEN 2021 AND 2024 GROUP BY fy, border)
      """
    ),
    Oracle(
      "encounters by fy from 2022 to 2024 with change, running, rolling 2",
      "several at once",
      """
      SELECT * FROM (SELECT fy, n AS encounters,
      CASE WHEN fy > 2022 THEN n - lag(n) OVER y END AS encounters_change,
      CASE WHEN fy > 2022 THEN 100.0 * (n - lag(n) OVER y) / lag(n) OVER y END
      AS encounters_change_percent,
      sum(CASE WHEN fy > 2021 THEN n END) OVER y AS encounters_running,
      n + lag(n) OVER y AS encounters_rolling_2
      FROM \(years) WINDOW y AS (ORDER BY fy)) WHERE fy BETWEEN 2022 AND 2024 ORDER BY fy
      """
    ),
    Oracle(
      "encounters by quarter in fy2024 with change",
      "quarter on quarter",
      """
      SELECT quarter, n AS encounters, n - lag(n) OVER q AS encounters_change,
      100.0 * (n - lag(n) OVER q) / lag(n) OVER q AS encounters_change_percent
      FROM (SELECT quarter, sum(encounters) AS n FROM \(EncounterOracles.byState)
      WHERE fy = 2024 GROUP BY quarter) WINDOW q AS (ORDER BY quarter)
      """
    ),
    Oracle(
      "max(encounters by month) as most by fy from 2021 to 2025 with change",
      "of a fold",
      """
      SELECT fy, n AS most, n - lag(n) OVER y AS most_change,
      100.0 * (n - lag(n) OVER y) / lag(n) OVER y AS most_change_percent
      FROM (SELECT fy, max(n) AS n FROM \(months) WHERE fy BETWEEN 2021 AND 2025 GROUP BY fy)
      WINDOW y AS (ORDER BY fy)
      """
    ),
    Oracle(
      "u4u by fy with change",
      "a change between two floors is no figure",
      """
      SELECT substr(date, 1, 4) + (substr(date, 6, 2) >= '10') AS fy, u4u_arrivals_to_date,
      NULL AS u4u_arrivals_to_date_change, NULL AS u4u_arrivals_to_date_change_percent
      FROM "u4u-arrivals-statements" WHERE date >= '2023-09' ORDER BY fy
      """
    ),
  ]
}
