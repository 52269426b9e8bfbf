import Catalog
import QueryLanguage

/// One thing that people ask of figures, and how the language says it.
protocol Pattern: Sendable {
  /// `nil` where the line does not ask for it.
  static func statement(of choice: Choice) -> String?
}
