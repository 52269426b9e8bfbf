import Results

/// A picture for an article: title, bars or lines named where they end, notes and the source.
package struct SVGFormat: DrawnFormat {
  package static let name = "svg"
  package static let summary = "a picture with title, notes and source, for articles"

  var answer = DrawnAnswer()

  package init(style: OutputStyle) {}

  func write(_ answer: DrawnAnswer, _ foot: AnswerFoot, into output: inout OutputBuffer) {
    output.append(
      Graphic(answer, foot, chart: answer.chart).svg(isInline: false)
    )
  }
}
