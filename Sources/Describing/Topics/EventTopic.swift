import Catalog
import Results

/// Dated events of policy.
enum EventTopic: ListedTopic {
  static let name = "event"
  static let plural = "events"
  static let summary = "dated events of policy, inaugurations among them"

  static func listing(of dimension: Dimension?, in catalogIndex: CatalogIndex) -> Listing {
    Listing(
      columns: [
        .text("date", nil, .whole), .text("event", nil, .atLeast(24)), .text("era"),
        .text("description", nil, .atLeast(16)), .text("id", nil, .none),
        .text("source", nil, .none),
      ],
      rows: catalogIndex.events.map(row)
    )
  }

  private static func row(_ event: PolicyEvent) -> ListedRow {
    ListedRow(cells: [
      Cell(date: event.date), Cell(event.name), Cell(event.era), Cell(event.description),
      Cell(event.key), Cell(event.source),
    ])
  }

  // MARK: Pages

  static func pages(on name: TypedName, in catalogIndex: CatalogIndex) -> [Description] {
    catalogIndex.events.filter { name.isOne(of: [$0.key, $0.name]) }.map(page)
  }

  static func names(in catalogIndex: CatalogIndex) -> [String] {
    catalogIndex.events.map(\.name) + catalogIndex.events.map(\.key)
  }

  private static func page(_ event: PolicyEvent) -> Description {
    var page = Description(event.name, name)
    page.add(event.description)
    page.add(
      "",
      [
        .init("date", dateWords(event.date)),
        .init("begins", event.era.isEmpty ? "" : "the \(event.era) administration"),
        .init("source", event.source),
      ]
    )
    return page
  }
}
