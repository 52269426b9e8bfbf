import Answering
import Catalog
import Results

/// The publications that tables come from.
enum SourceTopic: ListedTopic {
  static let name = "source"
  static let plural = "sources"
  static let summary = "the publications that the tables come from"

  static func listing(of dimension: Dimension?, in catalogIndex: CatalogIndex) -> Listing {
    let tables = Dictionary(grouping: catalogIndex.datasets, by: \.dataset.source)
    return Listing(
      columns: [
        .text("source", nil, .whole), .text("published", nil, .whole), .text("publisher"),
        .text("title", nil, .atLeast(14)), .count("datasets"), .text("table", nil, .none),
        .text("url", nil, .none), .text("trust", nil, .none),
      ],
      rows: catalogIndex.sources.map { row($0, tables[$0.source.id] ?? [], catalogIndex) }
    )
  }

  private static func row(
    _ entry: SourceDescription,
    _ tables: [DatasetDescription],
    _ catalogIndex: CatalogIndex
  ) -> ListedRow {
    let source = entry.source
    let ids = Set(tables.map(\.dataset.id))
    let measures = IDSet(catalogIndex.coverages.filter { ids.contains($0.dataset) }.map(\.measure))
    return ListedRow(
      cells: [
        Cell(source.key), Cell(date: source.published), Cell(source.short), Cell(source.title),
        Cell(tables.count), Cell(source.part), Cell(source.url), Cell(entry.trust),
      ],
      words: [source.publisher, entry.note] + tables.map(\.title)
        + measures.elements.compactMap { catalogIndex.catalog.measure($0)?.name },
      measures: measures.elements,
      datasets: tables.map(\.dataset.id)
    )
  }

  // MARK: Pages

  static func pages(on name: TypedName, in catalogIndex: CatalogIndex) -> [Description] {
    // A document that is a source too has a fuller page as a document.
    catalogIndex.sources.filter { entry in
      name.isOne(of: [entry.source.key]) && catalogIndex.document(entry.source.key) == nil
    }.map { page($0, catalogIndex) }
  }

  static func names(in catalogIndex: CatalogIndex) -> [String] {
    catalogIndex.sources.map(\.source.key)
  }

  private static func page(_ entry: SourceDescription, _ catalogIndex: CatalogIndex) -> Description
  {
    let source = entry.source
    var page = Description(source.key, name)
    page.add(source.title)
    page.add(
      "",
      [
        .init("publisher", source.publisher.isEmpty ? "not named" : source.publisher),
        .init("table", source.part),
        .init("published", source.published.isEmpty ? "not known" : dateWords(source.published)),
        .init("address", source.url),
        .init("held as", trust(entry.trust)),
        .init("note", entry.note),
      ]
    )
    let tables = catalogIndex.datasets.filter { $0.dataset.source == source.id }
    page.add(
      "datasets",
      lines: tables.isEmpty ? ["none"] : tables.map { "\($0.title) (\($0.key))" }
    )
    return page
  }

  private static func trust(_ trust: String) -> String {
    switch trust {
    case "official": "the publisher's own file"
    case "copy": "a faithful copy of the publisher's file"
    default: "a secondary source: the press or another third party"
    }
  }
}
