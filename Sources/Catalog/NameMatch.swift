/// One thing that a spelling names.
package struct NameMatch: Hashable, Sendable {
  /// What sort of thing a spelling names. The raw values are those of `kind` in the table of
  /// spellings.
  package enum Kind: Int, CaseIterable, Sendable {
    case measure = 1
    case dimension
    case member
    case group
    case phrase
    /// Something that is not in the data.
    case notHeld
    /// A word of everyday speech.
    case word
    /// A dated event: `Title 42 ends`.
    case event
    /// An administration: `Biden`. The target is the event with which it begins.
    case administration
  }

  package let kind: Kind
  /// A set of kinds, such as those allowed where a measure is expected.
  package struct Kinds: OptionSet, Hashable, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) {
      self.rawValue = rawValue
    }

    private init(_ kinds: Kind...) {
      rawValue = kinds.reduce(0) { $0 | 1 << UInt16($1.rawValue) }
    }

    package func contains(_ kind: Kind) -> Bool { rawValue & 1 << UInt16(kind.rawValue) != 0 }

    /// What is allowed where a measure is expected.
    package static let measures = Kinds(.measure, .phrase)
    package static let dimensions = Kinds(.dimension)
    /// What is allowed where values of a dimension are expected.
    package static let values = Kinds(.member, .group, .phrase)
    package static let phrases = Kinds(.phrase)
    package static let notHeld = Kinds(.notHeld)
    package static let words = Kinds(.word)
    package static let events = Kinds(.event)
    package static let administrations = Kinds(.administration)
    /// What is allowed beside a period: something that has a date.
    package static let dated = Kinds(.event, .administration)
  }

  /// 0 a name or id, 1 a phrase, 2 an alias.
  package let preference: Int
  /// The preference of an alias.
  package static let alias = 2
  /// The id of the measure, dimension, member, group or phrase.
  package let target: Int

  package init(kind: Kind, preference: Int, target: Int) {
    self.kind = kind
    self.preference = preference
    self.target = target
  }
}
