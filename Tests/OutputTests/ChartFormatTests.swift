import Catalog
import Output
import Results
import Testing

@Suite("The chart format: bars")
struct ChartFormatTests {
  @Test("a bar ends with its figure; partial ones are lighter and marked")
  func removals() {
    #expect(
      Answer.removals.chart(OutputStyle(width: 44)).split(separator: "\n").prefix(6)
        .joined(separator: "\n") == """
           fy      removals
           2020    ██████████████████▊ 237,364
           2021    ██████▊ 85,783
           2022    ████████▋ 108,733
           2023    ██████████████▏ ≈ 177,770
           2024 ◐  ░░░░░░░░░░░░░░░░░░░░░░░░░ ≈ 315,480
          """
    )
  }

  @Test("what is said under a chart is what is said under a table")
  func foot() {
    let style = OutputStyle(width: 80)
    let foot = Answer.removals.table(style).split(separator: "\n").drop { !$0.contains("events") }
    #expect(Answer.removals.chart(style).hasSuffix(foot.joined(separator: "\n")))
  }

  @Test("lengths are proportional within one eighth of a column", arguments: 40...200)
  func proportions(width: Int) {
    let values = [1, 7, 40, 333, 500, 801, 999, 1000]
    let bars = ranking(values).chartLines(width: width).dropFirst().map(\.eighths)
    for (value, bar) in zip(values.dropFirst(3), bars.dropFirst(3)) {
      let exact = Double(value) / 1000 * Double(bars.last ?? 0)
      #expect((Double(bar) - exact).magnitude <= 1)
    }
    #expect(bars.allSatisfy { $0 > 0 })
  }

  @Test("missing is a gap, zero is a figure, and neither has a bar")
  func nothing() {
    var answer = ranking([100, 0])
    answer.rows.append(AnswerRow(.text("c"), .missing(.notHeld)))
    answer.rows.append(AnswerRow(.text("d"), .missing(.withheld)))
    #expect(answer.chartLines(width: 40).dropFirst(2) == ["b     0", "c     –", "d     D"])
  }

  @Test("what is below zero is to the left of an axis")
  func negatives() {
    var answer = ranking([-50, 100, 0, -5])
    answer.rows.append(AnswerRow(.text("e"), .missing(.notHeld)))
    #expect(
      answer.chart(OutputStyle(width: 34)) == """
         name  events
         a     -50 ██████│
         b               │████████████ 100
         c               │ 0
         d           -5 ▐│
         e               │ –
        """
    )
  }

  @Test("a line for ASCII screens has ASCII only")
  func ascii() {
    let chart = Answer.removals.chart(OutputStyle(width: 44, isUnicode: false))
    #expect(chart.utf8.allSatisfy { $0 < 0x80 })
    #expect(chart.contains("2022    ######### 108,733"))
    #expect(chart.contains("2024 *  ::::::::"))
  }

  @Test("names of any script are aligned")
  func wideCharacters() {
    let answer = Answer(
      columns: [.dimension("name"), .figure("events")],
      rows: [
        AnswerRow(.text("Côte d’Ivoire"), .exact(10)), AnswerRow(.text("中国"), .exact(10)),
        AnswerRow(.text("👩‍👧"), .exact(10)),
      ]
    )
    let starts = answer.chartLines(width: 60).dropFirst().map { line in
      String(line.prefix { $0 != "█" }).displayWidth
    }
    #expect(starts == [15, 15, 15])
  }

  @Test("a total has no bar, which would dwarf the others")
  func totals() {
    var answer = ranking([100, 50])
    answer.rows.append(AnswerRow(.text("Total"), .exact(10_000), isSummary: true))
    let lines = answer.chartLines(width: 60)
    #expect(lines[1].eighths > 30 * 8)
    #expect(lines[3] == "Total  10,000")
  }

  @Test("an answer of one row lists its columns, each unit on its own scale")
  func oneRow() {
    let answer = Answer(
      columns: [.figure("removals"), .figure("returns"), .figure("agents", unit: "agents")],
      rows: [AnswerRow(.exact(200), .exact(100), .exact(3))]
    )
    let lines = answer.chartLines(width: 60)
    #expect(lines.map { $0.prefix(8) } == ["removals", "returns ", "agents  "])
    #expect(lines[0].eighths == lines[1].eighths * 2)
    #expect(lines[2].eighths >= lines[0].eighths)
  }

  @Test("no rows, no bars")
  func empty() {
    let answer = Answer(columns: [.time(.fiscalYear), .figure("removals")])
    #expect(answer.chart(OutputStyle(width: 60)) == " no rows")
  }

  @Test("numbers at the ends of what can be computed do not end the program")
  func extremes() {
    let least = Double.leastNonzeroMagnitude
    for values in [[1e308, -1e308], [least, least * 9], [0, 0], [.infinity, 1], [.nan, -1]] {
      for count in [1, 30] {
        let rows = (0..<count).flatMap { _ in values }.enumerated().map {
          AnswerRow(.fy(1950 + $0.offset), .real($0.element))
        }
        let answer = Answer(columns: [.time(.fiscalYear), .figure("x")], rows: rows)
        #expect(answer.chart(OutputStyle(width: 60)).contains("x"))
      }
    }
  }

  private func ranking(_ values: [Int]) -> Answer {
    Answer(
      columns: [.dimension("name"), .figure("events")],
      rows: zip("abcdefghij", values).map { AnswerRow(.text(String($0)), .exact($1)) }
    )
  }
}

extension Answer {
  /// As a chart without the blank lines around it.
  func chart(_ style: OutputStyle = OutputStyle()) -> String {
    let lines = written(as: ChartFormat.self, style: style).split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    return lines.dropFirst().reversed().drop { $0.isEmpty }.reversed().joined(separator: "\n")
  }

  /// The lines of a chart without their margin.
  func chartLines(width: Int) -> [String] {
    chart(OutputStyle(width: width)).split(separator: "\n").map { String($0.dropFirst()) }
  }
}

extension String {
  /// The length of the bars in a line, in eighths of a column.
  var eighths: Int {
    let blocks = Array("▏▎▍▌▋▊▉█")
    return reduce(0) { $0 + (blocks.firstIndex(of: $1).map { $0 + 1 } ?? 0) }
  }
}
