import Testing

@Suite("Custody and arrests agree with the published tables")
struct CustodyOracles {
  @Test(arguments: oracles)
  func agrees(_ oracle: Oracle) throws { try oracle.check() }

  static let oracles = [
    Oracle(
      "average daily population in fy2023",
      "averages of agencies add",
      """
      SELECT sum(ice_average_daily_population) AS ice_average_daily_population
      FROM "ice-adp-fy" WHERE fy = 2023
      """
    ),
    Oracle(
      "ICE average daily population by fy from 2017 to 2020",
      "a printed year is better than a mean of months",
      """
      SELECT fy, ice_average_daily_population FROM "ice-adp-fy-quoted" WHERE fy IN (2017, 2018)
      UNION ALL SELECT fy, sum(ice_average_daily_population) FROM "ice-adp-fy"
      WHERE fy IN (2019, 2020) GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "ICE average daily population by arresting agency, month in oct 2023..nov 2023",
      "averages by month as printed",
      """
      SELECT arresting_agency, month, ice_average_daily_population FROM "ice-adp-month"
      WHERE month IN ('2023-10', '2023-11')
      """
    ),
    Oracle(
      "ICE average daily population by quarter in fy2024",
      "a mean weighted by the days of its months, never a sum",
      """
      SELECT quarter, sum(people * days) / sum(days) AS ice_average_daily_population FROM (
      SELECT quarter, sum(ice_average_daily_population) AS people,
      julianday(month || '-01', '+1 month') - julianday(month || '-01') AS days
      FROM "ice-adp-month" WHERE fy = 2024 GROUP BY month) GROUP BY quarter ORDER BY quarter
      """
    ),
    Oracle(
      "ICE average daily population by cy in cy2024",
      "the mean of a calendar year, which nobody prints, by days",
      """
      SELECT cy, sum(people * days) / sum(days) AS ice_average_daily_population FROM (
      SELECT cy, sum(ice_average_daily_population) AS people,
      julianday(month || '-01', '+1 month') - julianday(month || '-01') AS days
      FROM "ice-adp-month" WHERE cy = 2024 GROUP BY month) GROUP BY cy
      """
    ),
    Oracle(
      "ICE book-ins by fy from 2022 to 2024",
      "a name with a hyphen; FY2024 from the table that has all its months",
      """
      SELECT fy, ice_book_ins FROM "ohss-2024-08-book-ins-fy" WHERE fy IN (2022, 2023)
      UNION ALL SELECT fy, sum(ice_book_ins) FROM "ice-book-ins-month" WHERE fy = 2024
      GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "ERO arrests by fy since 2022",
      "FY2024 whole from an annual report, not eleven months",
      """
      SELECT fy, ero_arrests FROM "ohss-2024-08-ero-arrests-fy" WHERE fy >= 2022
      UNION ALL SELECT fy, ero_arrests FROM "ice-ar-2024-ero-arrests" WHERE fy = 2024
      ORDER BY fy
      """
    ),
    Oracle(
      "ERO arrests by criminality in fy2023",
      "two values",
      """
      SELECT criminality, ero_arrests FROM "ohss-2024-08-ero-arrests-criminality-fy"
      WHERE fy = 2023 ORDER BY ero_arrests DESC
      """
    ),
    Oracle(
      "CBP book-outs for southwest by outcome in fy2023",
      "components add up",
      """
      SELECT outcome, sum(cbp_book_outs) AS cbp_book_outs FROM "ohss-2024-08-book-outs-fy"
      WHERE fy = 2023 GROUP BY outcome ORDER BY outcome IN other, cbp_book_outs DESC
      """
    ),
    Oracle(
      "ERO arrests by criminal history in fy2023",
      "twelve months where no year is printed",
      """
      SELECT criminal_history, sum(ero_arrests) AS ero_arrests
      FROM "ohss-2024-08-ero-arrests-criminal-history" WHERE fy = 2023
      GROUP BY criminal_history ORDER BY ero_arrests DESC
      """
    ),
    Oracle(
      "CBP book-outs for released by Border Patrol, southwest by fy from 2021 to 2023",
      "a phrase with a filter, of a table about the southwest",
      """
      SELECT fy, cbp_book_outs FROM "ohss-2024-08-book-outs-fy"
      WHERE fy >= 2021 AND outcome = 'Released by Border Patrol' ORDER BY fy
      """
    ),
  ]
}
