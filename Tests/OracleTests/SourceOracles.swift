import Testing

/// How a source is spelled is left open here: only figures are compared.
@Suite("Figures of every source agree with the published tables")
struct SourceOracles {
  @Test(arguments: oracles)
  func agrees(_ oracle: Oracle) throws { try oracle.check() }

  private static let editions = """
    (SELECT fy, removals, returns FROM "yearbook-2022-table-39"
    UNION ALL SELECT * FROM "yearbook-2021-table-39"
    UNION ALL SELECT * FROM "yearbook-2019-table-39"
    UNION ALL SELECT * FROM "yearbook-2013-table-39"
    UNION ALL SELECT * FROM "yearbook-2012-table-39")
    """

  static let oracles = [
    Oracle(
      "removals by source in fy2012",
      "five editions of one table; an incomplete breakdown gives no total",
      partial: true,
      """
      SELECT removals FROM \(editions) WHERE fy = 2012
      """
    ),
    Oracle(
      "removals by fy, source from 2010 to 2012",
      "each year of each",
      partial: true,
      """
      SELECT fy, removals FROM \(editions) WHERE fy BETWEEN 2010 AND 2012
      """
    ),
    Oracle(
      "removals + returns as departures by source in fy2012",
      "the parts of a sum from one source each",
      partial: true,
      """
      SELECT removals + returns AS departures FROM \(editions) WHERE fy = 2012
      """
    ),
    Oracle(
      "refugee ceiling by source in fy2021",
      "a superseded ceiling of the press beside two that agree",
      partial: true,
      """
      SELECT refugee_ceiling FROM "prm-refugee-ceiling" WHERE fy = 2021
      UNION ALL SELECT refugee_ceiling FROM "mpi-refugee-ceiling" WHERE fy = 2021
      UNION ALL SELECT refugee_ceiling FROM "pd-2021-02-refugee-ceiling" WHERE fy = 2021
      UNION ALL SELECT refugee_ceiling FROM "pd-2021-06-refugee-ceiling" WHERE fy = 2021
      """
    ),
    Oracle(
      "immigration court cases received by source in fy2018",
      "two vintages",
      partial: true,
      """
      SELECT court_cases_received FROM "eoir-2021-04-court-cases" WHERE fy = 2018
      UNION ALL SELECT court_cases_received FROM "eoir-2025-07-court-cases" WHERE fy = 2018
      """
    ),
    Oracle(
      "ICE average daily population by source in fy2017",
      "a quotation and a count at midnight",
      partial: true,
      """
      SELECT ice_average_daily_population FROM "ice-adp-fy-quoted" WHERE fy = 2017
      UNION ALL SELECT ice_average_daily_population FROM "vera-adp-fy" WHERE fy = 2017
      """
    ),
    Oracle(
      "refugees by source in fy1990",
      "a whole and a sum of regions",
      partial: true,
      """
      SELECT sum(refugee_admissions) AS refugee_admissions FROM "prm-refugee-admissions-fy"
      WHERE fy = 1990
      UNION ALL SELECT refugee_admissions FROM "mpi-refugee-admissions-fy" WHERE fy = 1990
      """
    ),
  ]
}

@Suite("Every row can name its sources")
struct SourcesColumnTests {
  @Test("`with sources` adds a list to each row, which follows the tables")
  func sources() throws {
    let rows = try Tally.rows(of: "removals by fy from 2021 to 2023 with sources")
    let lists = rows.map { row -> [String] in
      if case .list(let sources) = row.cells["sources"] { sources } else { [] }
    }
    #expect(rows.count == 3)
    #expect(lists.allSatisfy { !$0.isEmpty })
    #expect(lists.first == lists.dropFirst().first && lists.first != lists.last)
  }

  @Test("a sum over two tables names both")
  func seam() throws {
    let rows = try Tally.rows(of: "max(removals by fy) since 2021 with sources")
    guard case .list(let sources) = rows.first?.cells["sources"] else {
      Issue.record("no list of sources: \(rows)")
      return
    }
    #expect(sources.count >= 2)
  }
}
