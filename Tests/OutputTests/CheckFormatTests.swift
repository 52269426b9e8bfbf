import Catalog
import Output
import Results
import Testing

@Suite("Statements as they are written")
struct CheckFormatTests {
  @Test("every format that writes statements writes any of them", arguments: names)
  func writes(_ name: String) throws {
    let type = try #require(OutputFormats.format(named: name))
    // A file of its own, which holds bytes; and sources, of which these have none.
    guard !type.uses.contains(.document), type != CiteFormat.self else { return }
    for check in [Self.hostile, Self.empty] {
      for width in [nil, 20, 40, 80] {
        var format = type.init(style: OutputStyle(width: width, isUnicode: false))
        var output = OutputBuffer()
        format.checks([check], isList: false, into: &output)
        format.checks([check, check], isList: true, into: &output)
        let text = output.text
        #expect(!text.isEmpty)
        let allowed: [Unicode.Scalar] = name == "tsv" ? ["\n", "\t"] : ["\n"]
        #expect(
          !text.unicodeScalars.contains {
            $0.value < 0x20 && !allowed.contains($0) || $0.value == 0x7F
          }
        )
      }
    }
  }

  private static let names = OutputFormats.all.filter { $0.uses.contains(.checks) }.map { $0.name }

  @Test("a figure that is not there is a dash, and not zero")
  func missing() {
    var format = TableFormat(style: OutputStyle())
    var output = OutputBuffer()
    format.checks([Self.hostile], isList: false, into: &output)
    #expect(output.text.contains("–"))
  }

  @Test("two floors have no difference")
  func floors() {
    var check = Self.hostile
    check.figures = [
      CheckFigure("Jan", nil, number: .integer(2000), precision: .floor),
      CheckFigure("Feb", nil, number: .integer(9000), precision: .floor),
    ]
    check.value = CheckFigure("Feb", nil, number: nil, precision: .exact)
    var format = TableFormat(style: OutputStyle())
    var output = OutputBuffer()
    format.checks([check], isList: false, into: &output)
    #expect(!output.text.contains("7,000"))
  }

  private static let hostile: CheckAnswer = {
    let text = "red \u{1B}[31m\u{07} 中文 \"quoted\""
    var check = CheckAnswer(
      statement: text,
      verdict: .depends,
      value: CheckFigure(text, nil, number: .real(-17.5), precision: .approximate),
      valueKind: .percent,
      figureKind: .figure(unit: text),
      figures: [
        CheckFigure(text, .month(10, of: 2024), number: .integer(10), precision: .floor),
        CheckFigure(text, .month(11, of: 2024), number: nil, precision: .exact),
      ],
      margin: .real(0.5),
      comparedWords: text,
      leftOut: [CheckFigure(text, nil, number: .integer(3), precision: .exact)],
      countingLeftOut: .undecided,
      allowed: CheckRange(low: .integer(1), high: nil, includesLow: false),
      range: CheckRange(low: nil, high: .real(2.5)),
      foot: AnswerFoot(
        summary: text,
        notes: [Note(.caveat, text)],
        sources: [Citation(periods: text, text: text, url: text, key: text)]
      )
    )
    check.readings = [CheckReading(name: text, verdict: .holds, value: nil, kind: .percent)]
    check.said = CheckAnswer.Said(
      id: text,
      words: text,
      document: text,
      title: text,
      line: 1,
      publisher: text,
      published: "2024",
      speaker: text,
      note: text,
      question: text
    )
    return check
  }()

  private static let empty = CheckAnswer(
    statement: "",
    lack: .init(reason: "", questions: [])
  )
}
