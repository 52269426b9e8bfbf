import Catalog
import Diagnostics

extension NameMatch {
  /// Whether the phrase means a value, as `fentanyl` does, and not a measure.
  func isPhraseOfValue(in catalog: any CatalogReader) -> Bool {
    kind == .phrase && catalog.phrase(target)?.standsForValue == true
  }
}

extension Name {
  /// The first measure that a complete table of no narrower scope breaks down by the value.
  func measurePublished(_ catalog: any CatalogReader) -> Measure? {
    let members = catalog.matches(key: Spelling.key(of: text)).flatMap { match -> [Int] in
      switch match.kind {
      case .member: [match.target]
      case .group: catalog.group(match.target)?.members ?? []
      case .measure, .dimension, .phrase, .notHeld, .word, .event, .administration: []
      }
    }
    return catalog.measures().first { measure in
      catalog.holdings(of: measure.id).contains { holding in
        holding.dataset.isComplete && holding.dataset.scope.isEmpty
          && members.contains { catalog.occurs($0, in: holding.dataset.id) }
      }
    }
  }
}

extension Diagnostic {
  /// A value where a measure is expected: `venezuela by fy`.
  static func valueAsMeasure(_ name: Name) -> Diagnostic {
    Diagnostic(
      "value-as-measure",
      "`\(name.text)` says which, not what to count",
      at: name.span,
      hint: "it follows `for` after what is counted"
    )
  }
}
