import Catalog
import Output
import Results
import Testing

@Suite("Answers to be listened to")
struct AccessibleTests {
  private let style = OutputStyle(width: 20, isStyled: false, isAccessible: true)

  @Test("each figure is a line that names all it is of, whatever the width")
  func facts() {
    let answer = Answer(
      columns: [
        .time(.fiscalYear), .dimension("citizenship"), .figure("removals"),
        .derived("share", .percent),
      ],
      rows: [
        AnswerRow(.fy(2023), .text("Mexico"), .about(177_770), .real(50.5)),
        AnswerRow(.fy(2024), .text("Cuba"), .exact(3), .real(1), isPartial: true),
      ]
    )
    #expect(
      answer.table(style) == """
         FY2023, Mexico, removals: about 177,770
         FY2023, Mexico, share in percent: 50.5
         FY2024, Cuba (partial), removals: 3
         FY2024, Cuba (partial), share in percent: 1
        """
    )
  }

  @Test("what is missing says why, each reason in words of its own")
  func absences() {
    let said = Absence.allCases.map { absence in
      Answer(columns: [.figure("removals")], rows: [AnswerRow(.missing(absence))]).table(style)
    }
    #expect(Set(said).count == Absence.allCases.count)
    #expect(said.allSatisfy { $0.hasPrefix(" removals: ") && !$0.contains("–") })
  }

  @Test("a list of words is about what is first; what it leaves out is no line")
  func lists() {
    let list = Answer(
      columns: [.dimension("program"), .dimension("state"), .dimension("since")],
      rows: [AnswerRow(.text("CHNV"), .text("held"), .missing(.notApplicable))]
    )
    #expect(list.table(style) == " CHNV, state: held")
  }

  @Test("a chart gives the figures that it would draw")
  func charts() {
    let chart = Answer.removals.written(as: ChartFormat.self, style: style)
    #expect(chart == Answer.removals.written(as: TableFormat.self, style: style))
    #expect(chart.contains(" FY2024 (partial), removals: about 315,480\n"))
    #expect(!chart.contains { "≈◐·█".contains($0) })
  }
}

@Suite("Rows on a screen")
struct ShownRowTests {
  private func table(rows count: Int, most: Int?) -> [Substring] {
    let answer = Answer(
      columns: [.time(.fiscalYear), .figure("n")],
      rows: (0..<count).map { AnswerRow(.fy(1900 + $0), .exact($0)) }
    )
    return answer.table(OutputStyle(rows: most)).split(separator: "\n").dropFirst(2).map { $0 }
  }

  @Test(
    "the first and the last are shown, and how many there are between",
    arguments: [(10, 4), (100, 41), (7, 5)]
  )
  func cuts(_ count: Int, _ most: Int) {
    let lines = table(rows: count, most: most)
    #expect(lines.count == most + 1)
    #expect(lines.count { $0.contains("… \(count - most) more rows") } == 1)
    #expect(lines[0].contains("1900"))
    #expect(lines[most].contains("\(1900 + count - 1)"))
  }

  @Test("the line about one row would take the room of the row", arguments: [0, 1, 4, 5])
  func fits(_ count: Int) {
    #expect(!table(rows: count, most: 4).contains { $0.contains("more") })
  }

  @Test("without a limit all are shown")
  func all() {
    #expect(table(rows: 3000, most: nil).count == 3000)
  }
}

@Suite("Ink")
struct InkTests {
  private let inks: [Ink] = [.heading, .beside, .agreement, .contradiction, .doubt]

  @Test("every ink ends what it began, and leaves the text")
  func ends() {
    for ink in inks {
      let text = OutputStyle(isStyled: true).inked("holds", ink)
      #expect(text.hasPrefix("\u{1B}[") && text.hasSuffix("m") && text.contains("holds"))
      #expect(text.split(separator: "\u{1B}").count == 2)
      #expect(OutputStyle(isStyled: true).inked("", ink).isEmpty)
      #expect(OutputStyle(isStyled: false).inked("holds", ink) == "holds")
    }
  }

  @Test("no color of those that a light or a dark ground swallows")
  func colors() {
    for ink in inks {
      let text = OutputStyle(isStyled: true).inked("x", ink)
      for swallowed in ["30m", "33m", "34m", "36m", "37m"] { #expect(!text.contains(swallowed)) }
    }
  }
}
