/// How a stated number misses its figure.
package struct Miss: Equatable, Sendable {
  /// The number stated, in the unit of what is judged.
  package let said: Number
  /// By how much the nearest value that the figure can have differs from it: in percent of that
  /// value, or in points of a percentage; `nil` beside zero, which has no percent.
  package let difference: Number?
  package let isInPoints: Bool
  /// What made the difference, as far as the data tell; of interest where the number is close.
  package var cause: Cause
  /// What explains the cause: "7,181 as published 14 Apr 2025"; empty where it says all.
  package var detail = ""

  /// Why a number that is close is not the figure of today.
  package enum Cause: String, CaseIterable, Sendable {
    /// An earlier edition has it.
    case revised
    /// Its last digits are left out, and not rounded.
    case cut
    /// It is the figure, or that of another table, rounded.
    case rounded
    case swapped = "two digits swapped"
    /// It is exactly the figure of another period.
    case anotherPeriod = "another period"
    /// It is exactly the figure of another place.
    case anotherPlace = "another place"
    /// It is exactly what another source has.
    case anotherSource = "another source"
    case unexplained

    /// Whether it is no error of the speaker.
    package var isInnocent: Bool {
      switch self {
      case .revised, .cut, .rounded: true
      case .swapped, .anotherPeriod, .anotherPlace, .anotherSource, .unexplained: false
      }
    }

    /// Whether it is told of a number that is not close too: left out digits are then no excuse.
    package var explainsWideMiss: Bool {
      switch self {
      case .revised, .swapped, .anotherPeriod, .anotherPlace, .anotherSource: true
      case .cut, .rounded, .unexplained: false
      }
    }
  }

  package init(said: Number, difference: Number?, isInPoints: Bool, cause: Cause) {
    self.said = said
    self.difference = difference
    self.isInPoints = isInPoints
    self.cause = cause
  }

  /// `revised: 7,181 as published 14 Apr 2025`
  package var words: String { detail.isEmpty ? cause.rawValue : "\(cause.rawValue): \(detail)" }
}
