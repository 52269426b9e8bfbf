import Testing

@Suite("Shares, ranks, totals and rests agree with the published tables")
struct ShareOracles {
  @Test(arguments: oracles)
  func agrees(_ oracle: Oracle) throws { try oracle.check() }

  /// Citizenships of FY2023 and what they are of the whole.
  private static let citizenships = """
    (SELECT citizenship, sum(encounters) AS n, sum(sum(encounters)) OVER () AS whole
    FROM \(EncounterOracles.byState) WHERE fy = 2023 GROUP BY citizenship)
    """

  private static let topFive = """
    (SELECT citizenship FROM \(citizenships) WHERE citizenship NOT IN other
    ORDER BY n DESC LIMIT 5)
    """

  static let oracles = [
    Oracle(
      "encounters by citizenship in fy2023 with share",
      "percent of all; other counts",
      """
      SELECT citizenship, n AS encounters, 100.0 * n / whole AS encounters_share
      FROM \(citizenships) ORDER BY citizenship IN other, n DESC
      """
    ),
    Oracle(
      "encounters by citizenship top 5 in fy2023 with share",
      "of all that the filters leave, before `top`",
      """
      SELECT citizenship, n AS encounters, 100.0 * n / whole AS encounters_share
      FROM \(citizenships) WHERE citizenship IN \(topFive) ORDER BY n DESC
      """
    ),
    Oracle(
      "encounters by citizenship top 5 in fy2023 with others",
      "all the rest in one row, at the end",
      """
      SELECT citizenship, n AS encounters FROM
      (SELECT citizenship, n, 0 AS last FROM \(citizenships) WHERE citizenship IN \(topFive)
      UNION ALL SELECT 'Others', sum(n), 1 FROM \(citizenships) WHERE citizenship NOT IN \(topFive))
      ORDER BY last, n DESC
      """
    ),
    Oracle(
      "encounters by citizenship top 5 in fy2023 with share, others",
      "shares of the five and of the rest add to a hundred",
      """
      SELECT citizenship, n AS encounters, 100.0 * n / whole AS encounters_share FROM
      (SELECT citizenship, n, whole, 0 AS last FROM \(citizenships)
      WHERE citizenship IN \(topFive)
      UNION ALL SELECT 'Others', sum(n), max(whole), 1 FROM \(citizenships)
      WHERE citizenship NOT IN \(topFive)) ORDER BY last, n DESC
      """
    ),
    Oracle(
      "encounters by fy, demographic from 2022 to 2024 with share",
      "within each year",
      """
      SELECT fy, demographic, sum(encounters) AS encounters,
      100.0 * sum(encounters) / sum(sum(encounters)) OVER (PARTITION BY fy) AS encounters_share
      FROM \(EncounterOracles.byState) WHERE fy BETWEEN 2022 AND 2024 GROUP BY fy, demographic
      """
    ),
    Oracle(
      "encounters by demographic, fy from 2022 to 2024 with share",
      "the last dimension is the last that is not time, wherever time is",
      """
      SELECT fy, demographic, sum(encounters) AS encounters,
      100.0 * sum(encounters) / sum(sum(encounters)) OVER (PARTITION BY fy) AS encounters_share
      FROM \(EncounterOracles.byState) WHERE fy BETWEEN 2022 AND 2024 GROUP BY fy, demographic
      """
    ),
    Oracle(
      "encounters by month in fy2024 with share",
      "over time alone: of the whole period",
      """
      SELECT month, n AS encounters, 100.0 * n / sum(n) OVER () AS encounters_share
      FROM \(WindowOracles.months) WHERE fy = 2024 ORDER BY month
      """
    ),
    Oracle(
      "encounters for southwest by demographic in fy2024 with rank",
      "the largest is first",
      """
      SELECT demographic, sum(encounters) AS encounters,
      rank() OVER (ORDER BY sum(encounters) DESC) AS encounters_rank
      FROM \(EncounterOracles.byState) WHERE fy = 2024 AND border = 'Southwest border'
      GROUP BY demographic ORDER BY sum(encounters) DESC
      """
    ),
    Oracle(
      "encounters by fy, demographic from 2021 to 2024 with rank",
      "within each year",
      """
      SELECT fy, demographic, sum(encounters) AS encounters,
      rank() OVER (PARTITION BY fy ORDER BY sum(encounters) DESC) AS encounters_rank
      FROM \(EncounterOracles.byState) WHERE fy BETWEEN 2021 AND 2024 GROUP BY fy, demographic
      """
    ),
    Oracle(
      "encounters by month in fy2024 with rank",
      "of the periods, in their own order",
      """
      SELECT month, n AS encounters, rank() OVER (ORDER BY n DESC) AS encounters_rank
      FROM \(WindowOracles.months) WHERE fy = 2024 ORDER BY month
      """
    ),
    Oracle(
      "encounters by demographic in fy2024 with total",
      "a row at the end",
      """
      SELECT demographic, n AS encounters FROM
      (SELECT demographic, sum(encounters) AS n, 0 AS last FROM \(EncounterOracles.byState)
      WHERE fy = 2024 GROUP BY demographic
      UNION ALL SELECT 'Total', sum(encounters), 1 FROM \(EncounterOracles.byState)
      WHERE fy = 2024) ORDER BY last, n DESC
      """
    ),
    Oracle(
      "encounters by month in fy2024 with total",
      "of time alone: the row has no month",
      """
      SELECT month, n AS encounters FROM
      (SELECT month, n, 0 AS last FROM \(WindowOracles.months) WHERE fy = 2024
      UNION ALL SELECT NULL, sum(n), 1 FROM \(WindowOracles.months) WHERE fy = 2024)
      ORDER BY last, month
      """
    ),
    Oracle(
      "encounters by fy, demographic from 2023 to 2024 with total",
      "a total in each year",
      """
      SELECT fy, demographic, sum(encounters) AS encounters FROM \(EncounterOracles.byState)
      WHERE fy IN (2023, 2024) GROUP BY fy, demographic
      UNION ALL SELECT fy, 'Total', sum(encounters) FROM \(EncounterOracles.byState)
      WHERE fy IN (2023, 2024) GROUP BY fy
      """
    ),
    Oracle(
      "encounters by citizenship top 2 in fy2023 with total, others",
      "others, then the total of everything",
      """
      SELECT * FROM (SELECT citizenship, n AS encounters FROM \(citizenships)
      ORDER BY citizenship IN other, n DESC LIMIT 2)
      UNION ALL SELECT 'Others', sum(n) FROM \(citizenships)
      WHERE citizenship NOT IN ('Mexico', 'Venezuela')
      UNION ALL SELECT 'Total', sum(n) FROM \(citizenships)
      """
    ),
    Oracle(
      "encounters by month, citizenship top 3 for southwest in oct 2023..dec 2023 with others",
      "the same three in every month, and the rest of each",
      """
      WITH best AS (SELECT citizenship AS name FROM \(EncounterOracles.byState)
      WHERE month BETWEEN '2023-10' AND '2023-12' AND border = 'Southwest border'
      AND citizenship NOT IN other GROUP BY citizenship ORDER BY sum(encounters) DESC LIMIT 3)
      SELECT month, CASE WHEN citizenship IN best THEN citizenship ELSE 'Others' END
      AS citizenship, sum(encounters) AS encounters FROM \(EncounterOracles.byState)
      WHERE month BETWEEN '2023-10' AND '2023-12' AND border = 'Southwest border'
      GROUP BY month, CASE WHEN citizenship IN best THEN citizenship ELSE 'Others' END
      """
    ),
    Oracle(
      "drug seizures by drug in fy2024 with share",
      "of pounds with decimals",
      """
      SELECT drug, round(sum(drug_seizures), 3) AS drug_seizures,
      100.0 * sum(drug_seizures) / sum(sum(drug_seizures)) OVER () AS drug_seizures_share
      FROM \(OperationOracles.seizures) WHERE fy = 2024 GROUP BY drug
      """
    ),
    Oracle(
      "removals by criminality in fy2020 with share",
      "from a table that is whole",
      """
      SELECT criminality, sum(removals) AS removals,
      100.0 * sum(removals) / sum(sum(removals)) OVER () AS removals_share
      FROM "yearbook-2022-table-42-regions" WHERE fy = 2020 GROUP BY criminality
      ORDER BY sum(removals) DESC
      """
    ),
    Oracle(
      "encounters for southwest by component in fy2024 with share, rank",
      "two columns",
      """
      SELECT component, sum(encounters) AS encounters,
      100.0 * sum(encounters) / sum(sum(encounters)) OVER () AS encounters_share,
      rank() OVER (ORDER BY sum(encounters) DESC) AS encounters_rank
      FROM \(EncounterOracles.southwest) WHERE fy = 2024 GROUP BY component
      ORDER BY sum(encounters) DESC
      """
    ),
    Oracle(
      "encounters by citizenship in fy2023 with share where encounters > 150,000",
      "a share is of all, whatever rows a test keeps",
      """
      SELECT citizenship, n AS encounters, 100.0 * n / whole AS encounters_share
      FROM \(citizenships) WHERE n > 150000 ORDER BY citizenship IN other, n DESC
      """
    ),
  ]
}
