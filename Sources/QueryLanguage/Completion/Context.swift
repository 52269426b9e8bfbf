import Catalog
import Diagnostics

extension QueryCompletion {
  /// What is known at the place where something may come next.
  struct Context {
    private let catalog: any CatalogReader
    private let query: Query?
    private let draft: ResolvedQuery?
    private let definitions: [Definition]

    /// `query` is the question so far, when it is a whole one.
    init(
      _ catalog: any CatalogReader,
      _ head: String,
      _ query: Query?,
      _ definitions: [Definition]
    ) {
      self.catalog = catalog
      self.query = query
      self.definitions = definitions
      draft = Self.columns(of: head, catalog, definitions)
    }

    /// The columns that the question begins with, as far as they can be read.
    private static func columns(
      of head: String,
      _ catalog: any CatalogReader,
      _ definitions: [Definition]
    ) -> ResolvedQuery? {
      guard var parser = try? Parser(head, catalog: catalog, definitions: definitions),
        let columns = try? parser.columns()
      else { return nil }
      var draft = ResolvedQuery(Query(columns: columns, clauses: []))
      var scope = Scope(catalog: catalog)
      for column in columns {
        guard (try? scope.add(column, to: &draft)) != nil else { return nil }
      }
      return draft
    }

    private var holdings: [Holding] {
      draft?.figures.flatMap { catalog.holdings(of: $0.measure.id) } ?? []
    }

    // MARK: Names

    var measures: [Item] {
      definitions.map { Item(text: Name.quoted($0.name), note: $0.expression.spelling) }
        + catalog.measures().map { Item(text: $0.name, note: $0.unit) }
    }

    var dimensions: [Item] {
      guard let draft else { return [] }
      let published = Scope(catalog: catalog).publishedDimensions(of: draft)
      return catalog.dimensions().filter { published.contains($0.id) }.map {
        Item(text: $0.name, note: $0.plural)
      } + [
        Item(text: "administration", note: "who held office on most days"),
        Item(text: "source", note: "each source for itself"),
      ]
    }

    /// The values of a dimension, or of all that the measure has, that occur in its tables.
    func values(of dimension: Int?) -> [Item] {
      var occurring: Set<Int> = []
      for dataset in Set(holdings.map(\.dataset)) {
        occurring.formUnion(catalog.members(in: dataset.id))
        occurring.formUnion(dataset.scope.map(\.member))
      }
      let dimensions = catalog.dimensions().filter { dimension == nil || $0.id == dimension }
      return dimensions.flatMap { own in
        catalog.members(of: own.id).filter { occurring.contains($0.id) && $0.rest == .none }
          .map { Item(text: Name.quoted($0.name), note: own.name) }
      }
    }

    var orderKeys: [Item] {
      draft?.columns.map { Item(text: Name.quoted($0.label), note: "column") } ?? []
    }

    // MARK: Time

    var units: [Item] {
      let times = Set(holdings.map(\.dataset.time))
      return TimeUnit.allCases.filter { unit in times.contains { $0.makesUp(unit) } }
        .map { Item(text: $0.keyword, note: $0.name) }
    }

    /// The newest periods that are held.
    var periods: [Item] {
      guard let last = holdings.flatMap(catalog.runs).map(\.days.last).max() else { return [] }
      var items: [Item] = []
      for (unit, count) in [(TimeUnit.fiscalYear, 6), (.month, 4), (.calendarYear, 3)] {
        guard holdings.contains(where: { $0.dataset.time.makesUp(unit) }) else { continue }
        var period = Period(unit, containing: last)
        for _ in 0..<count {
          items.append(Item(text: period.spelling, note: unit.name))
          period = period.previous
        }
      }
      return items
    }

    // MARK: Clauses

    var clauses: [Item] {
      let used = query?.clauses ?? []
      return Clauses.all.filter { type in
        type.mayRepeat || !used.contains { Swift.type(of: $0) == type }
      }.filter { type in
        type != AsClause.self || query?.columns.count == 1
      }.flatMap { type in
        type.keywords.map { Item(text: $0 == "order" ? "order by" : $0, note: type.summary) }
      } + [Item(text: "|", note: "a format: table, json, jsonl, csv, chart")]
    }
  }
}

extension PublishedTime {
  /// Whether periods of a unit can be made of a table's periods.
  fileprivate func makesUp(_ wanted: TimeUnit) -> Bool {
    switch self {
    case .fiscalYear: wanted == .fiscalYear
    case .calendarYear: wanted == .calendarYear
    case .month: wanted != .day
    case .date: true
    case .span: false
    }
  }
}

extension Name {
  /// A name of the catalog as it is typed: with quotes when it would be read as something else.
  package static func quoted(_ name: String) -> String {
    Keywords.needsQuotes(name) ? "\"\(name)\"" : name
  }
}
