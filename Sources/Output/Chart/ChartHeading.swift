struct ChartHeading {
  let words: String
  var isMarked = false

  init(_ words: String, isMarked: Bool = false) {
    self.words = words
    self.isMarked = isMarked
  }

  func shown(in text: ScreenText) -> String {
    text.safe(words) + (isMarked ? " " + text.partial : "")
  }
}
