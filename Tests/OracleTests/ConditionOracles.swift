import Testing

@Suite("Conditions with and, or, not and tests on columns agree with the published tables")
struct ConditionOracles {
  @Test(arguments: oracles)
  func agrees(_ oracle: Oracle) throws { try oracle.check() }

  private static func total(_ condition: String) -> String {
    """
    SELECT sum(encounters) AS encounters FROM \(EncounterOracles.byState)
    WHERE fy = 2024 AND (\(condition))
    """
  }

  static let oracles = [
    Oracle(
      "encounters where citizenship = venezuela or citizenship = cuba in fy2024",
      "either",
      total("citizenship = 'Venezuela' OR citizenship = 'Cuba'")
    ),
    Oracle(
      "encounters where citizenship = venezuela or citizenship = cuba and border = southwest "
        + "in fy2024",
      "`and` binds before `or`",
      total(
        "citizenship = 'Venezuela' OR citizenship = 'Cuba' AND border = 'Southwest border'"
      )
    ),
    Oracle(
      "encounters where (citizenship = venezuela or citizenship = cuba) and border = southwest "
        + "in fy2024",
      "brackets before both",
      total(
        "(citizenship = 'Venezuela' OR citizenship = 'Cuba') AND border = 'Southwest border'"
      )
    ),
    Oracle(
      "encounters where not citizenship = mexico and border = southwest in fy2024",
      "`not` binds first",
      total("citizenship <> 'Mexico' AND border = 'Southwest border'")
    ),
    Oracle(
      "encounters where not (border = southwest or border = northern) in fy2024",
      "`not` before brackets",
      total("border NOT IN ('Southwest border', 'Northern border')")
    ),
    Oracle(
      "encounters where citizenship not in (mexico, guatemala) in fy2024",
      "none of a list; other is kept",
      total("citizenship NOT IN ('Mexico', 'Guatemala')")
    ),
    Oracle(
      "encounters where border != southwest for venezuela, cuba in fy2024",
      "a condition and values narrow together",
      total("border <> 'Southwest border' AND citizenship IN ('Venezuela', 'Cuba')")
    ),
    Oracle(
      "encounters where citizenship = chnv countries and demographic != single adults in fy2024",
      "a group in a condition",
      total(
        """
        citizenship IN (SELECT member FROM member_of WHERE "group" = 'CHNV countries')
        AND demographic <> 'Single adults'
        """
      )
    ),
    Oracle(
      "removals by fy until 2022 where removals > 300,000",
      "a test on a column judges finished rows",
      """
      SELECT fy, removals FROM "yearbook-2022-table-39" WHERE removals > 300000 ORDER BY fy
      """
    ),
    Oracle(
      "encounters by citizenship in fy2023 where encounters >= 200k",
      "finished rows, other among them",
      """
      SELECT citizenship, sum(encounters) AS encounters FROM \(EncounterOracles.byState)
      WHERE fy = 2023 GROUP BY citizenship HAVING sum(encounters) >= 200000
      ORDER BY citizenship IN other, sum(encounters) DESC
      """
    ),
    Oracle(
      "encounters by fy from 2020 to 2025 where encounters > 0.6m and encounters < 2m",
      "two tests",
      """
      SELECT fy, sum(encounters) AS encounters FROM \(EncounterOracles.byState)
      WHERE fy <= 2025 GROUP BY fy HAVING sum(encounters) > 600000 AND sum(encounters) < 2000000
      ORDER BY fy
      """
    ),
    Oracle(
      "encounters by citizenship where border = southwest and encounters > 100,000 in fy2024",
      "a condition on the data and a test on the rows",
      """
      SELECT citizenship, sum(encounters) AS encounters FROM \(EncounterOracles.byState)
      WHERE fy = 2024 AND border = 'Southwest border'
      GROUP BY citizenship HAVING sum(encounters) > 100000
      ORDER BY citizenship IN other, sum(encounters) DESC
      """
    ),
    Oracle(
      "removals, returns by fy from 2010 to 2022 where returns > 200,000",
      "a test on the second column",
      """
      SELECT fy, removals, returns FROM "yearbook-2022-table-39"
      WHERE fy >= 2010 AND returns > 200000 ORDER BY fy
      """
    ),
    Oracle(
      "removals by fy from 2010 to 2022 where returns > 200,000",
      "a test on a measure that is not shown",
      """
      SELECT fy, removals FROM "yearbook-2022-table-39"
      WHERE fy >= 2010 AND returns > 200000 ORDER BY fy
      """
    ),
    Oracle(
      "removals by fy from 2010 to 2022 where removals / returns > 2",
      "a test on an expression",
      """
      SELECT fy, removals FROM "yearbook-2022-table-39"
      WHERE fy >= 2010 AND removals > 2 * returns ORDER BY fy
      """
    ),
    Oracle(
      "removals / returns as ratio by fy from 2010 to 2022 where ratio > 2",
      "a test on a name of one's own",
      """
      SELECT fy, 1.0 * removals / returns AS ratio FROM "yearbook-2022-table-39"
      WHERE fy >= 2010 AND removals > 2 * returns ORDER BY fy
      """
    ),
    Oracle(
      "encounters by citizenship top 3 in fy2023 where encounters < 300,000",
      "a test comes before `top`",
      """
      SELECT citizenship, sum(encounters) AS encounters FROM \(EncounterOracles.byState)
      WHERE fy = 2023 AND citizenship NOT IN other GROUP BY citizenship
      HAVING sum(encounters) < 300000 ORDER BY sum(encounters) DESC LIMIT 3
      """
    ),
  ]
}
