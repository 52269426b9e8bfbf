internal import CTerminal

/// A prompt whose styling is marked as taking no room on the screen.
///
/// libedit ties a marked part to the character after it and forgets one that has none; so styling
/// at the very end moves before a closing space.
struct MarkedPrompt {
  private static let mark = Unicode.Scalar(UInt8(TALLY_PROMPT_MARK))

  let marked: String

  init(_ styled: String) {
    var parts = MarkedPrompt.parts(of: styled)
    if let end = parts.last, end.scalar == nil {
      parts.removeLast()
      if let space = parts.last, space.scalar == " " {
        parts[parts.count - 1].styling += end.styling
      } else {
        parts.append((end.styling, " "))
      }
    }
    var marked = ""
    for (styling, scalar) in parts {
      if !styling.isEmpty { marked += "\(MarkedPrompt.mark)\(styling)\(MarkedPrompt.mark)" }
      if let scalar { marked.unicodeScalars.append(scalar) }
    }
    self.marked = marked
  }

  private typealias Part = (styling: String, scalar: Unicode.Scalar?)

  /// Each scalar with the styling before it; styling after the last has none.
  private static func parts(of styled: String) -> [Part] {
    var parts: [Part] = []
    var styling = ""
    var rest = styled.unicodeScalars[...]
    while let scalar = rest.first {
      let length = sequenceLength(at: rest)
      if length > 0 {
        styling += String(rest.prefix(length))
        rest = rest.dropFirst(length)
      } else {
        rest.removeFirst()
        guard scalar != mark else { continue }
        parts.append((styling, scalar))
        styling = ""
      }
    }
    return styling.isEmpty ? parts : parts + [(styling, nil)]
  }

  /// `ESC [`, parameters, a letter: zero if there is none here.
  private static func sequenceLength(at text: Substring.UnicodeScalarView) -> Int {
    guard text.starts(with: "\u{1b}[".unicodeScalars) else { return 0 }
    guard let end = text.dropFirst(2).firstIndex(where: { ("@"..."~").contains($0) }) else {
      return 0
    }
    return text[...end].count
  }
}
