import Catalog
import Diagnostics

extension NameMatch {
  /// Whether the phrase means a value, as `fentanyl` does, and not a measure.
  func isPhraseOfValue(in catalog: any CatalogReader) -> Bool {
    kind == .phrase && catalog.phrase(target)?.standsForValue == true
  }
}

extension Diagnostic {
  /// A value where a measure is expected: `venezuela by fy`.
  static func valueAsMeasure(_ name: Name) -> Diagnostic {
    Diagnostic(
      "value-as-measure",
      kind: .speech,
      "`\(name.text)` says which, not what to count",
      at: name.span,
      hint: "it follows `for` after what is counted"
    )
  }
}
