import Testing

@Suite("Two periods side by side agree with the published tables")
struct VersusOracles {
  @Test(arguments: oracles)
  func agrees(_ oracle: Oracle) throws { try oracle.check() }

  static let oracles = [
    Oracle(
      "encounters in fy2024 vs fy2023",
      "both figures, and the change from the second to the first",
      """
      SELECT a AS encounters_fy2024, b AS encounters_fy2023, a - b AS encounters_change,
      100.0 * (a - b) / b AS encounters_change_percent FROM
      (SELECT sum(encounters) FILTER (WHERE fy = 2024) AS a,
      sum(encounters) FILTER (WHERE fy = 2023) AS b FROM \(EncounterOracles.byState))
      """
    ),
    Oracle(
      "encounters in fy2024 vs previous year",
      "the year before, without its name",
      """
      SELECT a AS encounters_fy2024, b AS encounters_fy2023, a - b AS encounters_change,
      100.0 * (a - b) / b AS encounters_change_percent FROM
      (SELECT sum(encounters) FILTER (WHERE fy = 2024) AS a,
      sum(encounters) FILTER (WHERE fy = 2023) AS b FROM \(EncounterOracles.byState))
      """
    ),
    Oracle(
      "encounters for southwest, between ports in nov 2024 vs oct 2024",
      "two months",
      """
      SELECT a AS encounters_2024_11, b AS encounters_2024_10, a - b AS encounters_change,
      100.0 * (a - b) / b AS encounters_change_percent FROM
      (SELECT sum(encounters) FILTER (WHERE month = '2024-11') AS a,
      sum(encounters) FILTER (WHERE month = '2024-10') AS b FROM \(EncounterOracles.southwest)
      WHERE component = 'Border Patrol')
      """
    ),
    Oracle(
      "encounters for southwest in nov 2024 vs previous year",
      "the same month a year before",
      """
      SELECT a AS encounters_2024_11, b AS encounters_2023_11, a - b AS encounters_change,
      100.0 * (a - b) / b AS encounters_change_percent FROM
      (SELECT sum(encounters) FILTER (WHERE month = '2024-11') AS a,
      sum(encounters) FILTER (WHERE month = '2023-11') AS b FROM \(EncounterOracles.byState)
      WHERE border = 'Southwest border')
      """
    ),
    Oracle(
      "encounters from may 2024 to aug 2024 vs from may 2023 to aug 2023",
      "spans of months are named by both ends",
      """
      SELECT a AS encounters_2024_05_to_2024_08, b AS encounters_2023_05_to_2023_08,
      a - b AS encounters_change, 100.0 * (a - b) / b AS encounters_change_percent FROM
      (SELECT sum(encounters) FILTER (WHERE month BETWEEN '2024-05' AND '2024-08') AS a,
      sum(encounters) FILTER (WHERE month BETWEEN '2023-05' AND '2023-08') AS b
      FROM \(EncounterOracles.byState))
      """
    ),
    Oracle(
      "encounters by border in fy2024 vs fy2023",
      "in each row",
      """
      SELECT border, a AS encounters_fy2024, b AS encounters_fy2023, a - b AS encounters_change,
      100.0 * (a - b) / b AS encounters_change_percent FROM
      (SELECT border, sum(encounters) FILTER (WHERE fy = 2024) AS a,
      sum(encounters) FILTER (WHERE fy = 2023) AS b FROM \(EncounterOracles.byState)
      GROUP BY border)
      """
    ),
    Oracle(
      "encounters by month in fy2024 vs fy2023",
      "rows in time pair by place, October with October",
      """
      SELECT a.month, a.n AS encounters_fy2024, b.n AS encounters_fy2023,
      a.n - b.n AS encounters_change, 100.0 * (a.n - b.n) / b.n AS encounters_change_percent
      FROM \(WindowOracles.months) a JOIN \(WindowOracles.months) b
      ON b.month = (substr(a.month, 1, 4) - 1) || substr(a.month, 5)
      WHERE a.fy = 2024 ORDER BY a.month
      """
    ),
    Oracle(
      "encounters by citizenship top 5 in fy2024 vs fy2023",
      "ranked by the first period",
      """
      SELECT citizenship, a AS encounters_fy2024, b AS encounters_fy2023,
      a - b AS encounters_change, 100.0 * (a - b) / b AS encounters_change_percent FROM
      (SELECT citizenship, sum(encounters) FILTER (WHERE fy = 2024) AS a,
      sum(encounters) FILTER (WHERE fy = 2023) AS b FROM \(EncounterOracles.byState)
      WHERE citizenship NOT IN other GROUP BY citizenship) ORDER BY a DESC LIMIT 5
      """
    ),
    Oracle(
      "removals + returns as departures in fy2022 vs fy2012",
      "of a named sum, ten years apart",
      """
      SELECT a AS departures_fy2022, b AS departures_fy2012, a - b AS departures_change,
      100.0 * (a - b) / b AS departures_change_percent FROM
      (SELECT sum(removals + returns) FILTER (WHERE fy = 2022) AS a,
      sum(removals + returns) FILTER (WHERE fy = 2012) AS b FROM "yearbook-2022-table-39")
      """
    ),
    Oracle(
      "removals, returns in fy2022 vs fy2021",
      "of two measures",
      """
      SELECT a.removals AS removals_fy2022, b.removals AS removals_fy2021,
      a.removals - b.removals AS removals_change,
      100.0 * (a.removals - b.removals) / b.removals AS removals_change_percent,
      a.returns AS returns_fy2022, b.returns AS returns_fy2021,
      a.returns - b.returns AS returns_change,
      100.0 * (a.returns - b.returns) / b.returns AS returns_change_percent
      FROM "yearbook-2022-table-39" a, "yearbook-2022-table-39" b
      WHERE a.fy = 2022 AND b.fy = 2021
      """
    ),
    Oracle(
      "encounters(at ports) / encounters as part for southwest in fy2024 vs fy2023",
      "of a ratio: its change in ratio points and in percent",
      """
      SELECT a AS part_fy2024, b AS part_fy2023, a - b AS part_change,
      100.0 * (a - b) / b AS part_change_percent FROM
      (SELECT 1.0 * sum(encounters) FILTER (WHERE fy = 2024 AND component LIKE 'Office%')
      / sum(encounters) FILTER (WHERE fy = 2024) AS a,
      1.0 * sum(encounters) FILTER (WHERE fy = 2023 AND component LIKE 'Office%')
      / sum(encounters) FILTER (WHERE fy = 2023) AS b FROM \(EncounterOracles.southwest))
      """
    ),
    Oracle(
      "border patrol agents in fy2019 vs fy2016",
      "of a level",
      """
      SELECT a AS border_patrol_agents_fy2019, b AS border_patrol_agents_fy2016,
      a - b AS border_patrol_agents_change, 100.0 * (a - b) / b
      AS border_patrol_agents_change_percent FROM
      (SELECT sum(border_patrol_agents) FILTER (WHERE fy = 2019) AS a,
      sum(border_patrol_agents) FILTER (WHERE fy = 2016) AS b FROM "border-patrol-agents")
      """
    ),
    Oracle(
      "encounters in cy2024 vs cy2023",
      "of calendar years",
      """
      SELECT a AS encounters_cy2024, b AS encounters_cy2023, a - b AS encounters_change,
      100.0 * (a - b) / b AS encounters_change_percent FROM
      (SELECT sum(encounters) FILTER (WHERE cy = 2024) AS a,
      sum(encounters) FILTER (WHERE cy = 2023) AS b FROM \(EncounterOracles.byState))
      """
    ),
    Oracle(
      "max(encounters by month) as most in fy2024 vs fy2023",
      "of a fold",
      """
      SELECT a AS most_fy2024, b AS most_fy2023, a - b AS most_change,
      100.0 * (a - b) / b AS most_change_percent FROM
      (SELECT max(n) FILTER (WHERE fy = 2024) AS a, max(n) FILTER (WHERE fy = 2023) AS b
      FROM \(WindowOracles.months))
      """
    ),
  ]
}
