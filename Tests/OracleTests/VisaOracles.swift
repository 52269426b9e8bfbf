import Testing

@Suite("Visas agree with the published tables")
struct VisaOracles {
  @Test(arguments: oracles)
  func agrees(_ oracle: Oracle) throws { try oracle.check() }

  static let oracles = [
    Oracle(
      "H-2A visas in fy2023",
      "a formula with a hyphen in its name",
      """
      SELECT sum(visas_issued) AS h2a_visas FROM "state-visas"
      WHERE fy = 2023 AND visa_class = 'H-2A'
      """
    ),
    Oracle(
      "H-2 visas by fy since 2020",
      "a sum of two formulas",
      """
      SELECT fy, sum(visas_issued) AS h2_visas FROM "state-visas"
      WHERE fy >= 2020 AND visa_class IN ('H-2A', 'H-2B') GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "seasonal workers for mexico by fy from 2022 to 2024",
      "a phrase for a formula, filtered",
      """
      SELECT fy, sum(visas_issued) AS h2_visas FROM "state-visas"
      WHERE fy >= 2022 AND visa_class IN ('H-2A', 'H-2B') AND citizenship = 'Mexico'
      GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "visas by visa class top 3 in fy2019",
      "classes add up over countries",
      """
      SELECT visa_class, sum(visas_issued) AS visas_issued FROM "state-visas"
      WHERE fy = 2019 GROUP BY visa_class ORDER BY visas_issued DESC LIMIT 3
      """
    ),
    Oracle(
      "visas for europe in fy2023",
      "countries roll up to their region",
      """
      SELECT sum(visas_issued) AS visas_issued FROM "state-visas"
      WHERE fy = 2023 AND citizenship IN (SELECT name FROM member WHERE parent = 'Europe')
      """
    ),
    Oracle(
      "H-2B cap in fy2024",
      "a limit of one year",
      """
      SELECT h2b_cap FROM "uscis-2024-h2b-cap"
      """
    ),
    Oracle(
      "H-2A visas by citizenship top 3 in fy2023",
      "countries of one class",
      """
      SELECT citizenship, visas_issued AS h2a_visas FROM "state-visas"
      WHERE fy = 2023 AND visa_class = 'H-2A' ORDER BY visas_issued DESC LIMIT 3
      """
    ),
  ]
}
