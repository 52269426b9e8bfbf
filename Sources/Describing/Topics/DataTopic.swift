import Answering
package import Catalog
import Results

/// The data as a whole: `describe data`.
enum DataTopic: Topic {
  static let name = "data"
  static let plural = "data"
  static let summary = "the edition of the data: how new it is, how much it holds, whose figures"

  static func pages(on name: TypedName, in catalogIndex: CatalogIndex) -> [Description] {
    guard name.isOne(of: [self.name, "edition", "version"]), let edition = catalogIndex.edition
    else { return [] }
    var page = Description(self.name, "edition")
    page.add(
      "",
      [
        .init("program", "tally \(programVersion)"),
        .init("data of", dateWords(edition.published)),
        .init("newest source", citation(edition.source, catalogIndex.catalog)),
        .init("of a publisher itself", citation(edition.ownSource, catalogIndex.catalog)),
        .init("tables", grouped(edition.tables)),
        .init("rows", grouped(edition.rows)),
        .init("checksum", edition.checksum),
      ]
    )
    page.add("newest table that was read from each publisher itself", publishers(catalogIndex))
    page.add("to ask next", lines: ["show measures", "show sources", "show gaps"])
    return [page]
  }

  static func names(in catalogIndex: CatalogIndex) -> [String] { [name] }

  /// The publishers, those with the newest source first. Dates are as exact as they are known, and
  /// come in the order of their texts.
  private static func publishers(_ catalogIndex: CatalogIndex) -> [Description.Entry] {
    var newest: [(name: String, published: String)] = []
    for id in IDSet(catalogIndex.datasets.map(\.dataset.source)).elements {
      guard let source = catalogIndex.catalog.source(id), !source.isSecondary else { continue }
      if let place = newest.firstIndex(where: { $0.name == source.short }) {
        newest[place].published = max(newest[place].published, source.published)
      } else {
        newest.append((source.short, source.published))
      }
    }
    return newest.sorted { $0.published > $1.published }
      .map { .init($0.name, dateWords($0.published)) }
  }
}

/// What a source is called in answers; empty for none.
private func citation(_ source: Int, _ catalog: any CatalogReader) -> String {
  source == 0 ? "" : catalog.source(source)?.citation ?? ""
}

extension DataEdition {
  /// In one line: `data of September 2026: 577 tables, 412,000 rows, checksum
  /// 0123456789abcdef`.
  private var words: String {
    "data of \(dateWords(published)): \(grouped(tables)) tables, \(grouped(rows)) rows, checksum "
      + checksum
  }

  /// Whose figures are the newest, and those that were read from their publisher itself.
  private func sources(_ catalog: any CatalogReader) -> [String] {
    let own = citation(ownSource, catalog)
    let newest = citation(source, catalog)
    return [
      newest.isEmpty ? "" : "newest source: \(newest)",
      own.isEmpty || source == ownSource ? "" : "newest of a publisher itself: \(own)",
    ].filter { !$0.isEmpty }
  }

  /// Which program and which data answer; only the program where there are no data.
  package static func version(_ catalog: (any CatalogReader)?) -> String {
    let edition = catalog.flatMap { catalog in
      catalog.edition().map { [$0.words] + $0.sources(catalog) }
    }
    return (["tally \(programVersion)"] + (edition ?? [])).joined(by: "\n")
  }
}
