/// The values that a declared table names of a dimension, where they may not be all that there are:
/// only its rows say what they add up to.
package enum NamedParts {
  /// `9 sectors`; `nil` where the values have a rest among them, such as `Other`, or where the
  /// dimension has no others.
  package static func words(
    _ members: [Member],
    of dimension: Dimension,
    _ catalog: any CatalogReader
  ) -> String? {
    guard !members.isEmpty, members.allSatisfy({ $0.rest == .none }) else { return nil }
    let isOwn = dimension.id >= ImportedID.firstMeasure
    let all = catalog.members(of: dimension.id).filter { $0.rest == .none }
    let named = IDSet(members.map(\.id))
    guard isOwn || all.contains(where: { !named.contains($0.id) }) else { return nil }
    return "\(members.count) \(members.count == 1 ? dimension.name : dimension.plural)"
  }
}
