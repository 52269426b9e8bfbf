import Testing

@Suite("Arithmetic on measures agrees with the published tables")
struct ArithmeticOracles {
  @Test(arguments: oracles)
  func agrees(_ oracle: Oracle) throws { try oracle.check() }

  static let oracles = [
    Oracle(
      "removals + returns by fy since 2020",
      "a sum is named by its text; each year of it comes from one table",
      """
      SELECT fy, removals + returns AS "removals + returns" FROM "yearbook-2022-table-39"
      WHERE fy >= 2020
      UNION ALL SELECT fy, removals + returns FROM "ohss-2024-08-repatriations-fy" WHERE fy = 2023
      UNION ALL SELECT 2024, removals + returns FROM "ohss-2024-08-repatriations-ytd"
      ORDER BY fy
      """
    ),
    Oracle(
      "removals + returns by month in fy2024",
      "the same by month",
      """
      SELECT month, removals + returns AS "removals + returns" FROM "ohss-2024-08-repatriations"
      WHERE fy = 2024 ORDER BY month
      """
    ),
    Oracle(
      "removals - returns in fy2012",
      "a difference of two measures that no one counts as a part of the other",
      """
      SELECT removals - returns AS "removals - returns" FROM "yearbook-2022-table-39"
      WHERE fy = 2012
      """
    ),
    Oracle(
      "removals + returns + title 42 expulsions by fy from 2018 to 2022 as gone",
      "what cannot exist adds nothing: before Title 42 the sum is of the other two",
      """
      SELECT fy, removals + returns + ifnull(title_42_expulsions, 0) AS gone
      FROM "yearbook-2022-table-39" WHERE fy >= 2018 ORDER BY fy
      """
    ),
    Oracle(
      "removals / returns by fy from 2010 to 2015",
      "a ratio is named by its text and is no percentage",
      """
      SELECT fy, 1.0 * removals / returns AS "removals / returns" FROM "yearbook-2022-table-39"
      WHERE fy BETWEEN 2010 AND 2015 ORDER BY fy
      """
    ),
    Oracle(
      "removals, returns, removals / returns as ratio by fy from 2010 to 2015",
      "measures and a named expression side by side",
      """
      SELECT fy, removals, returns, 1.0 * removals / returns AS ratio
      FROM "yearbook-2022-table-39" WHERE fy BETWEEN 2010 AND 2015 ORDER BY fy
      """
    ),
    Oracle(
      "encounters(at ports) / encounters for southwest by month since oct 2024 until jul 2025 "
        + "as port part",
      "both parts of a ratio come from the one table that holds them",
      """
      SELECT month, 1.0 * sum(encounters) FILTER (WHERE component = 'Office of Field Operations')
      / sum(encounters) AS port_part FROM \(EncounterOracles.southwest)
      WHERE month BETWEEN '2024-10' AND '2025-07' GROUP BY month ORDER BY month
      """
    ),
    Oracle(
      "encounters(at ports) / encounters for southwest in nov 2024 as port part",
      "without `by` a single ratio, 0.505 and not 50.5",
      """
      SELECT 1.0 * sum(encounters) FILTER (WHERE component = 'Office of Field Operations')
      / sum(encounters) AS port_part FROM \(EncounterOracles.southwest) WHERE month = '2024-11'
      """
    ),
    Oracle(
      "encounters(venezuela) / encounters by fy from 2020 to 2025 as part",
      "the share of one value is a ratio",
      """
      SELECT fy, 1.0 * sum(encounters) FILTER (WHERE citizenship = 'Venezuela')
      / sum(encounters) AS part FROM \(EncounterOracles.byState)
      WHERE fy <= 2025 GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "encounters(where citizenship != mexico) / encounters by fy from 2020 to 2025 as part",
      "a measure restricted by a condition; `!=` keeps other",
      """
      SELECT fy, 1.0 * sum(encounters) FILTER (WHERE citizenship <> 'Mexico')
      / sum(encounters) AS part FROM \(EncounterOracles.byState)
      WHERE fy <= 2025 GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "encounters(at ports, southwest) in fy2024",
      "a restricted measure keeps its id",
      """
      SELECT sum(encounters) AS encounters FROM \(EncounterOracles.southwest)
      WHERE fy = 2024 AND component = 'Office of Field Operations'
      """
    ),
    Oracle(
      "encounters(mexico) + encounters(venezuela) in fy2023 as both",
      "one measure twice, where the filters exclude each other",
      """
      SELECT sum(encounters) AS both FROM \(EncounterOracles.byState)
      WHERE fy = 2023 AND citizenship IN ('Mexico', 'Venezuela')
      """
    ),
    Oracle(
      "encounters(mexico) as mexicans, encounters(venezuela) as venezuelans by fy from 2022 to 2024",
      "each column has a restriction and a name of its own",
      """
      SELECT fy, sum(encounters) FILTER (WHERE citizenship = 'Mexico') AS mexicans,
      sum(encounters) FILTER (WHERE citizenship = 'Venezuela') AS venezuelans
      FROM \(EncounterOracles.byState) WHERE fy BETWEEN 2022 AND 2024 GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "encounters(between ports) / border patrol agents by fy from 2010 to 2018 as load",
      "a flow over a stock: events per agent",
      """
      SELECT fy, 1.0 * encounters / border_patrol_agents AS load
      FROM "usbp-nationwide-fy1925-2019" JOIN "border-patrol-agents" USING (fy)
      WHERE fy BETWEEN 2010 AND 2018 ORDER BY fy
      """
    ),
    Oracle(
      "1000 * border deaths / encounters(between ports) for southwest by fy from 2012 to 2018 "
        + "as deaths",
      "a number, a product and a quotient, from left to right",
      """
      SELECT fy, 1000.0 * deaths / met AS deaths FROM
      (SELECT fy, sum(border_deaths) AS deaths FROM "border-deaths-sector" GROUP BY fy) JOIN
      (SELECT fy, sum(encounters) AS met FROM "usbp-southwest-sector-fy1960-2019" GROUP BY fy)
      USING (fy) WHERE fy BETWEEN 2012 AND 2018 ORDER BY fy
      """
    ),
    Oracle(
      "(removals + returns) / encounters by fy from 2020 to 2022 as ratio",
      "brackets before the quotient",
      """
      SELECT fy, 1.0 * (removals + returns) / met AS ratio FROM "yearbook-2022-table-39" JOIN
      (SELECT fy, sum(encounters) AS met FROM \(EncounterOracles.byState) GROUP BY fy) USING (fy)
      WHERE fy <= 2022 ORDER BY fy
      """
    ),
    Oracle(
      "removals + returns / 2 in fy2012 as mixed",
      "the quotient binds before the sum",
      """
      SELECT removals + returns / 2.0 AS mixed FROM "yearbook-2022-table-39" WHERE fy = 2012
      """
    ),
    Oracle(
      "H-2A visas + H-2B visas by fy since 2020 as seasonal",
      "operators inside names are parts of them; two classes exclude each other",
      """
      SELECT fy, sum(visas_issued) AS seasonal FROM "state-visas"
      WHERE fy >= 2020 AND visa_class IN ('H-2A', 'H-2B') GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "expedited removals / removals by fy from 2019 to 2023 as part",
      "part and whole from the table that has both, though another is better for the whole",
      """
      SELECT fy, 1.0 * expedited_removals / removals AS part
      FROM "ohss-2024-08-repatriations-fy" WHERE fy >= 2019 ORDER BY fy
      """
    ),
    Oracle(
      "removals / 1,000 in fy2022 as thousands",
      "a number in groups of three",
      """
      SELECT removals / 1000.0 AS thousands FROM "yearbook-2022-table-39" WHERE fy = 2022
      """
    ),
    Oracle(
      "50% * removals in fy2022 as half",
      "a percentage is a number",
      """
      SELECT removals * 0.5 AS half FROM "yearbook-2022-table-39" WHERE fy = 2022
      """
    ),
    Oracle(
      "removals / 1.2m in fy2022 as part",
      "a number of millions",
      """
      SELECT removals / 1200000.0 AS part FROM "yearbook-2022-table-39" WHERE fy = 2022
      """
    ),
    Oracle(
      "encounters / encounters(title 42) by fy from 2022 to 2025 as ratio",
      "division by nothing gives a missing cell, not an error",
      """
      SELECT fy, 1.0 * sum(encounters)
      / nullif(sum(encounters) FILTER (WHERE authority = 'Title 42'), 0) AS ratio
      FROM \(EncounterOracles.byState) WHERE fy BETWEEN 2022 AND 2025 GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "gotaways + encounters(between ports) for southwest by fy from 2011 to 2013 as attempts",
      "where a part is missing, so is the sum",
      """
      SELECT fy, gotaways + sum(encounters) AS attempts FROM "usbp-southwest-sector-fy1960-2019"
      LEFT JOIN "gotaways-press" USING (fy) WHERE fy BETWEEN 2011 AND 2013 GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "drug seizures / drug seizure events by fy from 2019 to 2022 as weight",
      "pounds for each event",
      """
      SELECT fy, sum(drug_seizures) / sum(drug_seizure_events) AS weight
      FROM \(OperationOracles.seizures) WHERE fy BETWEEN 2019 AND 2022 GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "refugee admissions / refugee ceiling by fy from 2018 to 2024 as used",
      "a flow over its limit, year by year",
      """
      SELECT fy, 1.0 * admitted / refugee_ceiling AS used FROM "prm-refugee-ceiling" JOIN
      (SELECT fy, sum(refugee_admissions) AS admitted FROM "prm-refugee-admissions-month"
      GROUP BY fy) USING (fy) WHERE fy BETWEEN 2018 AND 2024 ORDER BY fy
      """
    ),
    Oracle(
      "court cases pending / immigration court cases completed by fy from 2018 to 2024 as years",
      "a stock over a flow: its last reading in each year",
      """
      SELECT c.fy, 1.0 * court_cases_pending / court_cases_completed AS years
      FROM "eoir-2025-07-court-cases" c JOIN "eoir-2025-07-court-pending" p
      ON p.date = c.fy || '-09-30' WHERE c.fy >= 2018 ORDER BY c.fy
      """
    ),
    Oracle(
      "removals - expedited removals by fy from 2019 to 2023 as longer",
      "a whole without one of its parts, both from the table that has both",
      """
      SELECT fy, removals - expedited_removals AS longer FROM "ohss-2024-08-repatriations-fy"
      WHERE fy >= 2019 ORDER BY fy
      """
    ),
  ]
}
