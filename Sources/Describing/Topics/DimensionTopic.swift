import Catalog
import Results

/// What figures are broken down by.
enum DimensionTopic: ListedTopic {
  static let name = "dimension"
  static let plural = "dimensions"
  static let summary = "what figures are broken down by"

  static func listing(of dimension: Dimension?, in catalogIndex: CatalogIndex) -> Listing {
    Listing(
      columns: [
        .text("dimension", nil, .whole), .count("values"), .text("parent", "rolls up to"),
        .text("description", nil, .atLeast(20)), .text("id", nil, .none),
      ],
      rows: TimeUnit.allCases.map(row) + catalogIndex.dimensions.map { row($0, catalogIndex) }
    )
  }

  private static func row(_ unit: TimeUnit) -> ListedRow {
    ListedRow(
      cells: [
        Cell(unit.keyword), .missing(.notApplicable), .missing(.notApplicable),
        Cell("Time: " + unit.meaning), Cell(unit.keyword),
      ],
      words: [unit.name]
    )
  }

  private static func row(_ dimension: Dimension, _ catalogIndex: CatalogIndex) -> ListedRow {
    ListedRow(
      cells: [
        Cell(dimension.name), Cell(catalogIndex.catalog.members(of: dimension.id).count),
        Cell(catalogIndex.catalog.dimension(dimension.parent)?.name ?? ""),
        Cell(dimension.description), Cell(dimension.key),
      ],
      words: catalogIndex.aliases(.dimension, dimension.id)
    )
  }

  // MARK: Pages

  static func pages(on name: TypedName, in catalogIndex: CatalogIndex) -> [Description] {
    TimeUnit.allCases.filter { name.isOne(of: [$0.keyword, $0.name]) }.map {
      page($0, catalogIndex)
    }
      + name.targets(.dimension, in: catalogIndex).compactMap(catalogIndex.catalog.dimension)
      .map { page($0, catalogIndex) }
  }

  private static func page(_ unit: TimeUnit, _ catalogIndex: CatalogIndex) -> Description {
    var page = Description(unit.keyword, "dimension of time")
    page.add("Time, built in: \(unit.meaning).")
    let measures = catalogIndex.measures.filter { $0.formula.isEmpty }
    page.add(
      "to ask next",
      lines: NextQuestions(catalogIndex).firstAnswered(
        of: measures.map { ["\($0.name) by \(unit.keyword)"] }
      )
    )
    return page
  }

  private static func page(_ dimension: Dimension, _ catalogIndex: CatalogIndex) -> Description {
    let members = catalogIndex.catalog.members(of: dimension.id)
    let measures = catalogIndex.measures.filter {
      Coverage(of: $0, in: catalogIndex).dimensions.contains(dimension.id)
    }
    var page = Description(dimension.name, "dimension")
    page.add(dimension.description)
    page.add(
      "",
      [
        .init("also called", catalogIndex.aliases(.dimension, dimension.id).joined(by: ", ")),
        .init("rolls up to", catalogIndex.catalog.dimension(dimension.parent)?.name ?? ""),
        .init("values", values(members, dimension)),
        .init("groups", groups(dimension, catalogIndex)),
        .init("measures", measures.map(\.name).joined(by: ", ")),
      ]
    )
    page.add(
      "to ask next",
      lines: NextQuestions(catalogIndex).about(dimension, measures: measures)
    )
    return page
  }

  /// A few values, with the list that has them all.
  private static func values(_ members: [Member], _ dimension: Dimension) -> String {
    let names = members.prefix(12).map(\.name).joined(by: ", ")
    guard members.count > 12 else { return names }
    return "\(names), …; \(grouped(members.count)) in all: show values of \(dimension.name)"
  }

  private static func groups(_ dimension: Dimension, _ catalogIndex: CatalogIndex) -> String {
    catalogIndex.groups.filter { $0.dimension == dimension.id }.map(\.name).joined(by: ", ")
  }
}

extension TimeUnit {
  /// What a dimension is, in words.
  fileprivate var meaning: String {
    switch self {
    case .fiscalYear: "federal fiscal years, October to September, named by the year they end in"
    case .quarter: "quarters of the fiscal year, the first from October to December"
    case .month: "months"
    case .calendarYear: "calendar years, January to December"
    case .day: "single days, for levels at a date"
    }
  }
}
