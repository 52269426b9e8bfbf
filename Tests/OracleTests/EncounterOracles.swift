import Testing

@MainActor
@Suite("Encounters agree with the published tables")
struct EncounterOracles {
  @Test(arguments: oracles)
  func agrees(_ oracle: Oracle) throws { try oracle.check() }

  /// Every row of the detailed files by state, cut by fiscal year.
  nonisolated static let byState = """
    (SELECT * FROM "cbp-encounters-state-fy2020-2021"
    UNION ALL SELECT * FROM "cbp-encounters-state-fy2022-2025"
    UNION ALL SELECT * FROM "cbp-encounters-state-fy2026")
    """

  /// Every row of the southwest files, which tell the components apart.
  nonisolated static let southwest = """
    (SELECT * FROM "cbp-encounters-southwest-fy2019-2021"
    UNION ALL SELECT * FROM "cbp-encounters-southwest-fy2022-2025")
    """

  nonisolated static let oracles = [
    Oracle(
      "encounters by fy since 2020",
      "three files of one series; FY2026 holds two months",
      """
      SELECT fy, sum(encounters) AS encounters FROM \(byState) GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "encounters by fy from 2014 to 2019",
      "before the files by state, the rounded table of OHSS",
      """
      SELECT fy, sum(encounters) AS encounters FROM "ohss-2024-08-encounters-fy"
      WHERE fy < 2020 GROUP BY fy ORDER BY fy
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
      "a small dimension, from the largest, other last",
      """
      SELECT border, sum(encounters) AS encounters FROM \(byState) WHERE fy = 2023
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
      "encounters for venezuela by month in fy2024",
      "one country by month",
      """
      SELECT month, sum(encounters) AS encounters FROM \(byState)
      WHERE fy = 2024 AND citizenship = 'Venezuela' GROUP BY month ORDER BY month
      """
    ),
    Oracle(
      "encounters for venezuela, southwest in fy2023",
      "the files by state hold border and citizenship",
      """
      SELECT sum(encounters) AS encounters FROM \(byState)
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
      SELECT coalesce(sum(encounters), 0) AS encounters FROM \(byState)
      WHERE month = '2025-10' AND citizenship = 'Cuba' AND state = 'Alaska'
      """
    ),
    Oracle(
      "encounters for guatemala, southwest, between ports by fy from 2022 to 2024",
      "the five-group southwest tables name Guatemala",
      """
      SELECT fy, sum(encounters) AS encounters FROM \(southwest)
      WHERE citizenship = 'Guatemala' AND component = 'Border Patrol'
      AND fy BETWEEN 2022 AND 2024 GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "encounters for texas in fy2022",
      "a state with its airports, under several borders",
      """
      SELECT sum(encounters) AS encounters FROM \(byState) WHERE fy = 2022 AND state = 'Texas'
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
      "encounters for chnv by citizenship in fy2023",
      "a group filters, its members are rows",
      """
      SELECT citizenship, sum(encounters) AS encounters FROM \(byState)
      WHERE fy = 2023 AND citizenship IN ('Cuba', 'Haiti', 'Nicaragua', 'Venezuela')
      GROUP BY citizenship ORDER BY encounters DESC
      """
    ),
    Oracle(
      "encounters where citizenship != mexico in fy2023",
      "other and unknown stay",
      """
      SELECT sum(encounters) AS encounters FROM \(byState)
      WHERE fy = 2023 AND citizenship != 'Mexico'
      """
    ),
    Oracle(
      "encounters where border = southwest and not demographic = single adults in fy2022",
      "`not` binds before `and`",
      """
      SELECT sum(encounters) AS encounters FROM \(byState)
      WHERE fy = 2022 AND border = 'Southwest border' AND demographic != 'Single adults'
      """
    ),
    Oracle(
      "encounters where citizenship = cuba or citizenship = haiti and border = northern in fy2023",
      "`and` binds before `or`",
      """
      SELECT sum(encounters) AS encounters FROM \(byState) WHERE fy = 2023
      AND (citizenship = 'Cuba' OR citizenship = 'Haiti' AND border = 'Northern border')
      """
    ),
    Oracle(
      "encounters where citizenship in (cuba, haiti) and border not in (southwest, northern) "
        + "by fy from 2022 to 2024",
      "lists of values",
      """
      SELECT fy, sum(encounters) AS encounters FROM \(byState)
      WHERE fy BETWEEN 2022 AND 2024 AND citizenship IN ('Cuba', 'Haiti')
      AND border NOT IN ('Southwest border', 'Northern border')
      GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "encounters by fy, border from 2023 to 2024",
      "time first, then borders in one order for all years",
      """
      SELECT fy, border, sum(encounters) AS encounters FROM \(byState)
      WHERE fy BETWEEN 2023 AND 2024 GROUP BY fy, border
      ORDER BY fy, border IN other, encounters DESC
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
      "a third party goes on where CBP's files end",
      """
      SELECT month, sum(encounters) AS encounters FROM \(byState)
      WHERE border = 'Southwest border' AND fy = 2026 GROUP BY month
      UNION ALL SELECT month, encounters FROM "southwest-encounters-secondary-2025-2026"
      ORDER BY month
      """
    ),
    Oracle(
      "apprehensions by fy since 2018",
      "a formula; four tables, the last year two months",
      """
      SELECT fy, encounters AS apprehensions FROM "usbp-nationwide-fy1925-2019" WHERE fy >= 2018
      UNION ALL SELECT fy, sum(encounters) FROM "usbp-sector-month-fy2000-2020"
      WHERE fy = 2020 GROUP BY fy
      UNION ALL SELECT fy, sum(encounters) FROM "yearbook-2022-table-35-usbp"
      WHERE fy > 2020 GROUP BY fy
      UNION ALL SELECT fy, encounters FROM "khsm-usbp-fy" WHERE fy > 2022
      UNION ALL SELECT fy, sum(encounters) FROM "khsm-usbp" WHERE fy = 2025 GROUP BY fy
      ORDER BY fy
      """
    ),
    Oracle(
      "illegal crossings by fy from 1925 to 1930",
      "a phrase for a formula, at the beginning of the series",
      """
      SELECT fy, encounters AS apprehensions FROM "usbp-nationwide-fy1925-2019"
      WHERE fy <= 1930 ORDER BY fy
      """
    ),
    Oracle(
      "apprehensions by sector top 4 in fy2021",
      "sectors of the yearbook",
      """
      SELECT sector, encounters AS apprehensions FROM "yearbook-2022-table-35-usbp"
      WHERE fy = 2021 ORDER BY encounters DESC LIMIT 4
      """
    ),
    Oracle(
      "apprehensions for southwest by fy from 1960 to 1965",
      "southwest sectors add up to their border",
      """
      SELECT fy, sum(encounters) AS apprehensions FROM "usbp-southwest-sector-fy1960-2019"
      WHERE fy <= 1965 GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "encounters between ports for mexico by fy from 2007 to 2010",
      "a name with `between` inside it; the exact table by country and sector",
      """
      SELECT fy, sum(encounters) AS encounters FROM "usbp-citizenship-sector-fy2007-2019"
      WHERE citizenship = 'Mexico' AND fy <= 2010 GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "apprehensions where sector = san diego by month in fy2019",
      "a sector named by its dimension",
      """
      SELECT month, encounters AS apprehensions FROM "usbp-sector-month-fy2000-2020"
      WHERE sector = 'San Diego' AND fy = 2019 ORDER BY month
      """
    ),
    Oracle(
      "apprehensions for families, southwest by fy from 2013 to 2024",
      "sectors, then OHSS, then CBP's own southwest files",
      """
      SELECT fy, sum(encounters) AS apprehensions FROM "usbp-family-units-sector-fy2013-2019"
      WHERE fy = 2013 AND sector IN (SELECT name FROM member WHERE parent = 'Southwest border')
      GROUP BY fy
      UNION ALL SELECT fy, encounters FROM "ohss-2024-08-southwest-demographic-fy"
      WHERE fy BETWEEN 2014 AND 2018 AND component = 'Border Patrol'
      AND demographic = 'Individuals in family units'
      UNION ALL SELECT fy, sum(encounters) FROM \(southwest)
      WHERE fy BETWEEN 2019 AND 2024 AND component = 'Border Patrol'
      AND demographic = 'Individuals in family units' GROUP BY fy
      ORDER BY fy
      """
    ),
    Oracle(
      "inadmissibles by fy since 2018",
      "ports by year; the answer ends with the data",
      """
      SELECT fy, encounters AS inadmissibles FROM "yearbook-2022-table-36" WHERE fy >= 2018
      ORDER BY fy
      """
    ),
    Oracle(
      "inadmissibles by field office top 3 in fy2022",
      "ports by field office",
      """
      SELECT field_office, encounters AS inadmissibles FROM "yearbook-2022-table-38"
      WHERE fy = 2022 AND field_office NOT IN other AND field_office NOT IN unknown
      ORDER BY encounters DESC LIMIT 3
      """
    ),
    Oracle(
      "inadmissibles by region in fy2020",
      "the table by region ranks before the table by country",
      """
      SELECT region, encounters AS inadmissibles FROM "yearbook-2022-table-37-regions"
      WHERE fy = 2020 ORDER BY region IN unknown, encounters DESC
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
