import Catalog
import Results

/// The documents whose statements are held.
enum DocumentTopic: ListedTopic {
  static let name = "document"
  static let plural = "documents"
  static let summary = "the documents whose statements are held"

  static func listing(of dimension: Dimension?, in catalogIndex: CatalogIndex) -> Listing {
    Listing(
      columns: [
        .text("document", nil, .whole), .text("published", nil, .whole), .count("claims"),
        .count("figures"), .text("title", nil, .atLeast(12)), .text("publisher", nil, .atLeast(20)),
      ],
      rows: catalogIndex.documents.map { row($0, catalogIndex) }
    )
  }

  private static func row(_ document: Document, _ catalogIndex: CatalogIndex) -> ListedRow {
    let claims = catalogIndex.claims.filter { $0.document == document.key }
    let figures = catalogIndex.figures.filter { $0.document == document.key }
    let programs = catalogIndex.programs.filter { $0.documents.contains(document.key) }
    let measures = claims.map(\.measure) + figures.map(\.measure)
    return ListedRow(
      cells: [
        Cell(document.key), Cell(date: document.published), Cell(claims.count),
        Cell(figures.count), Cell(document.title), Cell(document.publisher),
      ],
      words: [document.note] + claims.map(\.paraphrase) + figures.map(\.asSaid)
        + programs.flatMap { [$0.name] + $0.aliases }
        + measures.flatMap(catalogIndex.words(ofMeasure:)),
      measures: catalogIndex.ids(ofMeasures: measures)
    )
  }

  // MARK: Pages

  static func pages(on name: TypedName, in catalogIndex: CatalogIndex) -> [Description] {
    catalogIndex.documents.filter { name.isOne(of: [$0.key, $0.title]) }.map {
      page($0, catalogIndex)
    }
  }

  static func names(in catalogIndex: CatalogIndex) -> [String] { catalogIndex.documents.map(\.key) }

  private static func page(_ document: Document, _ catalogIndex: CatalogIndex) -> Description {
    let claims = catalogIndex.claims.filter { $0.document == document.key }
    let figures = catalogIndex.figures.filter { $0.document == document.key }
    var page = Description(document.key, name)
    page.add(document.title)
    page.add(
      "",
      [
        .init("publisher", document.publisher.isEmpty ? "not named" : document.publisher),
        .init("published", "\(dateWords(document.published)) (\(document.dateBasis))"),
        .init("note", document.note),
        .init("programs", programs(in: document, catalogIndex)),
      ]
    )
    page.add(
      "claims (\(claims.count))",
      claims.map { .init("line \($0.line)", "\($0.paraphrase) (\($0.key))") }
    )
    page.add(
      "figures (\(figures.count))",
      figures.map { .init("line \($0.line)", $0.line(namesDocument: false)) }
    )
    page.add(
      "to ask next",
      lines: [
        "check document \(document.key)", "show claims about \(document.key)",
        "show figures about \(document.key)",
      ]
    )
    return page
  }

  private static func programs(in document: Document, _ catalogIndex: CatalogIndex) -> String {
    catalogIndex.programs.filter { $0.documents.contains(document.key) }.map(\.name).joined(
      by: "; "
    )
  }
}
