import Catalog
import Output
import Results
import Testing

@Suite("The csv format")
struct CSVFormatTests {
  @Test("a header, then the rows, with nothing where nothing is held")
  func rows() {
    let answer = Answer(
      columns: [.time(.fiscalYear), .time(.month), .dimension("citizenship"), .figure("removals")],
      rows: [
        AnswerRow(.fy(2024), .period(.month(5, of: 2024)), .text("Mexico"), .about(237_364)),
        AnswerRow(.text("Total"), .missing(.notHeld), .text("Peru"), .missing(.withheld)),
        AnswerRow(.fy(2024), .missing(.notHeld), .text("El Salvador"), .real(0.1)),
        AnswerRow(.fy(2024), .missing(.notHeld), .text("é·"), .real(.nan)),
      ]
    )
    #expect(
      answer.written(as: CSVFormat.self) == """
        fy,month,citizenship,removals
        2024,2024-05,Mexico,237364
        ,,Peru,
        2024,,El Salvador,0.1
        2024,,é·,

        """
    )
  }

  @Test("no rows leave the header")
  func noRows() {
    #expect(Answer(columns: [.figure("a, b")]).written(as: CSVFormat.self) == "\"a, b\"\n")
  }

  @Test(
    "fields are in quotes only when they need them",
    arguments: [
      ("plain", "plain"), ("two words", "two words"), ("a,b", "\"a,b\""),
      ("say \"so\"", "\"say \"\"so\"\"\""), ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""),
      (" a", "\" a\""), ("a\tb", "a\tb"), ("\u{1B}[31m\u{9B}", "\u{FFFD}[31m\u{FFFD}"),
      ("'", "'"), ("中", "中"),
    ]
  )
  func fields(text: String, field: String) {
    let answer = Answer(
      columns: [.dimension("x"), .figure("n")],
      rows: [AnswerRow(.text(text), .exact(1))]
    )
    #expect(answer.written(as: CSVFormat.self) == "x,n\n\(field),1\n")
  }

  @Test("a row without anything is still a row")
  func emptyRow() {
    let answer = Answer(columns: [.figure("n")], rows: [AnswerRow(.missing(.notHeld))])
    #expect(answer.written(as: CSVFormat.self) == "n\n\"\"\n")
  }

  @Test("numbers are exact", arguments: [9_007_199_254_740_993, -1, .min])
  func integers(number: Int) {
    let answer = Answer(columns: [.figure("n")], rows: [AnswerRow(.exact(number))])
    #expect(answer.written(as: CSVFormat.self) == "n\n\(number)\n")
  }
}
