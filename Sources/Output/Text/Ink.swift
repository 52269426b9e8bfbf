import Results

/// How words are marked on a terminal.
///
/// Of the colors that every terminal has, red, green and magenta can be read on dark and on light
/// grounds. No color carries information that the words do not.
package enum Ink: Sendable {
  /// The head of a page or of columns.
  case heading
  /// What is beside the figures.
  case beside
  /// A statement that holds.
  case agreement
  /// A statement that is close.
  case nearness
  /// A statement that fails, a mistake.
  case contradiction
  /// A statement that is not settled.
  case doubt

  /// All control sequences that this program may send to a terminal.
  static let allSequences: [String] = [
    Ink.heading, .beside, .agreement, .nearness, .contradiction, .doubt,
  ]
  .flatMap { [$0.sequences.start, $0.sequences.end] }

  fileprivate var sequences: (start: String, end: String) {
    switch self {
    case .heading: ("\u{1B}[1m", "\u{1B}[22m")
    case .beside: ("\u{1B}[2m", "\u{1B}[22m")
    case .agreement: ("\u{1B}[1;32m", "\u{1B}[22;39m")
    case .nearness: ("\u{1B}[32m", "\u{1B}[39m")
    case .contradiction: ("\u{1B}[1;31m", "\u{1B}[22;39m")
    case .doubt: ("\u{1B}[1;35m", "\u{1B}[22;39m")
    }
  }
}

extension Verdict {
  var ink: Ink {
    switch self {
    case .holds: .agreement
    case .close: .nearness
    case .fails: .contradiction
    case .undecided, .depends: .doubt
    case .noData: .beside
    }
  }
}

extension OutputStyle {
  /// Text of several lines made safe for a terminal, keeping the inks in it: the last step for all
  /// output, including names of files and their contents.
  package func shownWithInks(_ text: String) -> String {
    guard text.utf8.contains(0x1B) else { return shown(text) }
    var (rest, shown, plain) = (text[...], "", "")
    while let first = rest.unicodeScalars.first {
      if first == "\u{1B}", let ink = Ink.allSequences.first(where: { rest.hasPrefix($0) }) {
        shown += self.shown(plain) + (isStyled ? ink : "")
        plain = ""
        rest = rest.dropFirst(ink.count)
      } else {
        plain.unicodeScalars.append(first)
        rest = Substring(rest.unicodeScalars.dropFirst())
      }
    }
    return shown + self.shown(plain)
  }

  /// The text in an ink, where styling may be used; it must not contain anything that the terminal
  /// acts on.
  package func inked(_ text: String, _ ink: Ink) -> String {
    guard isStyled, !text.isEmpty else { return text }
    return ink.sequences.start + text + ink.sequences.end
  }
}
