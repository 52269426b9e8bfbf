import Output
import Results
import Testing

@Suite("Figures in a table")
struct TableFigureTests {
  @Test("figures line up at the point and show no decimal that they do not have")
  func decimals() {
    let answer = Answer(
      columns: [.dimension("x"), .figure("value", unit: "usd")],
      rows: [
        AnswerRow(.text("a"), .real(1_234_567.5)),
        AnswerRow(.text("b"), .exact(-12)),
        AnswerRow(.text("c"), .real(0.1)),
        AnswerRow(.text("d"), .missing(.notHeld)),
        AnswerRow(.text("e"), .missing(.withheld)),
        AnswerRow(.text("f"), .real(5)),
        AnswerRow(.text("g"), .number(.real(100 / 3), .floor)),
        AnswerRow(.text("h"), .number(.real(-0.000_123_45), .ceiling)),
        AnswerRow(.text("i"), .real(.nan)),
      ]
    )
    #expect(
      answer.table() == """
         x               value
         ─  ──────────────────
         a    1,234,567.5
         b          -12
         c            0.1
         d            –
         e            D
         f            5
         g         > 33.33
         h         < -0.000123
         i            –
        """
    )
  }

  @Test(
    "numbers are rounded for the eye only where they are long",
    arguments: [
      (0.1, "0.1"), (1_234_567.5, "1,234,567.5"), (2.675, "2.675"), (2.6755, "2.68"),
      (0.505_128, "0.505"),
      (99.999, "99.999"), (99.9999, "100.00"), (0.999_96, "1.000"), (-0.05, "-0.05"),
      (1e300, "1e+300"),
      (-1e-9, "-1e-09"), (1e15, "1,000,000,000,000,000"), (0, "0"), (-0.0, "0"),
      (999_999.999, "999,999.999"), (999_999.9999, "1,000,000.00"), (0.000_012_3, "0.0000123"),
      (1e17, "100,000,000,000,000,000"),
    ] as [(Double, String)]
  )
  func rounding(number: Double, text: String) {
    let answer = Answer(columns: [.figure("x")], rows: [AnswerRow(.real(number))])
    #expect(answer.table().split(separator: "\n").last?.drop { $0 == " " } ?? "" == text)
  }

  @Test("an integer is never a rounded number", arguments: [9_007_199_254_740_993, .min, .max])
  func integers(number: Int) {
    let answer = Answer(columns: [.figure("x")], rows: [AnswerRow(.exact(number))])
    #expect(answer.table().filter { $0.isNumber || $0 == "-" } == String(number))
  }
}
