import Catalog
import Results

/// Figures as the documents state them.
enum FigureTopic: ListedTopic {
  static let name = "figure"
  static let plural = "figures"
  static let summary = "figures as the documents state them, hedges kept"

  static func listing(of dimension: Dimension?, in catalogIndex: CatalogIndex) -> Listing {
    Listing(
      columns: [
        .text("figure", nil, .whole), .text("quantity", "how much", .atLeast(25)),
        .text("as_said", "as said", .atLeast(12)), .text("period", nil, .atLeast(20)),
        .text("speaker", nil, .atLeast(20)), .text("document", nil, .atLeast(20)),
        .text("measure", nil, .none), .text("low", nil, .none), .text("high", nil, .none),
        .text("unit", nil, .none), .text("qualifier", nil, .none), .text("filters", nil, .none),
      ],
      rows: catalogIndex.figures.map { row($0, catalogIndex) }
    )
  }

  private static func row(_ figure: StatedFigure, _ catalogIndex: CatalogIndex) -> ListedRow {
    let programs = catalogIndex.programs.filter { $0.figures.contains(figure.key) }
    return ListedRow(
      cells: [
        Cell(figure.key), Cell(figure.quantity), Cell(figure.asSaid), Cell(figure.period),
        Cell(figure.speaker), Cell(figure.document), Cell(figure.measure),
        StatedFigure.cell(figure.low), StatedFigure.cell(figure.high), Cell(figure.unit),
        Cell(figure.qualifier.rawValue), Cell(figure.filters),
      ],
      words: catalogIndex.words(ofMeasure: figure.measure)
        + catalogIndex.words(ofDocument: figure.document)
        + [figure.note, catalogIndex.words(ofFilters: figure.filters)]
        + programs.flatMap { [$0.name] + $0.aliases },
      measures: catalogIndex.ids(ofMeasures: [figure.measure])
    )
  }

  // MARK: Pages

  static func pages(on name: TypedName, in catalogIndex: CatalogIndex) -> [Description] {
    catalogIndex.figures.filter { name.isOne(of: [$0.key]) }.map { page($0, catalogIndex) }
  }

  static func names(in catalogIndex: CatalogIndex) -> [String] { catalogIndex.figures.map(\.key) }

  private static func page(_ figure: StatedFigure, _ catalogIndex: CatalogIndex) -> Description {
    let measure = catalogIndex.measure(figure.measure)
    var page = Description(figure.key, "figure as stated")
    page.add("", facts(figure, measure, catalogIndex))
    page.add("claims", lines: claims(with: figure, catalogIndex))
    page.add(
      "to ask next",
      lines: ["check figure \(figure.key)"]
        + (measure.map { NextQuestions(catalogIndex).about($0, filters: figure.filters) } ?? [])
    )
    return page
  }

  private static func facts(
    _ figure: StatedFigure,
    _ measure: Measure?,
    _ catalogIndex: CatalogIndex
  ) -> [Description.Entry] {
    [
      .init("how much", figure.quantity),
      .init("as said", figure.asSaid),
      .init("period", figure.period),
      .init("limited to", catalogIndex.words(ofFilters: figure.filters)),
      .init("measure", measure.map { "\($0.name), counted in \($0.unit)" } ?? "none that is held"),
      .init("speaker", figure.speaker),
      .init("status", figure.statusWords),
      .init("document", "\(figure.document), line \(figure.line)"),
      .init("note", figure.note),
    ]
  }

  private static func claims(with figure: StatedFigure, _ catalogIndex: CatalogIndex) -> [String] {
    catalogIndex.claims.filter { $0.figures.contains(figure.key) }
      .map { "\($0.paraphrase) (\($0.key))" }
  }
}
