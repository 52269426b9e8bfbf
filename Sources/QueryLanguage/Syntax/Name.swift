package import Catalog
package import Diagnostics

/// A name of the catalog as typed, with everything that it could mean.
package struct Name: Equatable, Sendable {
  /// As typed, without quotes: `Encounters between ports`.
  package let text: String
  package let span: SourceSpan
  /// What the spelling names, in order of preference. Empty only for a name that is not known.
  package let matches: [NameMatch]
  /// Whether it was typed in double quotes.
  package let isQuoted: Bool

  package init(text: String, span: SourceSpan, matches: [NameMatch], isQuoted: Bool = false) {
    self.text = text
    self.span = span
    self.matches = matches
    self.isQuoted = isQuoted
  }

  /// As written in a question.
  package var spelling: String {
    isQuoted || Keywords.needsQuotes(text) ? "\"\(text)\"" : text
  }

  /// A name of the catalog as it is typed: with quotes where it would otherwise be read
  /// differently.
  package static func quoted(_ name: String) -> String {
    Keywords.needsQuotes(name) ? "\"\(name)\"" : name
  }
}
