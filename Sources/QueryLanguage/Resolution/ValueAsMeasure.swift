import Catalog
import Diagnostics

extension NameMatch {
  /// Phrases may stand for a measure; whether this one stands for a value, as `fentanyl` does.
  func isPhraseOfValue(in catalog: any CatalogReader) -> Bool {
    kind == .phrase && catalog.phrase(target)?.standsForValue == true
  }
}

extension Name {
  /// The first measure that a whole table of no narrower scope tells apart by the value.
  func measurePublished(_ catalog: any CatalogReader) -> Measure? {
    let members = catalog.matches(key: Spelling.key(of: text)).flatMap { match -> [Int] in
      switch match.kind {
      case .member: [match.target]
      case .group: catalog.group(match.target)?.members ?? []
      case .measure, .dimension, .phrase: []
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
  /// A value stands where something to count should: `venezuela by fy`.
  static func valueAsMeasure(_ name: Name) -> Diagnostic {
    Diagnostic(
      "value-as-measure",
      "`\(name.text)` says which, not what to count",
      at: name.span,
      hint: "it follows `for` after what is counted"
    )
  }
}
