/// One sentence about the answer.
package struct Note: Equatable, Sendable {
  /// What a note is about, the most important first. Notes are shown in this order.
  package enum Kind: Int, CaseIterable, Comparable, Sendable {
    case partial
    /// The question as understood, when anything was assumed.
    case understood
    /// A word that is not a term of the statistics, and what was shown for it.
    case phrase
    /// Two tables meet inside the answer, and how much they differ. Shown under the sources.
    case seam
    case seriesBreak
    case precision
    case absence
    case caveat

    package static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }
  }

  package let kind: Kind
  package let text: String
  /// The note in full, where a screen has no room for it.
  package let inFull: String

  package init(_ kind: Kind, _ text: String, inFull: String? = nil) {
    self.kind = kind
    self.text = text
    self.inFull = inFull ?? text
  }
}
