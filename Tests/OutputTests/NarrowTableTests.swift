import Output
import Results
import Testing

@Suite("The table format on a narrow screen")
struct NarrowTableTests {
  private let wide = Answer(
    columns: [
      .dimension("citizenship"), .dimension("component"), .figure("removals"), .figure("returns"),
    ],
    rows: [
      AnswerRow(
        .text("Bosnia and Herzegovina"),
        .text("Office of Field Operations"),
        .exact(1_234_567),
        .exact(1)
      )
    ]
  )

  @Test("notes and sources wrap at words, under themselves")
  func wrapping() {
    #expect(
      Answer.removals.table(OutputStyle(width: 50)).split(separator: "\n").dropFirst(7)
        .joined(separator: "\n") == """
           events · October 2019 – August 2024
           ◐ FY2024 is partial: 11 of 12 months (Oct 2023 –
             Aug 2024)
           ≈ rounded to tens by the publisher
           1  FY2020–22  OHSS, 2022 Yearbook of Immigration
                         Statistics, Table 39 (Nov 2023)
           2  FY2023–24  OHSS, Immigration Enforcement and
                         Legal Processes Monthly Tables (Dec
                         2024)
              both have FY2022: 108,733 in 1, ≈ 102,840 in 2
          """
    )
  }

  @Test("text columns shrink, the widest first")
  func shrinking() {
    #expect(
      wide.table(OutputStyle(width: 60)) == """
         citizenship         component             removals  returns
         ──────────────────  ───────────────────  ─────────  ───────
         Bosnia and Herzeg…  Office of Field Op…  1,234,567        1
        """
    )
  }

  @Test("columns are left out from the right where cutting is not enough, and named")
  func leavingOut() {
    #expect(
      wide.table(OutputStyle(width: 30)) == """
         citizen…  compone…   removals
         ────────  ────────  ─────────
         Bosnia…   Office…   1,234,567

         not shown for lack of room:
           returns
        """
    )
  }

  @Test("no line is wider than the screen", arguments: 24...120)
  func widths(width: Int) {
    for answer in [wide, Answer.removals] {
      for line in answer.table(OutputStyle(width: width)).split(separator: "\n") {
        #expect(String(line).displayWidth <= width)
      }
    }
  }

  @Test("the narrowest screens still get an answer", arguments: 0...20)
  func tiny(width: Int) {
    #expect(wide.table(OutputStyle(width: width)).contains("Bosnia"))
  }

  @Test("without a width nothing is cut")
  func noWidth() {
    #expect(wide.table().contains("Bosnia and Herzegovina  Office of Field Operations"))
  }

  private let list = Answer(
    columns: [
      .dimension("id", .whole), .dimension("title", .atLeast(12)), .dimension("url", .none),
    ],
    rows: [
      AnswerRow(.text("an-id-to-type-again"), .text("A title that may be cut"), .text("https://"))
    ]
  )

  @Test("an id is never cut, and text no further than its column allows")
  func room() {
    #expect(
      list.table(OutputStyle(width: 36)).split(separator: "\n")[2]
        == " an-id-to-type-again  A title that…"
    )
    let narrow = list.table(OutputStyle(width: 32))
    #expect(narrow.contains("an-id-to-type-again\n"))
    #expect(narrow.contains("not shown for lack of room"))
  }

  @Test("what is for other programs only is on no screen")
  func noRoom() {
    #expect(!list.table(OutputStyle(width: 200)).contains("url"))
    #expect(list.written(as: CSVFormat.self).contains("https://"))
  }
}
