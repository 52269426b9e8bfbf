import Catalog
import Foundation
import Output
import Results
import Testing

@Suite("The json and jsonl formats")
struct JSONFormatTests {
  private let answer = Answer(
    columns: [.time(.fiscalYear), .dimension("citizenship"), .figure("removals")],
    rows: [
      AnswerRow(.fy(2023), .text("Côte d'Ivoire"), .about(237_364)),
      AnswerRow(.fy(2024), .text("Venezuela"), .missing(.withheld), isPartial: true),
    ]
  )

  @Test("an array of one object a line")
  func json() {
    #expect(
      answer.written(as: JSONFormat.self) == """
        [
          {"fy": 2023, "citizenship": "Côte d'Ivoire", "removals": 237364},
          {"fy": 2024, "citizenship": "Venezuela", "removals": null}
        ]

        """
    )
  }

  @Test("one object a line")
  func jsonLines() {
    #expect(
      answer.written(as: JSONLinesFormat.self) == """
        {"fy": 2023, "citizenship": "Côte d'Ivoire", "removals": 237364}
        {"fy": 2024, "citizenship": "Venezuela", "removals": null}

        """
    )
  }

  @Test("no rows are an empty array, or no line")
  func noRows() {
    let empty = Answer(columns: answer.columns)
    #expect(empty.written(as: JSONFormat.self) == "[]\n")
    #expect(empty.written(as: JSONLinesFormat.self) == "")
  }

  @Test(
    "periods are written as other programs read them",
    arguments: [
      (.fiscalYear(2024), "2024"), (.calendarYear(2024), "2024"),
      (.month(5, of: 2024), "\"2024-05\""), (.quarter(2, of: 2024), "\"FY2024 Q2\""),
      (Period(.day, code: 20_240_512), "\"2024-05-12\""),
    ] as [(Period, String)]
  )
  func periods(period: Period, text: String) {
    #expect(value(of: .period(period), in: .time(period.unit)) == text)
    #expect(text.contains(period.exported))
  }

  @Test(
    "numbers are the shortest that read back",
    arguments: [
      (.real(0.1), "0.1"), (.real(1_234_567.5), "1234567.5"), (.real(5), "5"), (.real(-0.0), "0"),
      (.real(1e14), "100000000000000"), (.real(1e15), "1000000000000000"),
      (.real(1e300), "1e+300"), (.real(-2.5e-9), "-2.5e-09"),
      (.real(100 / 3), "33.333333333333336"),
      (.real(.nan), "null"), (.real(-.infinity), "null"),
      (.integer(9_007_199_254_740_993), "9007199254740993"), (.integer(-42), "-42"),
      (.integer(0), "0"), (.integer(.min), "-9223372036854775808"),
      (.integer(.max), "9223372036854775807"),
    ] as [(Number, String)]
  )
  func numbers(number: Number, text: String) {
    #expect(value(of: .number(number, .exact), in: .figure("n")) == text)
  }

  @Test("a word under time is null, as no period is there")
  func totals() {
    #expect(value(of: .text("Total"), in: .time(.fiscalYear)) == "null")
  }

  @Test("strings are escaped, and come back the same")
  func strings() throws {
    let text =
      (0...0x2FF).compactMap { Unicode.Scalar($0) }.map { String($0) }.joined()
      + "\"\\/\u{2028}\u{2029}\u{FEFF}é中👩‍👧"
    let answer = Answer(columns: [.dimension(text)], rows: [AnswerRow(.text(text))])
    let written = answer.written(as: JSONLinesFormat.self)
    #expect(!String(written.dropLast()).hasControls)
    let object = try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [String: String]
    // Compared by scalars: strings are equal in Swift when they only look the same.
    #expect(object?.keys.first?.unicodeScalars.map(\.value) == text.unicodeScalars.map(\.value))
    #expect(object?.values.first?.unicodeScalars.map(\.value) == text.unicodeScalars.map(\.value))
  }

  @Test("what a parser reads is what was answered")
  func readBack() throws {
    var random = SystemRandomNumberGenerator()
    let numbers = (0..<2000).map { _ in Double(bitPattern: random.next()) }.filter(\.isFinite)
    let answer = Answer(columns: [.figure("n")], rows: numbers.map { AnswerRow(.real($0)) })
    let json = Data(answer.written(as: JSONFormat.self).utf8)
    let objects = try JSONDecoder().decode([[String: Double]].self, from: json)
    #expect(objects.map { $0["n"] } == numbers)
  }

  /// The one value of an answer of one cell, as both formats write it.
  private func value(of cell: Cell, in column: AnswerColumn) -> String {
    let answer = Answer(columns: [column], rows: [AnswerRow(cell)])
    let line = answer.written(as: JSONLinesFormat.self)
    #expect(answer.written(as: JSONFormat.self) == "[\n  \(line)]\n")
    return String(line.dropFirst("{\"\(column.key)\": ".count).dropLast(2))
  }
}
