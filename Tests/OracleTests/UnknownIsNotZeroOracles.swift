import Testing

@Suite("A value that a table never names is unknown there, not zero")
struct UnknownIsNotZeroOracles {
  @Test(arguments: oracles)
  func agrees(_ oracle: Oracle) throws { try oracle.check() }

  /// The ten countries and the rest, at the southwest border.
  private static let southwest = """
    (SELECT fy, citizenship, sum(encounters) AS n FROM "ohss-2024-08-southwest-citizenship-fy"
    GROUP BY fy, citizenship)
    """

  /// The same to FY2019; in FY2020 the files by state, which name all ten too, exactly, and others.
  private static let bestOfEachYear = """
    (SELECT * FROM \(southwest) WHERE fy < 2020
    UNION ALL SELECT fy, citizenship, sum(encounters) FROM "cbp-encounters-state-fy2020-2021"
    WHERE border = 'Southwest border' GROUP BY fy, citizenship)
    """

  /// The Border Patrol by country: its own table from FY2007, the department's before.
  private static let patrol = """
    (SELECT fy, citizenship, encounters AS n FROM "khsm-usbp-citizenship-fy" WHERE fy < 2007
    UNION ALL SELECT fy, citizenship, sum(encounters) FROM "usbp-citizenship-sector-fy2007-2019"
    GROUP BY fy, citizenship)
    """

