internal import CTerminal

extension String {
  /// Number of columns that it takes on a screen.
  var columns: Int { reduce(0) { $0 + $1.columns } }

  /// The beginning that fits, with `…` for what does not; empty where not even that fits.
  func cut(toColumns limit: Int) -> String {
    guard columns > limit else { return self }
    guard limit > 0 else { return "" }
    var width = 1
    let fitting = prefix { character in
      width += character.columns
      return width <= limit
    }
    return fitting + "…"
  }

  func padded(toColumns width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - columns))
  }
}

extension Character {
  /// An emoji made of several scalars takes the room of one.
  fileprivate var columns: Int {
    min(2, unicodeScalars.reduce(0) { $0 + Int(tally_width($1.value)) })
  }
}
