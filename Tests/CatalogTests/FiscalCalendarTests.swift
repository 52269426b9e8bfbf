import Catalog
import Testing

@Suite("The fiscal calendar")
struct FiscalCalendarTests {
  @Test(
    "a fiscal year runs from October to September, and from July to June through FY1975",
    arguments: [
      (1950, 19_490_701, 19_500_630), (1975, 19_740_701, 19_750_630),
      (1976, 19_750_701, 19_760_930), (1977, 19_761_001, 19_770_930),
      (2024, 20_231_001, 20_240_930),
    ]
  )
  func runs(_ year: Int, _ first: Int, _ last: Int) {
    let days = Period.fiscalYear(year).days
    #expect(days.first.code == first)
    #expect(days.last.code == last)
  }

  @Test("FY1976 has 15 months, every other year 12", arguments: 1892...2050)
  func months(_ year: Int) {
    let count = Period.all(.month, touching: Period.fiscalYear(year).days).count
    #expect(count == (year == 1976 ? 15 : 12))
  }

  @Test("periods of a unit follow one another without gap or overlap", arguments: TimeUnit.allCases)
  func follow(_ unit: TimeUnit) {
    var period = Period(unit, containing: Period.fiscalYear(1970).days.first)
    for _ in 0..<200 {
      #expect(period.next.days.first == period.days.last.next)
      #expect(period.next.previous == period)
      period = period.next
    }
  }

  @Test("the first fiscal quarter is October to December")
  func quarter() {
    let quarter = Period.quarter(1, of: 2024)
    #expect(quarter.days == .from(.month(10, of: 2023), to: .month(12, of: 2023)))
    #expect(quarter.label == "Q1 FY2024")
    #expect(quarter.exported == "FY2024 Q1")
  }
}

@Suite("Days")
struct DayTests {
  @Test(
    "a date comes back from its number",
    arguments: Array(stride(from: -40_000, to: 40_000, by: 371))
  )
  func roundTrip(_ number: Int) {
    let day = Day(number: number)
    #expect(Day(code: day.code) == day)
  }

  @Test("1 January 1970 is day 0")
  func epoch() {
    #expect(Day(year: 1970, month: 1, day: 1)?.number == 0)
    #expect(Day(year: 2000, month: 3, day: 1)?.number == 11_017)
  }

  @Test(
    "days that the calendar does not have are refused",
    arguments: [
      (2023, 2, 29), (1900, 2, 29), (2024, 4, 31), (2024, 13, 1), (2024, 0, 1), (2024, 1, 0),
    ]
  )
  func refuses(_ year: Int, _ month: Int, _ day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test("29 February exists in leap years", arguments: [2000, 2024, 1904])
  func leap(_ year: Int) {
    #expect(Day(year: year, month: 2, day: 29) != nil)
  }
}

@Suite("Sets of days")
struct DaySetTests {
  private func range(_ first: Int, _ last: Int) -> DayRange {
    DayRange(Day(number: first), Day(number: last))
  }

  @Test("touching ranges are joined, empty ones left out")
  func joins() {
    let set = DaySet([range(5, 9), range(0, 4), range(20, 10), range(30, 31)])
    #expect(set.ranges == [range(0, 9), range(30, 31)])
    #expect(set.dayCount == 12)
  }

  @Test("what is taken away is gone and nothing else")
  func subtracts() {
    let set = DaySet([range(0, 10), range(20, 30)])
    #expect(set.subtracting(DaySet([range(5, 24)])).ranges == [range(0, 4), range(25, 30)])
    #expect(set.subtracting(set).isEmpty)
    #expect(set.subtracting(DaySet([])) == set)
  }

  @Test("an intersection lies in both")
  func intersects() {
    let set = DaySet([range(0, 10), range(20, 30)])
    #expect(set.intersection(range(8, 22)).ranges == [range(8, 10), range(20, 22)])
  }
}
