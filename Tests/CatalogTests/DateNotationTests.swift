import Catalog
import Testing

@Suite("How files write days, months and quarters")
struct DateNotationTests {
  @Test(
    "Days are read in the order that is said",
    arguments: [
      ("m/d/y", "1/5/25", 20_250_105), ("d/m/y", "1/5/25", 20_250_501),
      ("d.m.y", "31.12.99", 19_991_231),
      ("dmy", "01-05-2025", 20_250_501), ("y/m/d", "25/1/5", 20_250_105),
      ("ymd", "20250105", 20_250_105),
      ("ymd", "250105", 20_250_105), ("ddmmyyyy", "05012025", 20_250_105),
      ("m/d/19y", "1/5/25", 19_250_105),
      ("d/m/y", "1-may-25", 20_250_501), ("m/d/y", "1/5/25 14:30", 20_250_105),
      ("serial", "44562", 20_220_101),
      ("d/m/y", "2024-05-12", 20_240_512),
    ]
  )
  func days(_ order: String, _ text: String, _ code: Int) throws {
    #expect(try #require(DateNotation(order)).day(text) == code)
  }

  @Test(
    "Months are read in the order that is said",
    arguments: [
      ("m/y", "5/25", 202_505), ("y/m", "25/5", 202_505), ("ym", "202505", 202_505),
      ("m/y", "may-25", 202_505), ("d/m/y", "1/5/25", 202_505), ("serial", "44562", 202_201),
    ]
  )
  func months(_ order: String, _ text: String, _ code: Int) throws {
    #expect(try #require(DateNotation(order)).yearAndMonth(text) == code)
  }

  @Test(
    "What is no such day is none",
    arguments: [
      ("m/d/y", "13/5/25"), ("d/m/y", "5/13/25"), ("d/m/y", "31/2/25"), ("d/m/y", "1/5"),
      ("d/m/y", ""),
      ("m/y", "1/5/25"), ("serial", "5"), ("ymd", "2025015"), ("d/m/y", "1/5/025"),
      ("d/m/y", "5/13/2025"),
    ]
  )
  func none(_ order: String, _ text: String) throws {
    #expect(try #require(DateNotation(order)).day(text) == nil)
  }

  @Test(
    "Orders that say too little, or something twice, are refused",
    arguments: [
      "", "d", "d/m", "d/y", "m/d", "d/m/y/d", "m/m/d/d/m", "x", "16y/m/d/", "d/20m/y", "m/d/2y",
      "d/m/y20",
    ]
  )
  func refused(_ order: String) { #expect(DateNotation(order) == nil) }

  @Test("Every day is read in every order in which it is written")
  func everyDay() throws {
    for number in stride(
      from: Day(code: 19_500_101)!.number,
      to: Day(code: 20_491_231)!.number,
      by: 37
    ) {
      let code = Period.day(Day(number: number)).code
      let (year, month, day) = (code / 10_000, code / 100 % 100, code % 100)
      for (order, parts) in [("m/d/y", [month, day, year]), ("d/m/y", [day, month, year])] {
        let notation = try #require(DateNotation(order))
        let long = parts.map(String.init).joined(separator: "/")
        #expect(notation.day(long) == code)
        let short = parts.map { String($0 % 100) }.joined(separator: ".")
        if year % 100 > 9 { #expect(notation.day(short) == code, "\(short) in \(order)") }
      }
    }
  }

  @Test("Every quarter is read as it is shown and written for programs")
  func everyQuarter() throws {
    for year in 1977...2049 {
      for number in 1...4 {
        let period = Period.quarter(number, of: year)
        let first = Period(.day, containing: period.days.first).code
        for text in [period.label, period.exported, period.spelling] {
          #expect(try #require(QuarterText(text)).firstDay(nil) == first, "\(text)")
        }
        #expect(QuarterText.days(from: first) == period.days)
        let beside = QuarterText(code: try #require(QuarterText("Q\(number)")?.code(beside: nil)))
        #expect(beside.firstDay(of: year, .fiscal) == first)
      }
    }
  }
}
