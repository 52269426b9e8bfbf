import Testing

@testable import Store

@Suite("Shares of a part, by year")
struct YearSharesTests {
  @Test("a year may come again after others")
  func years() {
    var shares = YearShares()
    for (amount, year, isPart) in [
      (10.0, 2020, false), (30, 2021, true), (10, 2020, true), (10, 2021, false), (5, 2022, false),
    ] {
      shares.add(amount, in: year, isPart: isPart)
    }
    #expect(shares.all.map(\.year) == [2020, 2021])
    #expect(shares.all.map(\.share) == [500_000, 750_000])
  }

  @Test("without rows, and without a part, there is no share")
  func none() {
    var shares = YearShares()
    #expect(shares.all.isEmpty)
    shares.add(3, in: 2020, isPart: false)
    #expect(shares.all.isEmpty)
  }
}
