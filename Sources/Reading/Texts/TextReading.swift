/// One way of reading a statement.
package struct TextReading: Sendable, Hashable {
  /// Statements of the language, each beginning with `check`.
  package let checks: [String]
  /// What it takes, where another reading takes something else: `calendar year`.
  package let name: String
  /// How far it is from what the words say first.
  package let distance: Distance
  /// Whether a number of four or more digits is stated in full: a reading that meets it exactly is
  /// the one that was meant.
  package let statesLongNumber: Bool
  /// Whether a number is stated that few figures meet: one that was told before and meets it was
  /// probably meant.
  package let statesNumber: Bool
  /// Whether a bound is stated, which many figures meet: `more than 250,000`, `over half`.
  package var statesBound = false

  /// Whether a level is told in the present, so that the last readings of it and their mean are
  /// meant alike.
  package let isLevelNow: Bool
  /// Whether it leaves out the place that is meant where none is named.
  package var isOfAllPlaces = false
  /// Whether it leaves out values that were carried.
  package var leavesCarriedOut = false
  /// Whether it counts who was met, where those who crossed are stated, whom nobody counts.
  package var isOfCrossers = false
  /// What it takes from elsewhere, where it follows another topic than the statement before.
  package var carried: [String]?

  /// How far a reading is from what the words say first.
  package enum Distance: Int, Comparable, Sendable {
    /// What the words say, with what is usual.
    case own
    /// What the words leave open.
    case near
    /// What takes something else that was told before: only a number that it meets shows that it
    /// was meant.
    case remote
    /// What differs in more than one slot: only a number of several digits shows that it was meant.
    case far

    package static func < (a: Distance, b: Distance) -> Bool { a.rawValue < b.rawValue }
  }
}

extension TextReading {
  /// The same, as one that follows an earlier topic.
  func following(_ topic: String, _ carried: [String]) -> TextReading {
    TextReading(
      checks: checks,
      name: topic,
      distance: .remote,
      statesLongNumber: statesLongNumber,
      statesNumber: statesNumber,
      statesBound: statesBound,
      isLevelNow: false,
      isOfCrossers: isOfCrossers,
      carried: carried
    )
  }
}