  static let oracles = [
    Oracle(
      "encounters for southwest by citizenship in fy2019 vs fy2018",
      "one table holds both years and names ten countries; that of five groups names four",
      """
      SELECT a.citizenship, a.n AS encounters_fy2019, b.n AS encounters_fy2018,
      a.n - b.n AS encounters_change, 100.0 * (a.n - b.n) / b.n AS encounters_change_percent
      FROM \(southwest) a JOIN \(southwest) b USING (citizenship) WHERE a.fy = 2019 AND b.fy = 2018
      """
    ),
    Oracle(
      "encounters for southwest by fy, citizenship in fy2018..fy2020",
      "the table that names every value answers for all cells of the period",
      "SELECT fy, citizenship, n AS encounters FROM \(bestOfEachYear) WHERE fy BETWEEN 2018 AND 2020"
    ),
    Oracle(
      "encounters for southwest by fy across citizenship in fy2018..fy2020 top 6",
      "as columns too",
      partial: true,
      """
      SELECT fy, sum(n) FILTER (WHERE citizenship = 'Cuba') AS "Cuba",
      sum(n) FILTER (WHERE citizenship = 'Ecuador') AS "Ecuador"
      FROM \(bestOfEachYear) WHERE fy BETWEEN 2018 AND 2020 GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "encounters for southwest by fy, citizenship in fy2018..fy2020 with yoy",
      "Cubans of FY2020 were fewer than those of FY2019",
      """
      SELECT a.fy, a.citizenship, a.n AS encounters, a.n - b.n AS encounters_yoy,
      100.0 * (a.n - b.n) / b.n AS encounters_yoy_percent
      FROM \(southwest) a JOIN \(southwest) b ON a.citizenship = b.citizenship AND b.fy = a.fy - 1
      WHERE a.fy BETWEEN 2018 AND 2020
      """
    ),
    Oracle(
      "apprehensions by fy across citizenship in fy2004..fy2009 top 5",
      "fifth is Brazil, of which the table of Mexicans and others says nothing",
      """
      SELECT fy, sum(n) FILTER (WHERE citizenship = 'Mexico') AS "Mexico",
      sum(n) FILTER (WHERE citizenship = 'Honduras') AS "Honduras",
      sum(n) FILTER (WHERE citizenship = 'El Salvador') AS "El Salvador",
      sum(n) FILTER (WHERE citizenship = 'Guatemala') AS "Guatemala",
      sum(n) FILTER (WHERE citizenship = 'Brazil') AS "Brazil"
      FROM \(patrol) WHERE fy BETWEEN 2004 AND 2009 GROUP BY fy ORDER BY fy
      """
    ),
    Oracle(
      "apprehensions by citizenship in fy2007 vs fy2006 top 5",
      "one table names the countries in both years",
      """
      SELECT a.citizenship, a.encounters AS apprehensions_fy2007, b.encounters AS apprehensions_fy2006,
      a.encounters - b.encounters AS apprehensions_change,
      100.0 * (a.encounters - b.encounters) / b.encounters AS apprehensions_change_percent
      FROM "khsm-usbp-citizenship-fy" a JOIN "khsm-usbp-citizenship-fy" b USING (citizenship)
      WHERE a.fy = 2007 AND b.fy = 2006 ORDER BY a.encounters DESC LIMIT 5
      """
    ),
    Oracle(
      "min(encounters by fy) as least by citizenship for southwest in fy2018..fy2020 top 7",
      "no least of zero for a country that a table does not name",
      """
      SELECT citizenship, min(n) AS least FROM \(southwest)
      WHERE fy BETWEEN 2018 AND 2020 AND citizenship <> 'Other'
      GROUP BY citizenship ORDER BY least DESC LIMIT 7
      """
    ),
    Oracle(
      "encounters by fy across border",
      "air ports and coasts are kept apart to FY2023, and unknown where they are under other",
      partial: true,
      """
      SELECT fy, sum(encounters) FILTER (WHERE border = 'Air ports of entry') AS "Air ports of entry",
      sum(encounters) FILTER (WHERE border = 'Coastal border') AS "Coastal border"
      FROM "ohss-2024-08-encounters-fy" GROUP BY fy
      UNION ALL SELECT value, NULL, NULL FROM json_each('[2024, 2025, 2026]')
      """
    ),
    Oracle(
      "encounters by border in fy2022 vs fy2019",
      "one table tells them apart in both years",
      """
      SELECT a.border, a.encounters AS encounters_fy2022, b.encounters AS encounters_fy2019,
      a.encounters - b.encounters AS encounters_change,
      100.0 * (a.encounters - b.encounters) / b.encounters AS encounters_change_percent
      FROM "ohss-2024-08-encounters-fy" a JOIN "ohss-2024-08-encounters-fy" b USING (border)
      WHERE a.fy = 2022 AND b.fy = 2019
      """
    ),
    Oracle(
      "apprehensions by citizenship in fy2006 top 5",
      "two groups are no breakdown by citizenship where a table names the countries",
      """
      SELECT citizenship, encounters AS apprehensions FROM "khsm-usbp-citizenship-fy" WHERE fy = 2006
      ORDER BY encounters DESC LIMIT 5
      """
    ),
    Oracle(
      "apprehensions for southwest by citizenship top 5 in fy2023",
      "Venezuela is third: a table that leaves a fifth under other comes after it",
      """
      SELECT citizenship, encounters AS apprehensions FROM "khsm-usbp-border-citizenship-fy"
      WHERE fy = 2023 AND border = 'Southwest border' ORDER BY encounters DESC LIMIT 5
      """
    ),
    Oracle(
      "apprehensions by sector bottom 5 in fy2020",
      "Livermore closed in FY2004: what does not exist is not ranked",
      """
      SELECT sector, sum(encounters) AS apprehensions FROM "usbp-sector-month-fy2000-2020"
      WHERE fy = 2020 GROUP BY sector HAVING sum(encounters) > 0 ORDER BY 2 LIMIT 5
      """
    ),
    Oracle(
      "refugees where not refugee region = \"Asia (cumulative table)\" in fy2011..fy2012",
      "what a table never names it cannot leave out; the other table can",
      """
      SELECT sum(refugee_admissions) AS refugee_admissions FROM "prm-refugee-admissions-fy"
      WHERE fy IN (2011, 2012) AND refugee_region NOT LIKE 'Asia%'
      """
    ),
  ]

  /// The mean of six years of which a table of two groups holds three. Which exact years are
  /// beside the rounded ones moves it by a few people, zeros for three years by two thirds.
  @Test("A mean takes no zero for a year that does not name the value")
  func averages() throws {
    let rows = try Tally.rows(
      of: "average(apprehensions by fy) as mean by citizenship in fy2004..fy2009 top 6"
    )
    let honduras = rows.first { $0.cells["citizenship"] == .text("Honduras") }?.cells["mean"]
    guard case .number(let mean) = honduras else {
      Issue.record("no mean for Honduras: \(rows)")
      return
    }
    #expect(abs(mean - 27_135) < 5)
  }

  /// A sum over a table whose absent cells are zero is exact.
  @Test(arguments: [
    ("drug seizures for usbp by fy across drug | markdown", "> 134.505"),
    ("apprehensions for tanzania by fy", "> 0"),
  ])
  func isExact(_ question: String, _ bound: String) throws {
    let (answer, complaint) = try Tally.reply(to: question)
    #expect(complaint == "")
    #expect(!answer.contains(bound), "\(answer)")
  }
}
