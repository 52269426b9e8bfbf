/// What no text of a file, a name or a line may do to a screen. Everything that is written for a
/// reader asks here.
extension Unicode.Scalar {
  /// Whether a terminal may act on the character, or end the line at it.
  package var isControl: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0: true
    default: false
    }
  }

  /// Whether the character changes the direction of what follows, across columns and lines.
  package var isDirection: Bool {
    switch value {
    case 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Whether it must not reach a screen: one of those, or no character at all, as a byte of a
  /// file's name that is not text.
  package var movesScreen: Bool { isControl || isDirection || isNoCharacter }

  /// Whether XML does not allow it, or it is a byte of a name.
  package var isNoCharacter: Bool {
    value == 0xFFFE || value == 0xFFFF || value >= 0x10_FF80
  }
}
