import Testing

@Suite("Departures agree with the published tables")
struct DepartureOracles {
  @Test(arguments: oracles)
  func agrees(_ oracle: Oracle) throws { try oracle.check() }

  static let oracles = [
    Oracle(
      "removals by fy since 2010",
      "exact to FY2022, then rounded; the last year is the printed sum of eleven months",
      """
      SELECT fy, removals FROM "yearbook-2022-table-39" WHERE fy >= 2010
      UNION ALL SELECT fy, removals FROM "ohss-2024-08-repatriations-fy" WHERE fy > 2022
      UNION ALL SELECT 2024, removals FROM "ohss-2024-08-repatriations-ytd"
      ORDER BY fy
      """
    ),
    Oracle(
      "returns in fy2012",
      "one period without `by` is one row without a time column",
      """
      SELECT returns FROM "yearbook-2022-table-39" WHERE fy = 2012
      """
    ),
    Oracle(
      "removals by fy before 1900",
      "the first years ever held",
      """
      SELECT fy, removals FROM "yearbook-2022-table-39" WHERE fy < 1900 ORDER BY fy
      """
    ),
    Oracle(
      "returns by fy until 1930",
      "empty cells before FY1927 are not published: the answer begins with the data",
      """
      SELECT fy, returns FROM "yearbook-2022-table-39"
      WHERE fy BETWEEN 1927 AND 1930 ORDER BY fy
      """
    ),
    Oracle(
      "removals by month in fy2024",
      "the answer ends with the data",
      """
      SELECT month, removals FROM "ohss-2024-08-repatriations" WHERE fy = 2024 ORDER BY month
      """
    ),
    Oracle(
      "removals by quarter in fy2024",
      "months roll up to quarters, the last one partial",
      """
      SELECT quarter, sum(removals) AS removals FROM "ohss-2024-08-repatriations"
      WHERE fy = 2024 GROUP BY quarter ORDER BY quarter
      """
    ),
    Oracle(
      "removals by cy since cy2021",
      "months roll up to calendar years, the last one partial",
      """
      SELECT cy, sum(removals) AS removals FROM "ohss-2024-08-repatriations"
      WHERE cy >= 2021 GROUP BY cy ORDER BY cy
      """
    ),
    Oracle(
      "administrative returns, enforcement returns by fy from 2018 to 2023",
      "two columns, each exact to FY2022",
      """
      SELECT fy, administrative_returns, enforcement_returns
      FROM "yearbook-2022-table-39" WHERE fy >= 2018
      UNION ALL SELECT fy, administrative_returns, enforcement_returns
      FROM "ohss-2024-08-repatriations-fy" WHERE fy = 2023
      ORDER BY fy
      """
    ),
    Oracle(
      "expedited removals, reinstatements, other removals by fy from 2014 to 2023",
      "three measures that only one table holds",
      """
      SELECT fy, expedited_removals, reinstatements, other_removals
      FROM "ohss-2024-08-repatriations-fy" ORDER BY fy
      """
    ),
    Oracle(
      "title 42 expulsions by fy",
      "only the years in which the authority existed",
      """
      SELECT fy, title_42_expulsions FROM "yearbook-2022-table-39"
      WHERE title_42_expulsions IS NOT NULL
      UNION ALL SELECT fy, title_42_expulsions FROM "ohss-2024-08-repatriations-fy"
      WHERE fy = 2023
      ORDER BY fy
      """
    ),
    Oracle(
      "expulsions by month in fy2023",
      "a phrase; the last month with a figure is May 2023",
      """
      SELECT month, title_42_expulsions FROM "ohss-2024-08-repatriations"
      WHERE fy = 2023 AND title_42_expulsions IS NOT NULL ORDER BY month
      """
    ),
    Oracle(
      "deportations in fy2022",
      "a phrase that means removals",
      """
      SELECT removals FROM "yearbook-2022-table-39" WHERE fy = 2022
      """
    ),
    Oracle(
      "removals and returns by fy from 2020 to 2023",
      "a name with a keyword inside it",
      """
      SELECT fy, title_8_repatriations FROM "yearbook-2022-table-39" WHERE fy >= 2020
      UNION ALL SELECT fy, title_8_repatriations FROM "ohss-2024-08-repatriations-fy"
      WHERE fy = 2023
      ORDER BY fy
      """
    ),
    Oracle(
      "repatriations by fy last 3 fy",
      "the last complete fiscal years that the data hold",
      """
      SELECT fy, repatriations FROM "yearbook-2022-table-39" WHERE fy IN (2021, 2022)
      UNION ALL SELECT fy, repatriations FROM "ohss-2024-08-repatriations-fy" WHERE fy = 2023
      ORDER BY fy
      """
    ),
    Oracle(
      "removals by fy from 1974 to 1978",
      "fiscal years that ran otherwise are rows like all others",
      """
      SELECT fy, removals FROM "yearbook-2022-table-39" WHERE fy BETWEEN 1974 AND 1978 ORDER BY fy
      """
    ),
    Oracle(
      "removals, border patrol agents by fy from 2018 to 2020",
      "columns of two subjects join on the year; what one lacks is missing",
      """
      SELECT fy, removals, border_patrol_agents FROM "yearbook-2022-table-39"
      LEFT JOIN "border-patrol-agents" USING (fy) WHERE fy BETWEEN 2018 AND 2020 ORDER BY fy
      """
    ),
    Oracle(
      "removals, border patrol agents by fy in fy2022",
      "a column without any figure in the period is missing, not an error",
      """
      SELECT fy, removals, NULL AS border_patrol_agents FROM "yearbook-2022-table-39"
      WHERE fy = 2022
      """
    ),
    Oracle(
      "encounters, removals by fy from 2022 to 2024",
      "each column has its own tables and seams",
      """
      SELECT fy, encounters, removals FROM
      (SELECT fy, sum(encounters) AS encounters FROM "cbp-encounters-state-fy2022-2025"
      WHERE fy <= 2024 GROUP BY fy) JOIN
      (SELECT fy, removals FROM "yearbook-2022-table-39"
      UNION ALL SELECT fy, removals FROM "ohss-2024-08-repatriations-fy" WHERE fy = 2023
      UNION ALL SELECT 2024, removals FROM "ohss-2024-08-repatriations-ytd") USING (fy)
      ORDER BY fy
      """
    ),
  ]
}
