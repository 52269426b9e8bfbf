import Answering
import Catalog
import Results

/// The published tables.
enum DatasetTopic: ListedTopic {
  static let name = "dataset"
  static let plural = "datasets"
  static let summary = "the published tables that figures come from"

  static func listing(of dimension: Dimension?, in catalogIndex: CatalogIndex) -> Listing {
    let coverages = Dictionary(grouping: catalogIndex.coverages, by: \.dataset)
    return Listing(
      columns: [
        .text("dataset", nil, .atLeast(40)), .text("title", nil, .atLeast(16)),
        .text("from", nil, .whole),
        .text("to", nil, .whole), .text("time"), .text("status"), .text("by"),
        .text("publisher", nil, .none), .text("measures", nil, .none),
      ],
      rows: catalogIndex.datasets.map { row($0, coverages[$0.dataset.id] ?? [], catalogIndex) }
    )
  }

  private static func row(
    _ entry: DatasetDescription,
    _ coverages: [DatasetCoverage],
    _ catalogIndex: CatalogIndex
  ) -> ListedRow {
    let dataset = entry.dataset
    let source = catalogIndex.source(dataset.source)?.source
    let days = DaySet(coverages.map(\.days)).hull
    let measures = coverages.compactMap { catalogIndex.catalog.measure($0.measure) }
    let title = [source?.short ?? "", entry.title].filter { !$0.isEmpty }.joined(by: ": ")
    return ListedRow(
      cells: [
        Cell(entry.key), Cell(title), Cell(monthOf: days?.first), Cell(monthOf: days?.last),
        Cell(dataset.time.rawValue), Cell(dataset.statusWord),
        Cell(catalogIndex.dimensionNames(dataset.dimensions).joined(by: ", ")),
        Cell(source?.publisher ?? ""), Cell(measures.map(\.name).joined(by: ", ")),
      ],
      words: measures.flatMap { catalogIndex.words(ofMeasure: $0.key) }
        + [entry.note, source?.title ?? "", catalogIndex.scopeWords(of: dataset)],
      measures: measures.map(\.id),
      datasets: [dataset.id]
    )
  }

  // MARK: Pages

  static func pages(on name: TypedName, in catalogIndex: CatalogIndex) -> [Description] {
    catalogIndex.datasets.filter { name.isOne(of: [$0.key]) }.map { page($0, catalogIndex) }
  }

  static func names(in catalogIndex: CatalogIndex) -> [String] { catalogIndex.datasets.map(\.key) }

  private static func page(_ entry: DatasetDescription, _ catalogIndex: CatalogIndex) -> Description
  {
    let coverages = catalogIndex.coverages.filter { $0.dataset == entry.dataset.id }
    let measures = coverages.compactMap { catalogIndex.catalog.measure($0.measure) }
    var page = Description(entry.key, name)
    page.add(entry.title)
    page.add(entry.note)
    page.add("", facts(entry, catalogIndex))
    page.add(
      "measures",
      zip(measures, coverages).map { .init($0.name, entry.dataset.time.words(for: $1.days)) }
    )
    page.add("to ask next", lines: questions(measures, catalogIndex))
    return page
  }

  private static func facts(
    _ entry: DatasetDescription,
    _ catalogIndex: CatalogIndex
  ) -> [Description.Entry] {
    let dataset = entry.dataset
    let source = catalogIndex.source(dataset.source)?.source
    let dimensions = catalogIndex.dimensionNames(dataset.dimensions).joined(by: ", ")
    return [
      .init("source", source.map { "\($0.citation) (\($0.key))" } ?? ""),
      .init("time", "by \(dataset.time.name)"),
      .init("broken down by", dimensions.isEmpty ? "time only" : dimensions),
      .init("limited to", catalogIndex.scopeWords(of: dataset)),
      .init("rows", grouped(dataset.size)),
      .init("rounding", dataset.roundingWords),
      .init("absent rows", dataset.absentWords),
      .init("whole", dataset.completeWords),
      .init("status", status(of: entry, catalogIndex)),
    ]
  }

  private static func status(of entry: DatasetDescription, _ catalogIndex: CatalogIndex) -> String {
    guard entry.dataset.isSuperseded else { return "current" }
    let later = catalogIndex.dataset(entry.supersededBy)?.key
    return "an earlier edition, superseded" + (later.map { " by \($0)" } ?? "")
  }

  private static func questions(_ measures: [Measure], _ catalogIndex: CatalogIndex) -> [String] {
    let questions = NextQuestions(catalogIndex)
    return measures.count == 1
      ? questions.about(measures[0])
      : questions.firstAnswered(
        of: measures.map { ["\($0.name) by fy", "\($0.name) by month", "\($0.name) by date"] }
      )
  }
}

extension Dataset {
  fileprivate var statusWord: String { isSuperseded ? "superseded" : "current" }
}

extension CatalogIndex {
  /// What holds for a whole table: `border Southwest, component Border Patrol`.
  fileprivate func scopeWords(of dataset: Dataset) -> String {
    dataset.scope.compactMap { entry in
      guard let dimension = catalog.dimension(entry.dimension),
        let member = catalog.member(entry.member)
      else { return nil }
      return "\(dimension.name) \(member.name)"
    }.joined(by: ", ")
  }
}
