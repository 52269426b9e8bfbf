import Catalog
import Results

/// What can be counted.
enum MeasureTopic: ListedTopic {
  static let name = "measure"
  static let plural = "measures"
  static let summary = "what can be counted, with unit, coverage and dimensions"

  static func listing(of dimension: Dimension?, in catalogIndex: CatalogIndex) -> Listing {
    Listing(
      columns: [
        .text("subject", nil, .whole), .text("measure", nil, .atLeast(34)), .text("unit"),
        .text("kind"), .text("from", nil, .whole), .text("to", nil, .whole),
        .text("by", nil, .atLeast(14)), .text("id", nil, .none), .text("definition", nil, .none),
      ],
      rows: inOrder(catalogIndex).map { row($0.measure, $0.coverage, catalogIndex) }
    )
  }

  /// By subject, in the order of the catalog; of one subject those that reach furthest first.
  private static func inOrder(
    _ catalogIndex: CatalogIndex
  ) -> [(measure: Measure, coverage: Coverage)] {
    var subjects: [String] = []
    for measure in catalogIndex.measures where !subjects.contains(measure.subject) {
      subjects.append(measure.subject)
    }
    let all = catalogIndex.measures.map {
      (measure: $0, coverage: Coverage(of: $0, in: catalogIndex))
    }
    return subjects.flatMap { subject in
      let own = all.filter { $0.measure.subject == subject }
      let ends = own.map { $0.coverage.days?.last ?? .distantPast }
      return own.indices.sorted { (ends[$1], $0) < (ends[$0], $1) }.map { own[$0] }
    }
  }

  private static func row(
    _ measure: Measure,
    _ coverage: Coverage,
    _ catalogIndex: CatalogIndex
  ) -> ListedRow {
    let limits = coverage.limits.filter { $0.members.count > 1 }.map(\.dimension)
    let dimensions = catalogIndex.dimensionNames(coverage.dimensions + limits).joined(by: ", ")
    return ListedRow(
      cells: [
        Cell(subjectWords(measure)), Cell(measure.name),
        Cell(measure.unit), Cell(measure.kind.rawValue),
        Cell(monthOf: coverage.days?.first), Cell(monthOf: coverage.days?.last), Cell(dimensions),
        Cell(measure.key), Cell(measure.definition),
      ],
      words: catalogIndex.aliases(.measure, measure.id) + [measure.caveat, measure.formula],
      measures: [measure.id],
      datasets: coverage.tables.map(\.id)
    )
  }

  private static func subjectWords(_ measure: Measure) -> String {
    measure.subject.split(separator: "_").map(String.init).joined(by: " ")
  }

  static func pages(on name: TypedName, in catalogIndex: CatalogIndex) -> [Description] {
    name.targets(.measure, in: catalogIndex).compactMap(catalogIndex.catalog.measure).map {
      measure in
      MeasurePage(measure, catalogIndex).description
    }
  }
}

/// A page on one measure.
private struct MeasurePage {
  let measure: Measure
  let catalogIndex: CatalogIndex
  let coverage: Coverage

  init(_ measure: Measure, _ catalogIndex: CatalogIndex) {
    self.measure = measure
    self.catalogIndex = catalogIndex
    coverage = Coverage(of: measure, in: catalogIndex)
  }

  var description: Description {
    var page = Description(measure.name, "measure")
    page.add(measure.definition)
    page.add("", facts)
    page.add("held", held)
    page.add("breaks in the series", breaks)
    page.add("figures said about it", lines: said)
    page.add("to ask next", lines: NextQuestions(catalogIndex).about(measure))
    return page
  }

  private var facts: [Description.Entry] {
    [
      .init("unit", measure.unit),
      .init("kind", measure.kind.words),
      .init("also called", catalogIndex.aliases(.measure, measure.id).joined(by: ", ")),
      .init("formula", measure.formula),
      .init("part of", whole),
      .init("parts", parts),
      .init("never add to", conflicts),
      .init("caution", measure.caveat),
      .init("published by", dimensions),
      .init("in tables of their own", limits),
      .init("programs", programs),
    ]
  }

  private var whole: String {
    var names: [String] = []
    var id = measure.partOf
    while let whole = catalogIndex.catalog.measure(id), names.count < 9 {
      names.append(whole.name)
      id = whole.partOf
    }
    guard let first = names.first else { return "" }
    let rest = names.dropFirst().map { "in \($0)" }
    return rest.isEmpty ? first : "\(first) (\(Array(rest).joined(by: ", ")))"
  }

  private var parts: String {
    catalogIndex.measures.filter { $0.partOf == measure.id }.map(\.name).joined(by: ", ")
  }

  private var conflicts: String {
    IDSet(catalogIndex.conflicts.filter { $0.measure == measure.id }.map(\.other)).elements
      .compactMap { catalogIndex.catalog.measure($0)?.name }.joined(by: ", ")
  }

  private var dimensions: String {
    let names = catalogIndex.dimensionNames(coverage.dimensions)
    return names.isEmpty ? "time only" : names.joined(by: ", ")
  }

  /// `component: Border Patrol, Office of Field Operations`.
  private var limits: String {
    coverage.limits.compactMap { limit in
      let values = limit.members.compactMap { catalogIndex.catalog.member($0)?.name }
      return catalogIndex.catalog.dimension(limit.dimension)
        .map { "\($0.name): \(values.joined(by: ", "))" }
    }.joined(by: "; ")
  }

  private var programs: String {
    catalogIndex.programs.filter { $0.measures.contains(measure.key) }.map(\.name).joined(by: "; ")
  }

  private var held: [Description.Entry] {
    coverage.spans.map { span in
      let tables = span.tables == 1 ? "1 table" : "\(span.tables) tables"
      return .init("by \(span.time.name)", "\(span.time.words(for: span.days)), \(tables)")
    } + [.init("newest source", catalogIndex.newestSource(of: coverage.tables))]
  }

  private var breaks: [Description.Entry] {
    catalogIndex.catalog.breaks(of: measure.id)
      .filter { coverage.days?.overlaps(DayRange($0.at, $0.until ?? $0.at)) ?? false }
      .sorted { ($0.at, $0.key) < ($1.at, $1.key) }
      .map { .init($0.atWords, $0.described + catalogIndex.whenItMatters($0)) }
  }

  private var said: [String] {
    let figures = catalogIndex.figures.filter { $0.measure == measure.key }
    let lines = figures.prefix(4).map { $0.line() }
    guard figures.count > 4 else { return Array(lines) }
    return lines + ["\(figures.count) in all: show figures about \(measure.name)"]
  }
}

extension SeriesBreak {
  /// When it begins, or for how long it holds: `FY2005`, `Mar 2020 – May 2023`.
  fileprivate var atWords: String {
    let year = Period(.fiscalYear, containing: at)
    let first = year.days.first == at ? year : Period(.month, containing: at)
    guard let until else { return first.label }
    let last = Period(first.unit, containing: until)
    return first == last ? first.label : "\(first.label) – \(last.label)"
  }
}

extension CatalogIndex {
  /// The values or dimensions that a break is about.
  fileprivate func whenItMatters(_ break: SeriesBreak) -> String {
    let filters = `break`.filters.compactMap { filter in
      filter.member == 0
        ? catalog.dimension(filter.dimension).map { "by \($0.name)" }
        : catalog.member(filter.member)?.name
    }
    return filters.isEmpty ? "" : " (\(filters.joined(by: ", ")))"
  }
}
