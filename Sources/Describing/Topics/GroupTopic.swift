import Catalog

/// Named sets of values.
enum GroupTopic: Topic {
  static let name = "group"
  static let plural = "groups"
  static let summary = "a named set of values"

  static func pages(on name: TypedName, in catalogIndex: CatalogIndex) -> [Description] {
    name.targets(.group, in: catalogIndex).compactMap(catalogIndex.catalog.group).map { group in
      page(group, catalogIndex)
    }
  }

  private static func page(_ group: MemberGroup, _ catalogIndex: CatalogIndex) -> Description {
    let dimension = catalogIndex.catalog.dimension(group.dimension)
    let members = group.members.compactMap { catalogIndex.catalog.member($0)?.name }
    let measures = catalogIndex.measures.filter { measure in
      measure.formula.isEmpty
        && Coverage(of: measure, in: catalogIndex).dimensions.contains(group.dimension)
    }
    var page = Description(group.name, dimension.map { "group of \($0.plural)" } ?? name)
    page.add(
      "",
      [
        .init("values", members.joined(by: ", ")),
        .init("also called", catalogIndex.aliases(.group, group.id).joined(by: "; ")),
      ]
    )
    page.add(
      "to ask next",
      lines: NextQuestions(catalogIndex).about(["for \(group.name)"], measures: measures)
    )
    return page
  }
}
