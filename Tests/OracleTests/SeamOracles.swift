import Testing

@Suite("What is compared comes from one table where one holds it")
struct SeamOracles {
  @Test(arguments: oracles)
  func agrees(_ oracle: Oracle) throws { try oracle.check() }

  /// Removals of FY2023 and FY2022 in one table, by one of its columns.
  private static func removals(
    _ question: String,
    by column: String,
    of table: String,
    _ rest: String = ""
  ) -> Oracle {
    Oracle(
      question,
      "two tables differ by more than the change of a year",
      """
      SELECT a.\(column), a.removals AS removals_fy2023, b.removals AS removals_fy2022,
      a.removals - b.removals AS removals_change,
      100.0 * (a.removals - b.removals) / b.removals AS removals_change_percent
      FROM "\(table)" a JOIN "\(table)" b USING (\(column)) WHERE a.fy = 2023 AND b.fy = 2022 \(rest)
      """
    )
  }

  static let oracles = [
    Oracle(
      "removals in fy2023 vs fy2022",
      "two tables differ by more than the change of a year",
      """
      SELECT a.removals AS removals_fy2023, b.removals AS removals_fy2022,
      a.removals - b.removals AS removals_change,
      100.0 * (a.removals - b.removals) / b.removals AS removals_change_percent
      FROM "ohss-2024-08-repatriations-fy" a, "ohss-2024-08-repatriations-fy" b
      WHERE a.fy = 2023 AND b.fy = 2022
      """
    ),
    removals(
      "removals by criminality in fy2023 vs fy2022",
      by: "criminality",
      of: "ohss-2024-08-removals-criminality-fy"
    ),
    removals(
      "removals by citizenship in fy2023 vs fy2022 top 3",
      by: "citizenship",
      of: "ohss-2024-08-removals-citizenship-fy",
      "AND citizenship NOT IN ('Other', 'Unknown') ORDER BY a.removals DESC LIMIT 3"
    ),
    Oracle(
      "removals by fy in fy2021..fy2023 with change",
      "a change over the seam is not one of the world",
      """
      SELECT a.fy, a.removals, a.removals - b.removals AS removals_change,
      100.0 * (a.removals - b.removals) / b.removals AS removals_change_percent
      FROM "ohss-2024-08-repatriations-fy" a
      LEFT JOIN "ohss-2024-08-repatriations-fy" b ON b.fy = a.fy - 1 AND b.fy > 2020
      WHERE a.fy BETWEEN 2021 AND 2023 ORDER BY a.fy
      """
    ),
  ]

  @Test(arguments: verdicts)
  func judges(_ expected: Verdicts) throws {
    let row = try CheckRow(of: expected.statement)
    #expect(row.verdict == expected.verdict, "\(expected.reason)")
  }

  private static let verdicts = [
    Verdicts(
      "change in removals for convicted from fy2022 to fy2023 fell",
      "depends",
      "in the one table that holds both they rose by 18,420; in each year's best they fell"
    ),
    Verdicts(
      "removals for \"not convicted of a crime\" in fy2023 is highest since fy2019",
      "depends",
      "136,060 in FY2020, of the one table that holds all years"
    ),
    Verdicts(
      "change in removals from fy2022 to fy2023 = 63%",
      "depends",
      "72.86 percent in one table, 63.49 over two"
    ),
    Verdicts("change in removals from fy2022 to fy2023 rose", "holds", "in every reading"),
    Verdicts(
      "apprehensions in fy1976 is highest since fy1974",
      "holds",
      "only the tables that say so have fifteen months"
    ),
    Verdicts(
      "encounters for southwest in fy2026 < 100000",
      "fails",
      "what is held makes 115,765"
    ),
    Verdicts("encounters in cy2021 = 2275496", "holds", "the exact months are held"),
  ]
}
