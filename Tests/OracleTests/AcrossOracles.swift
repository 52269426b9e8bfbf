import Testing

@Suite("Columns of `across` agree with the published tables")
struct AcrossOracles {
  @Test(arguments: oracles)
  func agrees(_ oracle: Oracle) throws { try oracle.check() }

  static let oracles = [
    Oracle(
      "encounters by fy across demographic from 2022 to 2024",
      "a column for each value, called by its display name",
      """
      SELECT fy,
      sum(encounters) FILTER (WHERE demographic = 'Single adults') AS "Single adults",
      sum(encounters) FILTER (WHERE demographic = 'Individuals in family units')
      AS "Individuals in family units",
      sum(encounters) FILTER (WHERE demographic = 'Unaccompanied children')
      AS "Unaccompanied children",
      sum(encounters) FILTER (WHERE demographic = 'Accompanied minors') AS "Accompanied minors"
      FROM \(EncounterOracles.byState) WHERE fy BETWEEN 2022 AND 2024 GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "encounters for southwest by month across component in fy2024",
      "by month",
      """
      SELECT month, sum(encounters) FILTER (WHERE component = 'Border Patrol') AS "Border Patrol",
      sum(encounters) FILTER (WHERE component = 'Office of Field Operations')
      AS "Office of Field Operations"
      FROM \(EncounterOracles.southwest) WHERE fy = 2024 GROUP BY month ORDER BY month
      """
    ),
    Oracle(
      "encounters across border in fy2024",
      "without `by` a single row",
      """
      SELECT sum(encounters) FILTER (WHERE border = 'Southwest border') AS "Southwest border",
      sum(encounters) FILTER (WHERE border = 'Northern border') AS "Northern border",
      sum(encounters) FILTER (WHERE border = 'Other (air, coastal and interior)')
      AS "Other (air, coastal and interior)"
      FROM \(EncounterOracles.byState) WHERE fy = 2024
      """
    ),
    Oracle(
      "encounters by fy across citizenship top 3 from 2022 to 2024",
      "`top` ranks the last dimension, which is the one across",
      """
      SELECT fy, sum(encounters) FILTER (WHERE citizenship = 'Mexico') AS "Mexico",
      sum(encounters) FILTER (WHERE citizenship = 'Venezuela') AS "Venezuela",
      sum(encounters) FILTER (WHERE citizenship = 'Guatemala') AS "Guatemala"
      FROM \(EncounterOracles.byState) WHERE fy BETWEEN 2022 AND 2024 GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "encounters by fy across citizenship top 2 from 2023 to 2024 with others",
      "the rest is a column",
      """
      SELECT fy, sum(encounters) FILTER (WHERE citizenship = 'Mexico') AS "Mexico",
      sum(encounters) FILTER (WHERE citizenship = 'Venezuela') AS "Venezuela",
      sum(encounters) FILTER (WHERE citizenship NOT IN ('Mexico', 'Venezuela')) AS "Others"
      FROM \(EncounterOracles.byState) WHERE fy BETWEEN 2023 AND 2024 GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "encounters for southwest by fy across component from 2022 to 2024 with total",
      "the total is a column",
      """
      SELECT fy, sum(encounters) FILTER (WHERE component = 'Border Patrol') AS "Border Patrol",
      sum(encounters) FILTER (WHERE component = 'Office of Field Operations')
      AS "Office of Field Operations", sum(encounters) AS "Total"
      FROM \(EncounterOracles.southwest) WHERE fy BETWEEN 2022 AND 2024 GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "administrative returns, enforcement returns by fy across region for africa, asia "
        + "from 2021 to 2022",
      "with several columns their names are before the values",
      """
      SELECT fy,
      sum(administrative_returns) FILTER (WHERE region = 'Africa')
      AS "administrative_returns Africa",
      sum(administrative_returns) FILTER (WHERE region = 'Asia') AS "administrative_returns Asia",
      sum(enforcement_returns) FILTER (WHERE region = 'Africa') AS "enforcement_returns Africa",
      sum(enforcement_returns) FILTER (WHERE region = 'Asia') AS "enforcement_returns Asia"
      FROM "yearbook-2022-tables-40-41-regions" WHERE fy >= 2021 GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "encounters for southwest by fy across component from 2023 to 2024 with share",
      "a column of figures and a column of shares for each",
      """
      SELECT fy,
      sum(encounters) FILTER (WHERE component = 'Border Patrol') AS "encounters Border Patrol",
      sum(encounters) FILTER (WHERE component = 'Office of Field Operations')
      AS "encounters Office of Field Operations",
      100.0 * sum(encounters) FILTER (WHERE component = 'Border Patrol') / sum(encounters)
      AS "encounters_share Border Patrol",
      100.0 * sum(encounters) FILTER (WHERE component = 'Office of Field Operations')
      / sum(encounters) AS "encounters_share Office of Field Operations"
      FROM \(EncounterOracles.southwest) WHERE fy BETWEEN 2023 AND 2024 GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "encounters for romania by demographic across border in may 2025",
      "a cell without a row is what its table says: none",
      """
      SELECT demographic,
      ifnull(sum(encounters) FILTER (WHERE border = 'Southwest border'), 0) AS "Southwest border",
      ifnull(sum(encounters) FILTER (WHERE border = 'Northern border'), 0) AS "Northern border",
      ifnull(sum(encounters) FILTER (WHERE border LIKE 'Other%'), 0)
      AS "Other (air, coastal and interior)"
      FROM \(EncounterOracles.byState) WHERE month = '2025-05' AND citizenship = 'Romania'
      GROUP BY demographic
      """
    ),
    Oracle(
      "refugees by fy across refugee region where refugee region in (africa, east asia) "
        + "from 2021 to 2023",
      "filtered to two values",
      """
      SELECT fy,
      sum(refugee_admissions) FILTER (WHERE refugee_region = 'Africa') AS "Africa",
      sum(refugee_admissions) FILTER (WHERE refugee_region = 'East Asia') AS "East Asia"
      FROM "prm-refugee-admissions-month" WHERE fy BETWEEN 2021 AND 2023 GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "encounters(at ports) / encounters as part by demographic across fy for southwest "
        + "from 2023 to 2024",
      "time may be across",
      partial: true,
      """
      SELECT DISTINCT demographic FROM \(EncounterOracles.southwest) WHERE fy IN (2023, 2024)
      """
    ),
  ]
}
