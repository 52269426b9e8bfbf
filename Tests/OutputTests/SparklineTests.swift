import Catalog
import Output
import Results
import Testing

@Suite("Small drawings")
struct SparklineTests {
  /// As it is in a table, between a name and a figure.
  private func drawn(_ points: [SparkPoint], isUnicode: Bool = true) -> String {
    var answer = Self.answer
    answer.rows = [
      AnswerRow(cells: [.text("border"), .sparkline(points), .number(.integer(5), .exact)])
    ]
    let row = answer.table(OutputStyle(isUnicode: isUnicode)).split(separator: "\n")[2]
    return String(row.dropFirst(" border  ".count).prefix(min(points.count, 48)))
  }

  private static let answer = Answer(columns: [
    AnswerColumn(key: "border", label: "border", kind: .dimension),
    AnswerColumn(key: "spark", label: "spark", kind: .sparkline, isDerived: true),
    AnswerColumn(key: "FY2023", label: "FY2023", kind: .figure(unit: "events")),
  ])

  @Test("heights begin at zero, the largest is the highest")
  func heights() {
    #expect(drawn([0, 1, 2, 4, 8].map { .figure($0) }) == "▁▂▃▅█")
    #expect(drawn([7, 8].map { .figure($0) }) == "██")
    #expect(drawn([0, 4, 8].map { .figure($0) }, isUnicode: false) == "_=#")
  }

  @Test("below zero they begin at the smallest")
  func negative() {
    #expect(drawn([-4, 0, 4].map { .figure($0) }) == "▁▅█")
  }

  @Test("all zero is low, not high")
  func zero() {
    #expect(drawn([.figure(0), .figure(0)]) == "▁▁")
  }

  @Test("missing is a gap, partial is only marked, and neither changes the scale")
  func gaps() {
    #expect(drawn([.figure(8), .missing, .figure(4), .partial]) == "█\u{A0}▅◐")
    #expect(drawn([.figure(8), .missing, .partial], isUnicode: false) == "# *")
    #expect(drawn([.missing, .missing]) == "\u{A0}\u{A0}")
  }

  @Test("what is beyond numbers is missing, and the largest numbers have heights")
  func beyond() {
    #expect(drawn([.figure(.infinity), .figure(.nan), .figure(2)]) == "\u{A0}\u{A0}█")
    let most = Double.greatestFiniteMagnitude
    #expect(drawn([.figure(-most), .figure(0), .figure(most)]) == "▁▅█")
    #expect(drawn(Array(repeating: .figure(most), count: 96)).allSatisfy { $0 == "█" })
  }

  @Test("many periods are drawn in equal groups")
  func groups() {
    let many = (0..<480).map { SparkPoint.figure(Double($0)) }
    #expect(drawn(many).count == 48)
    #expect(drawn(many).first == "▁")
    #expect(drawn(many).last == "█")
    #expect(drawn(Array(repeating: .figure(3), count: 100)).hasPrefix("██"))
    let last = Array(repeating: SparkPoint.figure(3), count: 95) + [.partial]
    #expect(drawn(last).hasSuffix("█◐"))
  }

  @Test("the column is written where people read, and left out of what is listened to")
  func formats() {
    var answer = Self.answer
    answer.rows = [
      AnswerRow(cells: [
        .text("Southwest"), .sparkline([.figure(1), .figure(2)]), .number(.integer(2), .exact),
      ])
    ]
    #expect(answer.table(OutputStyle()).contains("▅█"))
    let spoken = answer.table(OutputStyle(isAccessible: true))
    #expect(spoken.contains("Southwest, FY2023: 2"))
    #expect(!spoken.contains("spark"))
  }
}
