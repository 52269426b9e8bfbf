/// A statement that a text makes, with the ways in which it can be judged.
package struct TextClaim: Sendable {
  /// What can be done with it.
  package enum Handling: Sendable {
    /// Checks of the language, for each reading; the preferred reading first, and of each reading
    /// all must hold.
    case checks([TextReading])
    /// Found and not understood, with the words that were in the way.
    case notRead(why: String)
    /// A cause, a forecast, a plan: no figures tell whether it holds.
    case notCheckable(why: String)
    /// About something that is known not to be in the data.
    case noData(why: String, questions: [String])
  }

  /// What came of it: which reading was meant, and whether the figures agree with it.
  package struct Settled {
    package let reading: Int
    package let isMet: Bool

    package init(reading: Int, isMet: Bool) {
      self.reading = reading
      self.isMet = isMet
    }
  }

  /// Judges a statement; the second argument makes more readings of it, which follow one thing
  /// after another that was told earlier. `nil` where it is left out.
  package typealias Settling = (TextClaim, () -> [TextReading]?) throws -> Settled?

  /// The place in the input, in Unicode scalars.
  package let range: Range<Int>
  /// The line of the input, from 1.
  package let line: Int
  /// As the input has it, spaces of any kind as one.
  package let text: String
  package let reading: Handling
  /// The number stated, as the language writes it; empty where there is none.
  package let said: String
  /// Whether nothing was carried and no preference used.
  package let isCertain: Bool
  /// Whether words have no part in it, and something was carried: that it fails tells nothing.
  package let isLoose: Bool
  /// Whether a slot that decides was filled by what is usual.
  package let isGuess: Bool
  /// Whether it names nothing of this field itself, and has words that nothing knows: where
  /// it cannot be judged, it is about something else.
  package let isStray: Bool
  /// A word that no slot took, which may keep it to less than what is checked.
  package let untaken: String?
  /// Whether what is counted was carried from a statement that the figures did not confirm.
  package let followsDoubt: Bool
  /// Values that were told before and that it does not name again.
  package let leavesOut: [String]
  /// Whether a rank or a direction has a time that was told some way off.
  package let isFarCarried: Bool
  /// Whether little was left to carry: `September, at 11,647, the highest since April`, `a third of
  /// them were convicted`.
  package let isAnchored: Bool
  /// Whether what is counted was carried.
  package let carriesMeasure: Bool
  /// Whether what is counted was carried, or is only told by a verb or by a value.
  package let hasWeakMeasure: Bool
  /// What was taken from elsewhere: `apprehensions, southwest`.
  package let carried: [String]
  /// How words were read: "`a year earlier` as Dec 2023".
  package let notes: [String]
  /// Who says it, where it is quoted or ascribed.
  package let speaker: String
}
