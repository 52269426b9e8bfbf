import Testing

/// Figures that were read from the publications by hand when the project began.
@Suite("Numbers that must come out")
struct NumbersOfTheIssue {
  @Test(
    "a question of one figure",
    arguments: [
      ("removals in fy2010", "removals", 382_449), ("removals in fy2012", "removals", 415_579),
      ("removals in fy2022", "removals", 108_733), ("removals in fy2020", "removals", 237_364),
      ("removals in fy2023", "removals", 177_770), ("removals in fy2024", "removals", 315_480),
      ("returns in fy2012", "returns", 231_105),
      ("encounters for southwest, between ports in nov 2024", "encounters", 46_612),
      ("refugees in fy2022", "refugee_admissions", 25_465),
      ("H-2A visas in fy2023", "h2a_visas", 310_676),
      ("border patrol agents in fy2011", "border_patrol_agents", 21_444),
    ]
  )
  func figure(_ question: String, _ column: String, _ number: Int) throws {
    #expect(try Tally.rows(of: question) == [Row(cells: [column: .number(Double(number))])])
  }

  @Test("encounters by fy since 2020")
  func encountersByYear() throws {
    let figures = [646_822, 1_956_519, 2_766_582, 3_201_144, 2_901_142, 691_906]
    let rows = try Tally.rows(of: "encounters by fy since 2020")
    #expect(rows.map { $0.cells["fy"] } == (2020...2026).map { .number(Double($0)) })
    #expect(rows.prefix(6).map { $0.cells["encounters"] } == figures.map { .number(Double($0)) })
    #expect(try Tally.reply(to: "encounters by fy since 2020").answer.contains("2026 ◐"))
  }

  @Test("whole numbers stay whole, and nothing is rounded")
  func wholeNumbers() throws {
    let (answer, _) = try Tally.reply(to: "budget, refugee ceiling by fy in fy2020 | json")
    #expect(!answer.contains(".0") && !answer.contains("e+"))
    let (pounds, _) = try Tally.reply(to: "drug seizures for heroin in oct 2018 | json")
    #expect(try #require(pounds.firstMatch(of: /\d+\.(\d+)/)).output.1.count <= 3)
  }
}
