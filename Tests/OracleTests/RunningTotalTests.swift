import Testing

/// Figures that begin again each October, and figures of a year that is not over.
@Suite("Years to date")
struct RunningTotalTests {
  @Test(
    "readings at unlike distances from October are not compared",
    arguments: [
      "ICE removals fiscal year to date by fy with change",
      "ICE removals fiscal year to date in jan 2026 vs jan 2025",
      "ICE removals fiscal year to date by fy fytd since 2024",
      "check change in ICE removals fiscal year to date from fy2025 to fy2026 fell",
      "check ICE removals fiscal year to date in fy2026 is lowest since fy2023",
    ]
  )
  func unlike(_ statement: String) throws {
    let (answer, complaint) = try Tally.reply(to: statement)
    #expect(answer.isEmpty && complaint.contains("begins again each October"), "\(complaint)")
  }

  @Test(
    "each reading is answered by itself",
    arguments: [
      ("ICE removals fiscal year to date in fy2025", "319,980"),
      ("ICE removals fiscal year to date latest", "234,236"),
      ("check ICE removals fiscal year to date in fy2025 = 319,980", "holds"),
    ]
  )
  func alone(_ statement: String, _ words: String) throws {
    let (answer, complaint) = try Tally.reply(to: statement)
    #expect(complaint.isEmpty && answer.contains(words), "\(answer)\(complaint)")
  }

  @Test("a mean that is printed of a year to date is that of a part of the year")
  func partialMean() throws {
    let (answer, _) = try Tally.reply(to: "ICE average length of stay in fy2025")
    #expect(answer.contains("50.32"))
    #expect(answer.contains("FY2025 is partial: 1 Oct 2024 – 20 Sep 2025"))
    let (months, _) = try Tally.reply(to: "ICE average length of stay in fy2025..2026")
    #expect(months.isEmpty, "\(months)")
  }
}
