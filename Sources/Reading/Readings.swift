package import QueryLanguage

/// What a line that is not in the language may mean.
package enum Readings: Sendable {
  /// Statements of the language, one for each way of understanding the line.
  case questions([Reading])
  /// It asks for something that is known not to be in the data.
  case notHeld(NotHeldWords)
  /// Words that have no part in it, and what the rest means. `isKnown`: they are words that are
  /// never read, as `not` and `why`, and no slips.
  case notRead([String], rest: [Reading], isKnown: Bool)
  /// Nothing in it is known.
  case unknown
}
