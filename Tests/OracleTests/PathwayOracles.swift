import Testing

@Suite("Refugees, asylum and parole agree with the published tables")
struct PathwayOracles {
  @Test(arguments: oracles)
  func agrees(_ oracle: Oracle) throws { try oracle.check() }

  static let oracles = [
    Oracle(
      "refugees in fy2022",
      "twelve months of the exact table",
      """
      SELECT sum(refugee_admissions) AS refugee_admissions
      FROM "prm-refugee-admissions-month" WHERE fy = 2022
      """
    ),
    Oracle(
      "refugee admissions by fy from 1998 to 2002",
      "years, then months where they begin",
      """
      SELECT fy, sum(refugee_admissions) AS refugee_admissions FROM "prm-refugee-admissions-fy"
      WHERE fy BETWEEN 1998 AND 2000 GROUP BY fy
      UNION ALL SELECT fy, sum(refugee_admissions) FROM "prm-refugee-admissions-month"
      WHERE fy IN (2001, 2002) GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "refugee admissions by refugee region in fy2023",
      "a dimension that is not `region`",
      """
      SELECT refugee_region, sum(refugee_admissions) AS refugee_admissions
      FROM "prm-refugee-admissions-month" WHERE fy = 2023
      GROUP BY refugee_region ORDER BY refugee_admissions DESC
      """
    ),
    Oracle(
      "refugees by citizenship top 3 in fy2023",
      "countries of the monthly table",
      """
      SELECT citizenship, sum(refugee_admissions) AS refugee_admissions
      FROM "prm-refugee-admissions-month" WHERE fy = 2023
      GROUP BY citizenship ORDER BY refugee_admissions DESC LIMIT 3
      """
    ),
    Oracle(
      "refugee arrivals by region in fy2022",
      "the Yearbook's own count",
      """
      SELECT region, refugee_arrivals FROM "yearbook-2023-refugee-arrivals-region"
      WHERE fy = 2022 ORDER BY region IN unknown, refugee_arrivals DESC
      """
    ),
    Oracle(
      "refugee ceiling by fy since 2020",
      "a limit by year; the newest year from another table",
      """
      SELECT fy, refugee_ceiling FROM "prm-refugee-ceiling" WHERE fy >= 2020
      UNION ALL SELECT fy, refugee_ceiling FROM "pd-2026-refugee-ceiling" ORDER BY fy
      """
    ),
    Oracle(
      "asylum grants by fy, asylum type since 2022",
      "time, then values from the largest over the whole period",
      """
      SELECT fy, asylum_type, asylum_grants FROM "yearbook-2023-asylum-type" AS row
      WHERE fy >= 2022 ORDER BY fy, (SELECT sum(asylum_grants) FROM "yearbook-2023-asylum-type"
      WHERE fy >= 2022 AND asylum_type = row.asylum_type) DESC
      """
    ),
    Oracle(
      "asylum grants by citizenship top 3 in fy2023",
      "types add up",
      """
      SELECT citizenship, sum(asylum_grants) AS asylum_grants
      FROM "yearbook-2023-asylum-citizenship" WHERE fy = 2023
      AND citizenship NOT IN other AND citizenship NOT IN unknown
      GROUP BY citizenship ORDER BY asylum_grants DESC LIMIT 3
      """
    ),
    Oracle(
      "credible fear by month in fy2024",
      "a phrase that means referrals",
      """
      SELECT month, credible_fear_referrals FROM "ohss-2024-08-credible-fear-referrals"
      WHERE fy = 2024 ORDER BY month
      """
    ),
    Oracle(
      "credible fear decisions by fy from 2020 to 2023",
      "a formula of formulas: closed cases are left out",
      """
      SELECT fy, sum(credible_fear_completions) AS credible_fear_decisions
      FROM "ohss-2024-08-credible-fear-completions-result-fy"
      WHERE fy >= 2020 AND result IN ('Positive fear', 'Negative fear')
      GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "credible fear completions for southwest by result in fy2023",
      "a table about the southwest",
      """
      SELECT result, credible_fear_completions
      FROM "ohss-2024-08-credible-fear-completions-southwest-result-fy" WHERE fy = 2023
      ORDER BY credible_fear_completions DESC
      """
    ),
    Oracle(
      "CBP One by month in cy2023",
      "an alias of two words",
      """
      SELECT month, cbp_one_processed FROM "ohss-2024-08-cbp-one" WHERE cy = 2023
      ORDER BY month
      """
    ),
    Oracle(
      "CBP One in fy2023",
      "the printed year, though months exist",
      """
      SELECT cbp_one_processed FROM "ohss-2024-08-cbp-one-fy"
      """
    ),
    Oracle(
      "CHNV paroles by parole process in fy2023",
      "processes from the largest",
      """
      SELECT process, chnv_paroles FROM "ohss-2024-08-chnv-process-fy"
      ORDER BY chnv_paroles DESC
      """
    ),
    Oracle(
      "CHNV paroles to date by month in nov 2023..dec 2023",
      "a hedged stock: the last reading in each month",
      """
      SELECT substr(date, 1, 7) AS month, chnv_paroles_to_date FROM "chnv-paroles-statements"
      WHERE date IN ('2023-11-30', '2023-12-31') ORDER BY month
      """
    ),
    Oracle(
      "CBP One appointments scheduled to date by date in jan 2024..feb 2024",
      "levels at single days",
      """
      SELECT date, cbp_one_scheduled_to_date FROM "cbp-one-scheduled-statements"
      WHERE date BETWEEN '2024-01-01' AND '2024-02-29'
      """
    ),
    Oracle(
      "CBP One appointments scheduled to date by month in cy2024",
      "a month without a statement is missing, never zero",
      """
      WITH RECURSIVE day(date) AS (
      SELECT '2024-01-31' UNION ALL SELECT date(date, 'start of month', '+2 months', '-1 day')
      FROM day WHERE date < '2024-09-30')
      SELECT substr(date, 1, 7) AS month, cbp_one_scheduled_to_date FROM day
      LEFT JOIN "cbp-one-scheduled-statements" USING (date) ORDER BY date
      """
    ),
    Oracle(
      "CHNV paroles for venezuela in fy2023",
      "a name of two dimensions: the measure has the process",
      """
      SELECT chnv_paroles FROM "ohss-2024-08-chnv-process-fy" WHERE process LIKE 'Venezuela%'
      """
    ),
    Oracle(
      "asylum grants for defensive by region in fy2022",
      "a filter on one dimension, a breakdown by another",
      """
      SELECT region, asylum_grants FROM "yearbook-2023-asylum-region"
      WHERE fy = 2022 AND asylum_type = 'Defensive' ORDER BY region IN unknown, asylum_grants DESC
      """
    ),
  ]
}
