/// One way of reading a statement.
package struct TextReading: Sendable, Hashable {
  /// Statements of the language, each beginning with `check`.
  package let checks: [String]
  /// What it takes, where another reading takes something else: `calendar year`.
  package let name: String
  /// Whether it takes something else that was told before: only a number of several digits that it
  /// meets shows that it was meant.
  package let isRemote: Bool
  /// Whether a number of four or more digits is stated in full: a reading that meets it exactly is
  /// the one that was meant.
  package let statesLongNumber: Bool
}
