import Testing

@Suite("Encounters agree with the published tables")
struct EncounterOracles {
  @Test(arguments: oracles)
  func agrees(_ oracle: Oracle) throws { try oracle.check() }

  /// Every row of the detailed files by state, cut by fiscal year.
  static let byState = """
    (SELECT * FROM "cbp-encounters-state-fy2020-2021"
    UNION ALL SELECT * FROM "cbp-encounters-state-fy2022-2025"
    UNION ALL SELECT * FROM "cbp-encounters-state-fy2026")
    """

  /// Each month from the best table that holds it: the files by state, then the table by area of
  /// responsibility.
  static let byMonth = """
    (SELECT month, fy, cy, quarter, encounters FROM \(byState)
    UNION ALL SELECT month, fy, cy, quarter, encounters FROM "cbp-aor-encounters-month"
    WHERE month > '2025-11')
    """

  /// Each fiscal year from one series: of FY2026 the files by state hold two months, the table by
  /// area of responsibility eleven.
  static let byYear = """
    (SELECT month, fy, cy, quarter, encounters FROM \(byState) WHERE fy < 2026
    UNION ALL SELECT month, fy, cy, quarter, encounters FROM "cbp-aor-encounters-month")
    """

  /// Every row of the southwest files, which tell the components apart.
  static let southwest = """
    (SELECT * FROM "cbp-encounters-southwest-fy2019-2021"
    UNION ALL SELECT * FROM "cbp-encounters-southwest-fy2022-2025")
    """

