package import Catalog

/// The values of the catalog that a text of a table names.
package struct KnownValues {
  /// Member ids.
  package let members: [Int]
  /// Whether they are named only when a footnote behind the text is left out.
  package let hasFootnote: Bool

  package init(named text: String, of dimensions: [Int], _ catalog: any CatalogReader) {
    let own = Self.members(named: text, of: dimensions, catalog)
    guard own.isEmpty, let name = Label.withoutFootnote(text) else {
      (members, hasFootnote) = (own, false)
      return
    }
    members = Self.members(named: name, of: dimensions, catalog).filter { $0 < ImportedID.first }
    hasFootnote = true
  }

  /// Values with this very label; else those that come with the program and that it is another spelling of. What was
  /// imported goes by its label alone.
  private static func members(
    named text: String,
    of dimensions: [Int],
    _ catalog: any CatalogReader
  ) -> [Int] {
    let spellings = catalog.spellings(key: Spelling.key(of: text)).filter { spelling in
      spelling.match.kind == .member
        && catalog.member(spelling.match.target).map { dimensions.contains($0.dimension) } ?? false
    }
    guard !spellings.isEmpty else { return [] }
    let label = Label.key(of: text)
    let same = spellings.filter { Label.key(of: $0.text) == label }
    let found =
      same.isEmpty
      ? spellings.filter {
        $0.match.target < ImportedID.first && Label.isSpelling(text, of: $0.text)
      } : same
    // By name or id, else by an alias.
    let best = found.map(\.match.preference).min()
    return IDSet(found.filter { $0.match.preference == best }.map(\.match.target)).elements
  }
}
