import Catalog
import Output
import Results
import Testing

@Suite("The chart format: panels and lines")
struct ChartPanelTests {
  private let countries = ["Mexico", "Bosnia and Herzegovina", "中华人民共和国", "Cuba"]

  /// Figures that rise by 10 a year, for so many countries.
  private func series(years: Int, countries count: Int) -> Answer {
    Answer(
      columns: [.time(.fiscalYear), .dimension("citizenship"), .figure("removals")],
      rows: (1..<(years + 1)).flatMap { year in
        countries.prefix(count).map {
          AnswerRow(.fy(1960 + year), .text($0), .exact(year * 10), isPartial: year == years)
        }
      }
    )
  }

  @Test("over time each value of a dimension has a panel, on one scale")
  func smallMultiples() {
    let lines = series(years: 4, countries: 2).chartLines(width: 60)
    #expect(lines[0] == "removals")
    #expect(lines[1].split(separator: " ").first == "fy")
    #expect(lines[1].hasSuffix("Bosnia and Herzegovina"))
    #expect(lines[2].split(separator: "█").count > 1)
    #expect(lines[5].hasPrefix("1964 ◐"))
  }

  @Test("few periods of many values are side by side, partial ones marked")
  func sideBySide() {
    let lines = series(years: 2, countries: 4).chartLines(width: 80)
    #expect(lines[1].split(separator: " ") == ["citizenship", "FY1961", "FY1962", "◐"])
    #expect(lines.count == 6)
    #expect(lines[2].hasPrefix("Mexico  "))
  }

  @Test("a combination that is not in the answer is a gap")
  func gaps() {
    var answer = series(years: 4, countries: 2)
    answer.rows.remove(at: 1)
    #expect(answer.chartLines(width: 60)[2].hasSuffix("  –"))
  }

  @Test("without time a heading is over each value of the first dimension")
  func headings() {
    let answer = Answer(
      columns: [.dimension("component"), .dimension("citizenship"), .figure("encounters")],
      rows: [
        AnswerRow(.text("Border Patrol"), .text("Mexico"), .exact(2)),
        AnswerRow(.text("Field Operations"), .text("Mexico"), .exact(1)),
      ]
    )
    let lines = answer.chartLines(width: 40)
    #expect(lines[0...1] == ["encounters", "Border Patrol"])
    #expect(lines[3] == "Field Operations")
    #expect(lines[2].eighths == lines[4].eighths * 2)
  }

  @Test("columns of one unit share a scale; of computed ones the first of a new unit is drawn")
  func columns() {
    let answer = Answer(
      columns: [
        .time(.fiscalYear), .figure("removals"), .derived("removals_change"),
        .derived("removals_change%", .percent), .figure("returns"),
        .derived("removals_share%", .percent), .derived("removals_rank", .figure(unit: nil)),
        .dimension("sources"),
      ],
      rows: [
        AnswerRow(
          .fy(2020),
          .exact(100),
          .exact(-7),
          .real(-6.5),
          .exact(50),
          .real(50),
          .exact(1),
          .text("OHSS")
        )
      ]
    )
    let lines = answer.chartLines(width: 120)
    #expect(
      lines[0].split(separator: " ") == ["fy", "removals", "removals_change%", "returns"]
    )
    #expect(lines.last == "not drawn: removals_change, removals_share%, removals_rank, sources")
    #expect(lines[1].contains("-6.5 █"))
  }

  @Test("more than 40 periods are a line between round numbers")
  func line() {
    #expect(
      series(years: 48, countries: 1).chart(OutputStyle(width: 44)) == """
         removals

         Mexico
                                 high, FY2008 ◐: 480
         500 ┤                                   ⢀⡠⠐
             │                               ⡠⠤⠔⠉⠁
             │                          ⣀⡠⠔⠊⠉
             │                     ⢀⣀⠤⠒⠊
         250 ┤                 ⢀⠤⠤⠊⠁
             │            ⢀⡠⠤⠒⠉⠁
             │       ⢀⣀⡠⠒⠊⠁
             │   ⢀⡠⠔⠒⠁
             │⠤⠔⠉⠁
           0 ┼──────────────────────────────────────
              low, FY1961                   FY2008 ◐
              10                                 480
        """
    )
  }

  @Test("periods that are not in order stay bars")
  func ranked() {
    var answer = series(years: 50, countries: 1)
    answer.rows.reverse()
    #expect(answer.chartLines(width: 60).count == 52)
  }

  @Test("a line is broken where a figure is missing, and zero is drawn between signs")
  func brokenLine() {
    var answer = Answer(columns: [.time(.fiscalYear), .figure("x")])
    answer.rows = (0..<60).map {
      AnswerRow(.fy(1960 + $0), 20..<40 ~= $0 ? .missing(.notHeld) : .exact($0 < 20 ? 10 : -10))
    }
    let plot = answer.chartLines(width: 60).filter { $0.contains("│") || $0.contains("┤") }
    #expect(plot.contains { $0.contains("┈┈┈┈┈") && $0.hasPrefix("  0 ┤") })
    #expect(plot.first?.contains("⠉          ") == false)
    for row in plot { #expect(!row.dropFirst(26).prefix(12).contains { "⠉" <= $0 && $0 <= "⣿" }) }
  }

  @Test("no line is wider than the screen", arguments: 40...200)
  func widths(width: Int) {
    for (years, count) in [(3, 4), (5, 1), (12, 4), (60, 1), (60, 4)] {
      for isUnicode in [true, false] {
        let style = OutputStyle(width: width, isUnicode: isUnicode)
        for line in series(years: years, countries: count).chart(style).split(separator: "\n") {
          #expect(String(line).displayWidth <= width)
        }
      }
    }
  }

  @Test("words that do not fit into a plot are under it")
  func longWords() {
    var answer = Answer(columns: [.time(.month), .figure("removals")])
    answer.rows = (0..<50).map {
      let month = Period(.month, code: (2001 + $0 / 12) * 100 + $0 % 12 + 1)
      return AnswerRow(.period(month), .about(1_234_567_890 + $0), isPartial: $0 > 40)
    }
    let lines = answer.chartLines(width: 40)
    #expect(lines.contains("high, Feb 2005 ◐: ≈ 1,234,567,939"))
    #expect(lines.allSatisfy { $0.displayWidth < 40 })
  }

  @Test("the narrowest screens still get an answer", arguments: 0...39)
  func tiny(width: Int) {
    for years in [2, 10, 60] {
      let chart = series(years: years, countries: 4).chart(OutputStyle(width: width))
      #expect(chart.contains(String(years * 10)))
    }
  }
}
