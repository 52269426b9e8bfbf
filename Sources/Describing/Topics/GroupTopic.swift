import Catalog

/// Named sets of values.
enum GroupTopic: Topic {
  static let name = "group"
  static let plural = "groups"
  static let summary = "a named set of values"

  static func pages(on name: TypedName, in knowledge: CatalogIndex) -> [Description] {
    name.targets(.group, in: knowledge).compactMap(knowledge.catalog.group).map { group in
      page(group, knowledge)
    }
  }

  private static func page(_ group: MemberGroup, _ knowledge: CatalogIndex) -> Description {
    let dimension = knowledge.catalog.dimension(group.dimension)
    let members = group.members.compactMap { knowledge.catalog.member($0)?.name }
    let measures = knowledge.measures.filter { measure in
      measure.formula.isEmpty
        && Coverage(of: measure, in: knowledge).dimensions.contains(group.dimension)
    }
    var page = Description(group.name, dimension.map { "group of \($0.plural)" } ?? name)
    page.add(
      "",
      [
        .init("values", members.joined(by: ", ")),
        .init("also called", knowledge.aliases(.group, group.id).joined(by: "; ")),
      ]
    )
    page.add(
      "to ask next",
      lines: NextQuestions(knowledge).about(["for \(group.name)"], measures: measures)
    )
    return page
  }
}
