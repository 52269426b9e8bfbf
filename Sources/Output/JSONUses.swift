/// What a format writes as one JSON document, for programs that take it as it is.
package struct JSONUses: OptionSet, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Answers and lists.
  package static let answers = JSONUses(rawValue: 1 << 0)
  /// Checked statements.
  package static let checks = JSONUses(rawValue: 1 << 1)
}
