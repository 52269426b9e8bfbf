import Catalog
import Testing

@Suite("Periods as publishers write them")
struct PeriodTextTests {
  @Test(
    "fiscal years",
    arguments: [
      ("2024", 2024), ("2026 (FYTD)", 2026), ("FY2024", 2024), ("FY 2024", 2024), ("FY24", 2024),
      ("fy99", 1999), ("2024 FYTD", 2024),
    ]
  )
  func fiscalYears(_ text: String, _ year: Int) {
    #expect(PeriodText.fiscalYear(text) == year)
  }

  @Test("what is no fiscal year", arguments: ["24", "20245", "year", "", "2024-25", "1024"])
  func refusesFiscalYears(_ text: String) {
    #expect(PeriodText.fiscalYear(text) == nil)
  }

  @Test(
    "months whose year is elsewhere",
    arguments: [("OCT", 10), ("Sept", 9), ("January", 1), ("10", 10), ("3", 3), ("may", 5)]
  )
  func months(_ text: String, _ month: Int) {
    #expect(PeriodText.month(text) == month)
  }

  @Test("what is no month", arguments: ["13", "0", "Ja", "Octo ber", "Month", ""])
  func refusesMonths(_ text: String) {
    #expect(PeriodText.month(text) == nil)
  }

  @Test(
    "months with their year",
    arguments: [
      ("2024-05", 202_405), ("2024-05-12", 202_405), ("5/12/2024", 202_405), ("May 2024", 202_405),
      ("May-24", 202_405), ("2024/05", 202_405), ("2024-05-12T10:00:00", 202_405),
      ("05/2024", 202_405),
    ]
  )
  func yearsAndMonths(_ text: String, _ code: Int) {
    #expect(PeriodText.yearAndMonth(text) == code)
  }

  @Test(
    "what is no month with a year",
    arguments: [
      "2024", "May", "13/2024", "2024-13", "5-24", "-2024-05", "2024--05", "--2024-----05--",
      "2024-05-", "2024-05--12", "/5/12/2024", "-May 2024",
    ]
  )
  func refusesYearsAndMonths(_ text: String) {
    #expect(PeriodText.yearAndMonth(text) == nil)
  }

  @Test(
    "days",
    arguments: [
      ("2024-05-12", 20_240_512), ("5/12/2024", 20_240_512), ("2024-05-12 08:00", 20_240_512),
    ]
  )
  func days(_ text: String, _ code: Int) {
    #expect(PeriodText.day(text) == code)
  }

  @Test("what is no day", arguments: ["2024-02-30", "12.5.2024", "2024-05", "99/99/2024"])
  func refusesDays(_ text: String) {
    #expect(PeriodText.day(text) == nil)
  }

  @Test("in a file of ours, a period has one form and lies in the calendar")
  func codes() {
    #expect(PublishedTime.fiscalYear.code(of: "1892") == 1892)
    #expect(PublishedTime.month.code(of: "2024-05") == 202_405)
    #expect(PublishedTime.span.code(of: "2024-05-12") == 20_240_512)
    for text in ["1790", "2051", "20204", "202", "", "FY2024", "2024-05"] {
      #expect(PublishedTime.fiscalYear.code(of: text) == nil, "\(text)")
    }
    for text in ["2024-13", "2024-5", "2024/05", "2024-00", "1024-05"] {
      #expect(PublishedTime.month.code(of: text) == nil, "\(text)")
    }
    #expect(PublishedTime.date.code(of: "2023-02-29") == nil)
  }
}
