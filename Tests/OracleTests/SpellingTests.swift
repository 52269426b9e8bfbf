import Testing

@Suite("One question, spelled in several ways")
struct SpellingTests {
  @Test(arguments: [
    ("removals by fy since 2010", "REMOVALS By FY Since FY2010"),
    ("encounters for venezuela in fy2024", "encounter for Venezuelans in 2024"),
    ("encounters for southwest in fy2024", "encounters in fy24 for Southwest border"),
    ("H-2A visas in fy2023", "h2a visas in fy 2023"),
    ("darién crossings by cy since cy2020", "darien crossings since 2020 by cy"),
    (
      "encounters for cuba, haiti in fy2023",
      "encounters where citizenship in (cuba, haiti) in 2023"
    ),
    (
      "encounters for cuba, texas in fy2023",
      "encounters where citizenship = cuba for texas in 2023"
    ),
    ("encounters by fy, border in fy2023", "encounters by fy by border in 2023"),
    ("287(g) agreements by fy", "287g agreements by fy"),
    ("ICE removals by ice_office in fy2016", "ICE removals by ICE field office in fy2016"),
    ("removals by citizenship top 5 in fy2022", "removals top 5 in fy2022 by nationality"),
  ])
  func same(_ one: String, _ other: String) throws {
    #expect(try Tally.rows(of: one) == Tally.rows(of: other))
  }

  @Test("columns that would share a name are kept apart by their text")
  func twoRestrictions() throws {
    let rows = try Tally.rows(of: "encounters between ports, encounters at ports in fy2022")
    let figures = rows.first?.cells.values.compactMap { $0 } ?? []
    #expect(figures.count == 2 && figures.contains(.number(551_930)))
  }
}
