import Results

/// A Vega-Lite 5 specification including its rows, for programs that draw.
///
/// It draws what `svg` draws: a view for each unit, fiscal years as numbers of their own and never
/// as days, partial periods hollow, notes and sources under the picture. Every figure is a separate
/// row: what it is of, which series, the figure as published, and whether its period is partial.
package struct VegaFormat: DrawnFormat {
  package static let name = "vega"
  package static let summary = "a Vega-Lite specification with its data, for programs that draw"
  package static let fileEndings = ["vl", "vega", "vl.json"]
  package static let jsonUses: JSONUses = .answers

  var answer = DrawnAnswer()

  package init(style: OutputStyle) {}

  func write(_ answer: DrawnAnswer, _ foot: AnswerFoot, into output: inout OutputBuffer) {
    VegaSpecification(answer, foot).value.write(into: &output, indent: 0)
    output.append("\n")
  }
}
