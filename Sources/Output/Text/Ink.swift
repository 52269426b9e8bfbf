import Results

/// How words stand out on a terminal.
///
/// Of the colors that every terminal has, red, green and magenta can be read on dark and on light grounds.
/// None says anything that the words do not say.
package enum Ink: Sendable {
  /// The head of a page or of columns.
  case heading
  /// What stands beside the figures.
  case beside
  /// A statement that holds.
  case agreement
  /// A statement that fails, a mistake.
  case contradiction
  /// A statement that is not settled.
  case doubt

  fileprivate var sequences: (start: String, end: String) {
    switch self {
    case .heading: ("\u{1B}[1m", "\u{1B}[22m")
    case .beside: ("\u{1B}[2m", "\u{1B}[22m")
    case .agreement: ("\u{1B}[1;32m", "\u{1B}[22;39m")
    case .contradiction: ("\u{1B}[1;31m", "\u{1B}[22;39m")
    case .doubt: ("\u{1B}[1;35m", "\u{1B}[22;39m")
    }
  }
}

extension Verdict {
  var ink: Ink {
    switch self {
    case .holds: .agreement
    case .fails: .contradiction
    case .undecided, .depends: .doubt
    case .noData: .beside
    }
  }
}

extension OutputStyle {
  /// The text in an ink, where styling may be used; it must hold nothing that the terminal acts on.
  package func inked(_ text: String, _ ink: Ink) -> String {
    guard isStyled, !text.isEmpty else { return text }
    return ink.sequences.start + text + ink.sequences.end
  }
}
