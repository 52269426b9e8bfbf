/// A source with everything that is said of it.
package struct SourceDescription: Sendable {
  package let source: Source
  /// `official`, `copy` or `secondary`.
  package let trust: String
  package let note: String

  package init(source: Source, trust: String, note: String) {
    self.source = source
    self.trust = trust
    self.note = note
  }
}
