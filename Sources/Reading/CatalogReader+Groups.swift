import Catalog

extension CatalogReader {
  /// Whether a value is several of its dimension: `Southwest sectors`.
  func isGroup(_ value: Mention.Value) -> Bool {
    matches(key: Spelling.key(of: value.name)).contains { match in
      match.kind == .group && group(match.target)?.dimension == value.dimension
    }
  }

  /// Whether a value is several of a dimension: a group of its values, or what they add up to, as
  /// countries do to `Europe`.
  func holdsSeveral(_ value: Mention.Value, of dimension: Dimension) -> Bool {
    value.dimension == dimension.id ? isGroup(value) : dimension.parent == value.dimension
  }

  /// The dimension whose values a word names: `sectors`, `country`.
  func dimension(calledBy word: String) -> Dimension? {
    let means = words(named: word).filter { $0.part == .key }.map(\.means)
    return ([word] + means).lazy.flatMap { self.matches(key: Spelling.key(of: $0)) }
      .first { $0.kind == .dimension }.flatMap { self.dimension($0.target) }
  }
}
