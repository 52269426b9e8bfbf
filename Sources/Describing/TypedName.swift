package import Catalog

/// A name as typed, and as folded for lookup.
package struct TypedName {
  let text: String
  package let key: String

  package init(_ text: String) {
    self.text = text
    key = Spelling.key(of: text)
  }

  /// Whether it is one of the spellings.
  func isOne(of spellings: [String]) -> Bool {
    spellings.contains { Spelling.key(of: $0) == key }
  }

  /// The ids of what it names in the catalog, in order of preference.
  package func targets(_ kind: NameMatch.Kind, in catalogIndex: CatalogIndex) -> [Int] {
    var targets: [Int] = []
    for match in catalogIndex.catalog.matches(key: key) where match.kind == kind {
      if !targets.contains(match.target) { targets.append(match.target) }
    }
    return targets
  }
}
