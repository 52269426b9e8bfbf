package import Catalog

/// Finds the values of the catalog that texts of a table name.
package final class KnownValues {
  private let catalog: any CatalogReader
  /// Labels of signs alone, which all have the same spelling: nothing.
  private lazy var labelsOfSigns = Dictionary(
    grouping: catalog.spellings(key: "")
  ) { Label.key(of: $0.text) }

  package init(_ catalog: any CatalogReader) { self.catalog = catalog }

  /// The catalog's values that one text of a file can name: none, one or several.
  package struct Found {
    /// Member ids.
    package let members: [Int]
    /// Whether they are named only when a footnote after the text is left out.
    package let hasFootnote: Bool
  }

  /// The values of some dimensions that a text names.
  package func find(_ text: String, in dimensions: [Int]) -> Found {
    let own = members(named: text, of: dimensions)
    guard own.isEmpty, let name = Label.withoutFootnote(text) else {
      return Found(members: own, hasFootnote: false)
    }
    return Found(
      members: members(named: name, of: dimensions).filter { $0 < ImportedID.first },
      hasFootnote: true
    )
  }

  /// Values with exactly this label; otherwise values shipped with the program that it is another
  /// spelling of. Imported values are found by their label alone.
  private func members(named text: String, of dimensions: [Int]) -> [Int] {
    let label = Label.key(of: text)
    let spellings = spellings(of: text, label).filter { spelling in
      spelling.match.kind == .member
        && catalog.member(spelling.match.target).map { dimensions.contains($0.dimension) } ?? false
    }
    guard !spellings.isEmpty else { return [] }
    let same = spellings.filter { Label.key(of: $0.text) == label }
    let found =
      same.isEmpty
      ? spellings.filter {
        $0.match.target < ImportedID.first && Label.isSpelling(text, of: $0.text)
      } : same
    // By name or id; otherwise by an alias.
    let best = found.map(\.match.preference).min()
    return IDSet(found.filter { $0.match.preference == best }.map(\.match.target)).elements
  }

  private func spellings(of text: String, _ label: String) -> [KnownSpelling] {
    let key = Spelling.key(of: text)
    return key.isEmpty ? labelsOfSigns[label] ?? [] : catalog.spellings(key: key)
  }
}
