/// Something that is told beside a verdict: a label, a figure where there is one, and words.
package struct CheckFact: Equatable, Sendable {
  package let label: String
  package let figure: CheckFigure?
  package let words: String

  package init(label: String, figure: CheckFigure? = nil, words: String) {
    self.label = label
    self.figure = figure
    self.words = words
  }
}
