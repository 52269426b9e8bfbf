/// Thrown when the user stops an import.
package struct ImportInterruption: Error {
  /// Whether other files of the same call were imported before, and are kept.
  package let keepsOthers: Bool

  package init(keepsOthers: Bool = false) { self.keepsOthers = keepsOthers }

  /// What is told.
  package static func words(keepsOthers: Bool) -> String {
    keepsOthers ? "stopped; what was imported before is kept" : "stopped; nothing was changed"
  }
}