  static let oracles = [
    Oracle(
      "encounters by fy since 2020",
      "two files of one series; FY2026 from the table that reaches furthest, to August",
      """
      SELECT fy, sum(encounters) AS encounters FROM \(byYear) GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "encounters by fy from 2014 to 2019",
      "before the files by state, the exact table by component, then the rounded one of OHSS",
      """
      SELECT fy, sum(encounters) AS encounters FROM "ohss-2024-08-encounters-fy"
      WHERE fy < 2017 GROUP BY fy
      UNION ALL SELECT fy, sum(encounters) FROM "cbp-enforcement-encounters"
      WHERE fy BETWEEN 2017 AND 2019 GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "encounters for southwest, between ports in nov 2024",
      "only the southwest files know the component",
      """
      SELECT sum(encounters) AS encounters FROM \(southwest)
      WHERE month = '2024-11' AND component = 'Border Patrol'
      """
    ),
    Oracle(
      "encounters by border in fy2023",
      "a small dimension, from the largest; the files by state leave a sixth under other",
      """
      SELECT border, encounters FROM "ohss-2024-08-encounters-fy" WHERE fy = 2023
      ORDER BY encounters DESC
      """
    ),
    Oracle(
      "encounters by border in fy2025",
      "no table tells more apart: other last",
      """
      SELECT border, sum(encounters) AS encounters FROM \(byState) WHERE fy = 2025
      GROUP BY border ORDER BY border IN other, encounters DESC
      """
    ),
    Oracle(
      "encounters by citizenship top 5 in fy2023",
      "other is not ranked",
      """
      SELECT citizenship, sum(encounters) AS encounters FROM \(byState)
      WHERE fy = 2023 AND citizenship NOT IN other
      GROUP BY citizenship ORDER BY encounters DESC LIMIT 5
      """
    ),
    Oracle(
      "encounters by citizenship bottom 3 in fy2023",
      "the smallest three",
      """
      SELECT * FROM (SELECT citizenship, sum(encounters) AS encounters FROM \(byState)
      WHERE fy = 2023 AND citizenship NOT IN other
      GROUP BY citizenship ORDER BY encounters LIMIT 3)
      """
    ),
    Oracle(
      "encounters by citizenship limit 3 in fy2024",
      "limit keeps the first rows",
      """
      SELECT citizenship, sum(encounters) AS encounters FROM \(byState)
      WHERE fy = 2024 AND citizenship NOT IN other
      GROUP BY citizenship ORDER BY encounters DESC LIMIT 3
      """
    ),
    Oracle(
      "encounters by state top 3 in fy2024",
      "states from the largest",
      """
      SELECT state, sum(encounters) AS encounters FROM \(byState) WHERE fy = 2024
      AND state NOT IN other AND state NOT IN unknown
      GROUP BY state ORDER BY encounters DESC LIMIT 3
      """
    ),
    Oracle(
      "encounters for southwest by demographic in fy2023",
      "a filter and a breakdown of the files by state",
      """
      SELECT demographic, sum(encounters) AS encounters FROM \(byState)
      WHERE fy = 2023 AND border = 'Southwest border'
      GROUP BY demographic ORDER BY encounters DESC
      """
    ),
    Oracle(
      "encounters for southwest by component in fy2023",
      "by component the southwest files answer",
      """
      SELECT component, sum(encounters) AS encounters FROM \(southwest)
      WHERE fy = 2023 GROUP BY component ORDER BY encounters DESC
      """
    ),
    Oracle(
      "encounters for title 42 by fy from 2020 to 2023",
      "a value that reads like a word and a number",
      """
      SELECT fy, sum(encounters) AS encounters FROM \(byState)
      WHERE authority = 'Title 42' GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "encounters by fy, border from 2023 to 2024",
      "time first, then borders in one order for all years; FY2024 is whole in the files by state only",
      """
      WITH figures AS (SELECT fy, border, encounters FROM "ohss-2024-08-encounters-fy" WHERE fy = 2023
      UNION ALL SELECT fy, border, sum(encounters) FROM \(byState) WHERE fy = 2024 GROUP BY fy, border)
      SELECT fy, border, encounters FROM figures
      ORDER BY fy, border IN other, sum(encounters) OVER (PARTITION BY border) DESC
      """
    ),
    Oracle(
      "encounters for southwest by fy from 2014 to 2025",
      "three sources: OHSS, the southwest files, the files by state",
      """
      SELECT fy, encounters FROM "ohss-2024-08-encounters-fy"
      WHERE border = 'Southwest border' AND fy < 2019
      UNION ALL SELECT fy, sum(encounters) FROM \(southwest) WHERE fy = 2019 GROUP BY fy
      UNION ALL SELECT fy, sum(encounters) FROM \(byState)
      WHERE border = 'Southwest border' AND fy < 2026 GROUP BY fy
      ORDER BY fy
      """
    ),
    Oracle(
      "encounters for southwest by month since oct 2025",
      "the printed months go on where the files by state end; nationwide sums add August",
      """
      SELECT month, sum(encounters) AS encounters FROM \(byState)
      WHERE border = 'Southwest border' AND fy = 2026 GROUP BY month
      UNION ALL SELECT month, sum(encounters) FROM "cbp-southwest-fy2026"
      WHERE month > '2025-11' GROUP BY month
      UNION ALL SELECT month, sum(encounters) FROM "cbp-aor-encounters-month"
      WHERE month > '2026-07' AND border = 'Southwest border' GROUP BY month
      ORDER BY month
      """
    ),
    Oracle(
      "encounters for minors by fy from 2022 to 2023",
      "a group of demographics",
      """
      SELECT fy, sum(encounters) AS encounters FROM \(byState) WHERE fy IN (2022, 2023)
      AND demographic IN ('Unaccompanied children', 'Accompanied minors')
      GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "encounters by fy, citizenship top 2 for texas from 2023 to 2024",
      "the same two countries, in the same order, in every year",
      """
      WITH ranked AS (SELECT citizenship, sum(encounters) AS total FROM \(byState)
      WHERE state = 'Texas' AND fy IN (2023, 2024) AND citizenship NOT IN other
      GROUP BY citizenship ORDER BY total DESC LIMIT 2)
      SELECT fy, citizenship, sum(encounters) AS encounters FROM \(byState)
      JOIN ranked USING (citizenship) WHERE state = 'Texas' AND fy IN (2023, 2024)
      GROUP BY fy, citizenship ORDER BY fy, total DESC
      """
    ),
    Oracle(
      "DHS apprehensions by component in fy2022",
      "a measure of the whole department",
      """
      SELECT component, dhs_apprehensions FROM "yearbook-2022-table-35-agency"
      WHERE fy = 2022 ORDER BY dhs_apprehensions DESC
      """
    ),
    Oracle(
      "gotaways for southwest by fy since 2019",
      "a scope that the question names",
      """
      SELECT fy, gotaways FROM "gotaways-press" WHERE fy >= 2019 ORDER BY fy
      """
    ),
    Oracle(
      "encounters as people met in fy2024",
      "a name of one's own, in snake case",
      """
      SELECT sum(encounters) AS people_met FROM \(byState) WHERE fy = 2024
      """
    ),
  ]
}
