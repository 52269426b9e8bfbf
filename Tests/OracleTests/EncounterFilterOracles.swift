import Testing

@Suite("Encounters with filters agree with the published tables")
struct EncounterFilterOracles {
  @Test(arguments: oracles)
  func agrees(_ oracle: Oracle) throws { try oracle.check() }

  static let oracles = [
    Oracle(
      "encounters for venezuela by month in fy2024",
      "one country by month",
      """
      SELECT month, sum(encounters) AS encounters FROM \(EncounterOracles.byState)
      WHERE fy = 2024 AND citizenship = 'Venezuela' GROUP BY month ORDER BY month
      """
    ),
    Oracle(
      "encounters for venezuela, southwest in fy2023",
      "the files by state hold border and citizenship",
      """
      SELECT sum(encounters) AS encounters FROM \(EncounterOracles.byState)
      WHERE fy = 2023 AND citizenship = 'Venezuela' AND border = 'Southwest border'
      """
    ),
    Oracle(
      "encounters for venezuela, southwest, between ports in fy2021",
      "the five-group southwest tables cannot answer; OHSS names ten",
      """
      SELECT encounters FROM "ohss-2024-08-southwest-citizenship-fy"
      WHERE fy = 2021 AND citizenship = 'Venezuela' AND component = 'Border Patrol'
      """
    ),
    Oracle(
      "encounters for venezuela, southwest, between ports in nov 2024",
      "one month on, only the table of the Border Patrol by country is left",
      """
      SELECT encounters FROM "khsm-usbp-border-citizenship"
      WHERE month = '2024-11' AND citizenship = 'Venezuela' AND border = 'Southwest border'
      """
    ),
    Oracle(
      "encounters for cuba, alaska in oct 2025",
      "no row in a table that prints every other combination is zero",
      """
      SELECT coalesce(sum(encounters), 0) AS encounters FROM \(EncounterOracles.byState)
      WHERE month = '2025-10' AND citizenship = 'Cuba' AND state = 'Alaska'
      """
    ),
    Oracle(
      "encounters for guatemala, southwest, between ports by fy from 2022 to 2024",
      "the five-group southwest tables name Guatemala",
      """
      SELECT fy, sum(encounters) AS encounters FROM \(EncounterOracles.southwest)
      WHERE citizenship = 'Guatemala' AND component = 'Border Patrol'
      AND fy BETWEEN 2022 AND 2024 GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "encounters for texas in fy2022",
      "a state with its airports, under several borders",
      """
      SELECT sum(encounters) AS encounters FROM \(EncounterOracles.byState) WHERE fy = 2022 AND state = 'Texas'
      """
    ),
    Oracle(
      "encounters for chnv by citizenship in fy2023",
      "a group filters, its members are rows",
      """
      SELECT citizenship, sum(encounters) AS encounters FROM \(EncounterOracles.byState)
      WHERE fy = 2023 AND citizenship IN ('Cuba', 'Haiti', 'Nicaragua', 'Venezuela')
      GROUP BY citizenship ORDER BY encounters DESC
      """
    ),
    Oracle(
      "encounters where citizenship != mexico in fy2023",
      "other and unknown stay",
      """
      SELECT sum(encounters) AS encounters FROM \(EncounterOracles.byState)
      WHERE fy = 2023 AND citizenship != 'Mexico'
      """
    ),
    Oracle(
      "encounters where border = southwest and not demographic = single adults in fy2022",
      "`not` binds before `and`",
      """
      SELECT sum(encounters) AS encounters FROM \(EncounterOracles.byState)
      WHERE fy = 2022 AND border = 'Southwest border' AND demographic != 'Single adults'
      """
    ),
    Oracle(
      "encounters where citizenship = cuba or citizenship = haiti and border = northern in fy2023",
      "`and` binds before `or`",
      """
      SELECT sum(encounters) AS encounters FROM \(EncounterOracles.byState) WHERE fy = 2023
      AND (citizenship = 'Cuba' OR citizenship = 'Haiti' AND border = 'Northern border')
      """
    ),
    Oracle(
      "encounters where citizenship in (cuba, haiti) and border not in (southwest, northern) "
        + "by fy from 2022 to 2024",
      "lists of values",
      """
      SELECT fy, sum(encounters) AS encounters FROM \(EncounterOracles.byState)
      WHERE fy BETWEEN 2022 AND 2024 AND citizenship IN ('Cuba', 'Haiti')
      AND border NOT IN ('Southwest border', 'Northern border')
      GROUP BY fy ORDER BY fy
      """
    ),
  ]
}
