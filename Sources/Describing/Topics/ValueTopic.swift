import Catalog
import Results

/// The values of a dimension, such as countries.
enum ValueTopic: ListedTopic {
  static let name = "value"
  static let plural = "values"
  static let summary = "the values of one dimension, with their other spellings"
  static let isOfDimension = true

  static func listing(of dimension: Dimension?, in catalogIndex: CatalogIndex) -> Listing {
    let parent = dimension.flatMap { catalogIndex.catalog.dimension($0.parent) }
    let members = dimension.map { catalogIndex.catalog.members(of: $0.id) } ?? []
    return Listing(
      columns: [.text("value", nil, .atLeast(20))]
        + (parent.map { [.text($0.key, $0.name)] } ?? [])
        + [.text("aliases", "also called"), .text("id", nil, .none)],
      rows: members.map { row($0, hasParent: parent != nil, catalogIndex) }
    )
  }

  private static func row(
    _ member: Member,
    hasParent: Bool,
    _ catalogIndex: CatalogIndex
  ) -> ListedRow {
    let parent = catalogIndex.catalog.member(member.parent)?.name ?? ""
    let aliases = catalogIndex.aliases(.member, member.id)
    return ListedRow(
      cells: [Cell(member.name)] + (hasParent ? [Cell(parent)] : [])
        + [Cell(aliases.joined(by: "; ")), Cell(member.key)],
      words: groups(of: member, catalogIndex).map(\.name)
    )
  }

  static func groups(of member: Member, _ catalogIndex: CatalogIndex) -> [MemberGroup] {
    catalogIndex.groups.filter { $0.members.contains(member.id) }
  }

  // MARK: Pages

  static func pages(on name: TypedName, in catalogIndex: CatalogIndex) -> [Description] {
    let members = name.targets(.member, in: catalogIndex).compactMap(catalogIndex.catalog.member)
    let called = members.filter { name.isOne(of: [$0.name]) }
    // Another spelling of a value is left out where something has exactly the name.
    let isTaken = catalogIndex.catalog.matches(key: name.key).contains {
      $0.preference == 0 && $0.kind != .member
    }
    let found = isTaken || !called.isEmpty ? called : members
    return found.map { page($0, catalogIndex) }
  }

  private static func page(_ member: Member, _ catalogIndex: CatalogIndex) -> Description {
    let dimension = catalogIndex.catalog.dimension(member.dimension)
    let measures = catalogIndex.measures(countedBy: member)
    var page = Description(member.name, dimension.map { "value of \($0.name)" } ?? name)
    page.add(
      "",
      [
        .init("also called", catalogIndex.aliases(.member, member.id).joined(by: ", ")),
        .init("part of", catalogIndex.catalog.member(member.parent)?.name ?? ""),
        .init("holds", children(of: member, catalogIndex)),
        .init("groups", groups(of: member, catalogIndex).map(\.name).joined(by: ", ")),
        .init("means", member.rest.words),
        .init("measures", measures.map(\.name).joined(by: ", ")),
      ]
    )
    if measures.isEmpty { page.add("No table in use has a row for it.") }
    page.add(
      "to ask next",
      lines: NextQuestions(catalogIndex).about(member, measures: measures)
    )
    return page
  }

  /// The values that roll up to it.
  private static func children(of member: Member, _ catalogIndex: CatalogIndex) -> String {
    let names = catalogIndex.catalog.children(of: member.id).map { $0.name }
    let shown = Array(names.prefix(12)).joined(by: ", ")
    return names.count > 12 ? "\(shown), … (\(names.count) in all)" : shown
  }
}

extension CatalogIndex {
  /// The stored measures of the tables where a value occurs, those of most tables first.
  func measures(countedBy member: Member) -> [Measure] {
    let counted = measures.filter(\.formula.isEmpty).map { measure in
      let tables = Coverage(of: measure, in: self).tables
      return (measure, tables.count { catalog.occurs(member.id, in: $0.id) })
    }
    return counted.filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }.map(\.0)
  }
}

extension Member.Rest {
  /// What a value means that is not a single one.
  fileprivate var words: String {
    switch self {
    case .none: ""
    case .other: "what the table does not list; its note says which"
    case .unknown: "what the publisher did not know"
    }
  }
}
