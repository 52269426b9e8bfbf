import Testing

@Suite("Encounters of one component agree with the published tables")
struct BorderPatrolOracles {
  @Test(arguments: oracles)
  func agrees(_ oracle: Oracle) throws { try oracle.check() }

  /// By component since FY2017: the printed years, of which one is apart, then the table that
  /// reaches furthest into FY2026.
  private static let byComponent = """
    (SELECT fy, component, encounters FROM "cbp-enforcement-encounters"
    UNION ALL SELECT fy, component, encounters FROM "cbp-aor-encounters-fy2024"
    UNION ALL SELECT fy, component, encounters FROM "cbp-aor-encounters-month")
    """

  static let oracles = [
    Oracle(
      "apprehensions by fy since 2018",
      "a formula; three tables, the last year eleven months",
      """
      SELECT fy, sum(encounters) AS apprehensions FROM \(byComponent)
      WHERE component = 'Border Patrol' AND fy >= 2018 GROUP BY fy ORDER BY fy
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
      UNION ALL SELECT fy, sum(encounters) FROM \(EncounterOracles.southwest)
      WHERE fy BETWEEN 2019 AND 2024 AND component = 'Border Patrol'
      AND demographic = 'Individuals in family units' GROUP BY fy
      ORDER BY fy
      """
    ),
    Oracle(
      "inadmissibles by fy since 2018",
      "ports by year; the answer ends with the data",
      """
      SELECT fy, sum(encounters) AS inadmissibles FROM \(byComponent)
      WHERE component = 'Office of Field Operations' AND fy >= 2018 GROUP BY fy ORDER BY fy
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
      "apprehensions by border in fy2021",
      "sectors roll up to their borders",
      """
      SELECT parent AS border, sum(encounters) AS apprehensions
      FROM "yearbook-2022-table-35-usbp" JOIN member ON name = sector
      WHERE fy = 2021 AND parent LIKE '% border' GROUP BY parent ORDER BY apprehensions DESC
      """
    ),
    Oracle(
      "apprehensions for southwest by fy from 2017 to 2025",
      "the tables of sectors, then the southwest files; the year that they cut from another",
      """
      SELECT fy, sum(encounters) AS apprehensions FROM "usbp-southwest-sector-fy1960-2019"
      WHERE fy IN (2017, 2018) GROUP BY fy
      UNION ALL SELECT fy, sum(encounters) FROM \(EncounterOracles.southwest)
      WHERE component = 'Border Patrol' AND fy < 2025 GROUP BY fy
      UNION ALL SELECT fy, encounters FROM "cbp-aor-southwest-fy2025" ORDER BY fy
      """
    ),
    Oracle(
      "apprehensions by citizenship top 3 in fy2010",
      "exact counts by country before rounded ones",
      """
      SELECT citizenship, sum(encounters) AS apprehensions FROM "usbp-citizenship-sector-fy2007-2019"
      WHERE fy = 2010 AND citizenship NOT IN other AND citizenship NOT IN unknown
      GROUP BY citizenship ORDER BY apprehensions DESC LIMIT 3
      """
    ),
    Oracle(
      "apprehensions by fy, age group for texas sectors from 2018 to 2019",
      "a group of sectors",
      """
      SELECT fy, age_group, sum(encounters) AS apprehensions FROM "usbp-age-sector-fy2011-2019"
      WHERE fy >= 2018 AND sector IN ('Big Bend', 'Del Rio', 'El Paso', 'Laredo', 'Rio Grande Valley')
      GROUP BY fy, age_group
      """
    ),
  ]
}
