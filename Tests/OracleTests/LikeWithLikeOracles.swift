import Testing

@Suite("Days, latest periods and years to date agree with the published tables")
struct LikeWithLikeOracles {
  @Test(arguments: oracles)
  func agrees(_ oracle: Oracle) throws { try oracle.check() }

  static let oracles = [
    Oracle(
      "removals + returns as departures from 12 may 2023 to 17 nov 2023",
      "of days the months wholly inside: June to October",
      """
      SELECT sum(removals + returns) AS departures FROM "ohss-2024-08-repatriations"
      WHERE month BETWEEN '2023-06' AND '2023-10'
      """
    ),
    Oracle(
      "removals + returns as departures by month from 12 may 2023 to 17 nov 2023",
      "the same by month",
      """
      SELECT month, removals + returns AS departures FROM "ohss-2024-08-repatriations"
      WHERE month BETWEEN '2023-06' AND '2023-10' ORDER BY month
      """
    ),
    Oracle(
      "refugees since 10 jan 2023 until 20 mar 2023",
      "one month wholly inside",
      """
      SELECT sum(refugee_admissions) AS refugee_admissions FROM "prm-refugee-admissions-month"
      WHERE month = '2023-02'
      """
    ),
    Oracle(
      "encounters from 1 june 2023 to 31 aug 2023",
      "days that are the edges of months cut nothing",
      """
      SELECT sum(encounters) AS encounters FROM \(EncounterOracles.byState)
      WHERE month BETWEEN '2023-06' AND '2023-08'
      """
    ),
    Oracle(
      "removals fytd",
      "the eleven months of FY2024 as printed",
      """
      SELECT removals FROM "ohss-2024-08-repatriations-ytd"
      """
    ),
    Oracle(
      "refugees by fy fytd since 2021",
      "October to December of every year",
      """
      SELECT fy, sum(refugee_admissions) AS refugee_admissions
      FROM "prm-refugee-admissions-month"
      WHERE fy >= 2021 AND substr(month, 6) IN ('10', '11', '12') GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "encounters by fy fytd since 2024 across border",
      "the same months beside `across`; no table holds all three years: each from the one that "
        + "tells most borders apart",
      """
      SELECT fy, sum(encounters) FILTER (WHERE border = 'Southwest border') AS "Southwest border",
      sum(encounters) FILTER (WHERE border = 'Air ports of entry') AS "Air ports of entry",
      sum(encounters) FILTER (WHERE border = 'Northern border') AS "Northern border",
      sum(encounters) FILTER (WHERE border = 'Coastal border') AS "Coastal border",
      sum(encounters) FILTER (WHERE border LIKE 'Other%') AS "Other (air, coastal and interior)"
      FROM (SELECT month, fy, border, encounters FROM "ohss-2024-08-encounters" WHERE fy = 2024
      UNION ALL SELECT month, fy, border, encounters FROM \(EncounterOracles.byState)
      WHERE fy = 2025
      UNION ALL SELECT month, fy, border, encounters FROM "cbp-aor-encounters-month")
      WHERE substr(month, 6) != '09' GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "removals latest",
      "the last month that the data hold",
      """
      SELECT removals FROM "ohss-2024-08-repatriations" WHERE month = '2024-08'
      """
    ),
    Oracle(
      "removals + returns as departures by month last 3 months",
      "of a sum",
      """
      SELECT month, removals + returns AS departures FROM "ohss-2024-08-repatriations"
      WHERE month >= '2024-06' ORDER BY month
      """
    ),
    Oracle(
      "encounters by month latest with yoy",
      "a comparison reads outside the question",
      """
      SELECT a.month, a.n AS encounters, a.n - b.n AS encounters_yoy,
      100.0 * (a.n - b.n) / b.n AS encounters_yoy_percent
      FROM \(WindowOracles.months) a, \(WindowOracles.months) b
      WHERE a.month = '2026-08' AND b.month = '2025-08'
      """
    ),
    Oracle(
      "refugees by fy last 3 fy with share",
      "the last complete years: the three months of FY2025 are none",
      """
      SELECT fy, n AS refugee_admissions, 100.0 * n / sum(n) OVER () AS refugee_admissions_share
      FROM (SELECT fy, sum(refugee_admissions) AS n FROM "prm-refugee-admissions-month"
      WHERE fy BETWEEN 2022 AND 2024 GROUP BY fy) ORDER BY fy
      """
    ),
    Oracle(
      "encounters by cy last 2 cy",
      "the last complete calendar years",
      """
      SELECT cy, sum(encounters) AS encounters FROM \(EncounterOracles.byMonth)
      WHERE cy IN (2024, 2025) GROUP BY cy ORDER BY cy
      """
    ),
    Oracle(
      "encounters last 12 months",
      "one row for twelve months",
      """
      SELECT sum(encounters) AS encounters FROM \(EncounterOracles.byMonth)
      WHERE month >= '2025-09'
      """
    ),
  ]
}
