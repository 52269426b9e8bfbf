import Testing

@Suite("Staff, seizures, courts and money agree with the published tables")
struct OperationOracles {
  @Test(arguments: oracles)
  func agrees(_ oracle: Oracle) throws { try oracle.check() }

  static let seizures = """
    (SELECT * FROM "cbp-drug-seizures-fy2019-2022"
    UNION ALL SELECT * FROM "cbp-drug-seizures-fy2023-2026-04")
    """

  static let oracles = [
    Oracle(
      "border patrol agents in fy2011",
      "a stock at one date",
      """
      SELECT border_patrol_agents FROM "border-patrol-agents" WHERE fy = 2011
      """
    ),
    Oracle(
      "border patrol agents by fy since 2015",
      "a stock by year is its reading in each",
      """
      SELECT fy, border_patrol_agents FROM "border-patrol-agents" WHERE fy >= 2015 ORDER BY fy
      """
    ),
    Oracle(
      "border patrol agents by border in fy2019",
      "a partial breakdown is shown",
      """
      SELECT border, border_patrol_agents FROM "border-patrol-agents-border"
      WHERE fy = 2019 ORDER BY border_patrol_agents DESC
      """
    ),
    Oracle(
      "border deaths for southwest by fy from 2015 to 2019",
      "sectors of a table about the southwest",
      """
      SELECT fy, sum(border_deaths) AS border_deaths FROM "border-deaths-sector"
      WHERE fy >= 2015 GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "rescues by sector top 3 in fy2019",
      "a table with empty cells elsewhere",
      """
      SELECT sector, rescues FROM "usbp-sector-profiles"
      WHERE fy = 2019 ORDER BY rescues DESC LIMIT 3
      """
    ),
    Oracle(
      "drug seizures for fentanyl by fy from 2019 to 2025",
      "pounds with decimals add up exactly; Air and Marine is not in them",
      """
      SELECT fy, round(sum(drug_seizures), 3) AS drug_seizures FROM \(seizures)
      WHERE drug = 'Fentanyl' AND fy <= 2025 GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "drug seizures by drug top 3 in fy2024",
      "other drugs are not ranked",
      """
      SELECT drug, round(sum(drug_seizures), 3) AS drug_seizures FROM \(seizures)
      WHERE fy = 2024 AND drug NOT IN other GROUP BY drug ORDER BY drug_seizures DESC LIMIT 3
      """
    ),
    Oracle(
      "drug seizures where drug = hard drugs by cy in cy2024",
      "a group of drugs",
      """
      SELECT cy, round(sum(drug_seizures), 3) AS drug_seizures FROM \(seizures) WHERE cy = 2024
      AND drug IN (SELECT member FROM member_of WHERE "group" LIKE 'Cocaine, fentanyl%')
      GROUP BY cy
      """
    ),
    Oracle(
      "firearms seized for border patrol, southwest by fy since 2016",
      "a scope and a column",
      """
      SELECT fy, firearms_seized FROM "usbp-seizures-fy2011-2019"
      WHERE border = 'Southwest border' AND fy >= 2016 ORDER BY fy
      """
    ),
    Oracle(
      "immigration court cases received by fy from 2013 to 2018",
      "the newer vintage where it holds the year, the older one in its gap",
      """
      SELECT fy, court_cases_received FROM "eoir-2021-04-court-cases"
      WHERE fy BETWEEN 2013 AND 2018
      AND fy NOT IN (SELECT fy FROM "eoir-2025-07-court-cases")
      UNION ALL SELECT fy, court_cases_received FROM "eoir-2025-07-court-cases"
      WHERE fy BETWEEN 2013 AND 2018 ORDER BY fy
      """
    ),
    Oracle(
      "court backlog by fy since 2021",
      "a stock by date: the last reading in each fiscal year",
      """
      SELECT CAST(substr(date, 1, 4) AS INTEGER) AS fy, court_cases_pending
      FROM "eoir-2025-07-court-pending" WHERE date >= '2021-01-01' ORDER BY date
      """
    ),
    Oracle(
      "287(g) agreements in fy2023",
      "models add at the last date of the year, dates do not",
      """
      SELECT sum(agreements_287g) AS agreements_287g FROM "ice-287g-agreements"
      WHERE date = (SELECT max(date) FROM "ice-287g-agreements" WHERE date <= '2023-09-30')
      """
    ),
    Oracle(
      "287(g) agreements by month, agreement model in jan 2022..feb 2022",
      "the last reading in each month",
      """
      SELECT substr(date, 1, 7) AS month, agreement_model, agreements_287g
      FROM "ice-287g-agreements" WHERE date BETWEEN '2022-01-01' AND '2022-02-28'
      """
    ),
    Oracle(
      "budget by agency in fy2024",
      "dollars stay whole",
      """
      SELECT agency, budget_authority FROM "omb-2027-budget" WHERE fy = 2024
      ORDER BY budget_authority DESC
      """
    ),
    Oracle(
      "foreign aid for honduras by fy since 2020",
      "a name of two dimensions: the measure has one of them",
      """
      SELECT fy, foreign_aid_obligations FROM "foreign-aid"
      WHERE recipient = 'Honduras' AND fy >= 2020 ORDER BY fy
      """
    ),
    Oracle(
      "smuggling prosecutions by fy since 2018",
      "time alone: years without a figure stay as rows, a single month is a partial year",
      """
      SELECT fy, smuggling_prosecutions FROM "trac-smuggling-fy" WHERE fy IN (2018, 2019)
      UNION ALL SELECT 2020, smuggling_prosecutions FROM "trac-smuggling-spans"
      WHERE start = '2020-02-01'
      UNION ALL SELECT 2021, NULL UNION ALL SELECT 2022, NULL
      UNION ALL SELECT fy, smuggling_prosecutions FROM "trac-smuggling-fy" WHERE fy = 2023
      UNION ALL SELECT 2024, smuggling_prosecutions FROM "trac-smuggling-spans"
      WHERE start = '2024-02-01' ORDER BY fy
      """
    ),
    Oracle(
      "darien crossings by cy since 2021",
      "a bare year is a calendar year where the measure is published so",
      """
      SELECT cy, darien_crossings FROM "darien-cy" WHERE cy >= 2021 ORDER BY cy
      """
    ),
    Oracle(
      "border patrol agents by fy order by border patrol agents desc limit 2",
      "order by a name that begins with the name of a dimension",
      """
      SELECT fy, border_patrol_agents FROM "border-patrol-agents"
      ORDER BY border_patrol_agents DESC LIMIT 2
      """
    ),
    Oracle(
      "drug seizure events by component in fy2020",
      "components of the files, Air and Marine apart",
      """
      SELECT component, sum(drug_seizure_events) AS drug_seizure_events FROM \(seizures)
      WHERE fy = 2020 GROUP BY component ORDER BY drug_seizure_events DESC
      """
    ),
    Oracle(
      "drug seizures for amo, fentanyl in fy2024",
      "Air and Marine answers when it is named",
      """
      SELECT round(sum(drug_seizures), 3) AS drug_seizures FROM "amo-drug-seizures-fy2023-2026"
      WHERE fy = 2024 AND drug = 'Fentanyl'
      """
    ),
  ]
}
