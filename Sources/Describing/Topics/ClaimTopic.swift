import Catalog
import Results

/// Comparisons and superlatives of the documents.
enum ClaimTopic: ListedTopic {
  static let name = "claim"
  static let plural = "claims"
  static let summary = "comparisons and superlatives of the documents"

  static func listing(of dimension: Dimension?, in catalogIndex: CatalogIndex) -> Listing {
    Listing(
      columns: [
        .text("claim", nil, .whole), .text("paraphrase", "what is claimed", .atLeast(30)),
        .text("checkable"), .text("document", nil, .atLeast(16)), .text("measure", nil, .none),
        .text("filters", nil, .none), .text("subject", nil, .none),
        .text("reference", nil, .none),
      ],
      rows: catalogIndex.claims.map { row($0, catalogIndex) }
    )
  }

  private static func row(_ claim: Claim, _ catalogIndex: CatalogIndex) -> ListedRow {
    ListedRow(
      cells: [
        Cell(claim.key), Cell(claim.paraphrase), Cell(claim.checkable), Cell(claim.document),
        Cell(claim.measure), Cell(claim.filters), Cell(claim.subject), Cell(claim.reference),
      ],
      words: catalogIndex.words(ofMeasure: claim.measure)
        + catalogIndex.words(ofDocument: claim.document)
        + [claim.kindWords, claim.note, catalogIndex.words(ofFilters: claim.filters)],
      measures: catalogIndex.ids(ofMeasures: [claim.measure])
    )
  }

  // MARK: Pages

  static func pages(on name: TypedName, in catalogIndex: CatalogIndex) -> [Description] {
    catalogIndex.claims.filter { name.isOne(of: [$0.key]) }.map { page($0, catalogIndex) }
  }

  static func names(in catalogIndex: CatalogIndex) -> [String] { catalogIndex.claims.map(\.key) }

  private static func page(_ claim: Claim, _ catalogIndex: CatalogIndex) -> Description {
    let figures = catalogIndex.figures.filter { claim.figures.contains($0.key) }
    let measure = catalogIndex.measure(claim.measure)
    var page = Description(claim.key, name)
    page.add(claim.paraphrase)
    page.add(
      "",
      [
        .init("kind", claim.kindWords),
        .init("measure", measure?.name ?? "none that is held"),
        .init("limited to", catalogIndex.words(ofFilters: claim.filters)),
        .init("about", spanWords(claim.subject)),
        .init("against", spanWords(claim.reference)),
        .init("checkable", claim.checkableWords),
        .init("statement", claim.question.isEmpty ? "" : "check \(claim.question)"),
        .init("note", claim.note),
        .init("document", "\(claim.document), line \(claim.line)"),
      ]
    )
    page.add("figures", lines: figures.map { $0.line() })
    let near = claim.nearest.isEmpty ? [] : [claim.nearest]
    page.add(
      "to ask next",
      lines: ["check claim \(claim.key)"]
        + (measure.map { NextQuestions(catalogIndex).about($0, filters: claim.filters) } ?? near)
    )
    return page
  }
}
