import Catalog
import QueryLanguage
import Results

/// What people ask for and is not in the data.
enum NotHeldTopic: ListedTopic {
  static let name = "not held"
  static let plural = "gaps"
  static let summary = "what people ask for and is not in the data, with the nearest question"

  static func listing(of dimension: Dimension?, in catalogIndex: CatalogIndex) -> Listing {
    Listing(
      columns: [
        .text("asked for", nil, .atLeast(24)), .text("why", nil, .whole),
        .text("nearest question", nil, .atLeast(24)), .text("id", nil, .none),
        .text("about", nil, .none), .text("note", nil, .none), .text("published by", nil, .none),
      ],
      rows: catalogIndex.notHeld.map { row($0, catalogIndex) }
    )
  }

  private static func row(_ thing: NotHeld, _ catalogIndex: CatalogIndex) -> ListedRow {
    ListedRow(
      cells: [
        Cell(thing.name), Cell(thing.reason.words), Cell(thing.nearest), Cell(thing.key),
        Cell(thing.about), Cell(thing.note), Cell(thing.publishedBy),
      ],
      words: catalogIndex.aliases(.notHeld, thing.id)
    )
  }

  // MARK: Pages

  static func pages(on name: TypedName, in catalogIndex: CatalogIndex) -> [Description] {
    let ids = name.targets(.notHeld, in: catalogIndex)
    return catalogIndex.notHeld.filter { ids.contains($0.id) || $0.key == name.text }
      .map { page($0, catalogIndex) }
  }

  static func names(in catalogIndex: CatalogIndex) -> [String] {
    catalogIndex.notHeld.flatMap { [$0.name] + catalogIndex.aliases(.notHeld, $0.id) }
  }

  private static func page(_ thing: NotHeld, _ catalogIndex: CatalogIndex) -> Description {
    var page = Description(thing.name, name)
    page.add(thing.about)
    page.add(
      "",
      [
        .init("why", thing.reason.words),
        .init("note", thing.note),
        .init("published by", thing.publishedBy),
        .init("also called", catalogIndex.aliases(.notHeld, thing.id).joined(by: ", ")),
      ]
    )
    page.add("to ask next", lines: [thing.nearest])
    return page
  }
}
