import Catalog
import Diagnostics

extension QueryCompletion {
  /// What is known at the place that is to be completed.
  struct Context {
    let catalog: any CatalogReader
    private let query: Query?
    private let draft: ResolvedQuery?
    private let definitions: [Definition]
    private let place: QueryCompletion.Place

    /// `query` is the question so far, when it is complete.
    init(
      _ catalog: any CatalogReader,
      _ head: String,
      _ query: Query?,
      _ definitions: [Definition],
      place: QueryCompletion.Place
    ) {
      self.catalog = catalog
      self.query = query
      self.definitions = definitions
      self.place = place
      let inner = Self.columnsAtEnd(of: head)
      draft = inner.lazy.compactMap { Self.columns(of: $0, catalog, definitions) }.first
    }

    /// The texts that may hold the columns: the beginning; otherwise what is before or after the
    /// bracket that is open at the end.
    private static func columnsAtEnd(of head: String) -> [String] {
      var open: [String.Index] = []
      for index in head.indices {
        if head[index] == "(" { open.append(index) }
        if head[index] == ")" { _ = open.popLast() }
      }
      guard let bracket = open.last else { return [head] }
      return [String(head[head.index(after: bracket)...]), String(head[..<bracket])]
    }

    /// The columns that a text begins with, as far as they can be read.
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
        + catalog.measures().map(Item.init)
    }

    var dimensions: [Item] {
      guard let draft else { return [] }
      let all = catalog.dimensions()
      let published = Scope(catalog: catalog).published(IDSet(all.map(\.id)), of: draft)
      return all.filter { published.contains($0.id) }.map {
        Item(text: $0.name, note: $0.plural)
      }
    }

    /// What rows can be broken down by.
    var keys: [Item] {
      units + dimensions + [
        Item(text: "administration", note: "who held office on most days"),
        Item(text: "source", note: "each source for itself"),
      ]
    }

    /// The values of a dimension, or of all that the measure has, that occur in its tables.
    func values(of dimension: Int?, beginning partial: String) -> [Item] {
      values(of: dimension) + (dimension == nil ? phrases(beginning: partial) : [])
    }

    /// Words of the news that mean values, `at ports`, once their first word is typed.
    private func phrases(beginning partial: String) -> [Item] {
      guard let first = partial.split(separator: " ").first else { return [] }
      let key = Spelling.key(of: String(first))
      return catalog.spellings(of: .phrases, beginning: key).compactMap { spelling in
        guard spelling.text.split(separator: " ").first?.lowercased() == String(first),
          catalog.phrase(spelling.match.target)?.standsForValue == true
        else { return nil }
        return Item(text: spelling.text, note: "phrase")
      }
    }

    private func values(of dimension: Int?) -> [Item] {
      var occurring: Set<Int> = []
      for dataset in Set(holdings.map(\.dataset)) where dataset.rollupOf == 0 {
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
      draft?.columns.map { column in
        // The name of an expression contains signs.
        let hasSigns = column.label.contains { "+-*/()".contains($0) }
        let name = hasSigns ? "\"\(column.label)\"" : Name.quoted(column.label)
        return Item(text: name, note: "column")
      } ?? []
    }

    // MARK: Time

    var units: [Item] {
      let times = Set(holdings.map(\.dataset.time))
      return TimeUnit.allCases.filter { unit in times.contains { $0.makesUp(unit) } }
        .map { Item(text: $0.keyword, note: $0.name) }
    }

    /// The periods that are held, the newest first: a few of each unit, or all that begin as typed.
    func periods(beginning partial: String) -> [Item] {
      let fewest = [(TimeUnit.fiscalYear, 6), (.month, 4), (.quarter, 0), (.calendarYear, 3)]
      // Tables of only a part, and superseded editions, may reach further than tables of the whole.
      let whole = holdings.filter { $0.dataset.scope.isEmpty && !$0.dataset.isSuperseded }
      let held = whole.isEmpty ? holdings : whole
      return fewest.flatMap { unit, few -> [Item] in
        let runs = held.filter { $0.dataset.time.makesUp(unit) }.flatMap(catalog.runs)
        guard let days = DaySet(runs.map(\.days)).hull else { return [] }
        let typed = partial.filter { $0 != " " }
        let isFinished = partial.last == " "
        var periods: [Period] = []
        var period = Period(unit, containing: days.last)
        while period.days.last >= days.first, periods.count < (typed.isEmpty ? few : Self.most) {
          if typed.isEmpty || period.begins(with: typed, isFinished: isFinished) {
            periods.append(period)
          }
          period = period.previous
        }
        return periods.map { Item(text: $0.spelling, note: unit.name) }
      }
    }

    /// Those who held office, the last first.
    var administrations: [Item] {
      catalog.administrations().reversed().map {
        Item(text: Name.quoted($0.name), note: "from \(Period.day($0.start).label) on")
      }
    }

    /// The dated events whose names begin as typed, by the name of the catalog, in order of date.
    func events(beginning partial: String) -> [Item] {
      let typed = Spelling.key(of: partial)
      guard !typed.isEmpty else { return [] }
      let found = catalog.spellings(of: .events, beginning: typed)
      return Set(found.map(\.match.target)).compactMap(catalog.event).sorted {
        ($0.date, $0.name) < ($1.date, $1.name)
      }.map { Item(text: Name.quoted($0.name), note: $0.date) }
    }

    /// The most periods that are suggested.
    private static let most = 200

    /// The months in which sources of the question were published, the newest first.
    var publications: [Item] {
      let editions = draft?.figures.flatMap { catalog.editions(of: $0.measure.id) } ?? []
      let sources = Set(editions.map(\.dataset.source)).compactMap(catalog.source)
      let months = Dictionary(grouping: sources) { String($0.published.prefix(7)) }
      return months.sorted { $0.key > $1.key }.compactMap { month, sources in
        Period(month: month).map {
          Item(text: $0.spelling, note: Set(sources.map(\.short)).sorted().joined(separator: ", "))
        }
      }
    }

    // MARK: Clauses

    /// Those not yet used; by their first words, unless one is being typed.
    func clauses(beginning partial: String) -> [Item] {
      let used = query?.clauses ?? []
      return Clauses.all.filter { type in
        type.mayRepeat || !used.contains { Swift.type(of: $0) == type }
      }.filter { type in
        switch place {
        case .statement: type.leavesOneValue
        case .question, .expression: type != AsClause.self || query?.canBeNamed == true
        }
      }.flatMap { type in
        type.keywords.prefix(partial.isEmpty ? 1 : .max).map {
          Item(text: $0 == "order" ? "order by" : $0, note: type.summary)
        }
      }
        + (place != .question
          ? []
          : [
            Item(text: "|", note: "a format: table, json, csv, chart, …"),
            Item(text: ">", note: "a file to write the answer to"),
          ])
    }
  }
}

extension Query {
  /// Whether `as` may name its column.
  fileprivate var canBeNamed: Bool { columns.count == 1 && columns[0].label == nil }
}

extension Clause {
  /// Whether a question with it can still have one value as its answer.
  fileprivate static var leavesOneValue: Bool {
    switch role {
    case .condition, .values, .period: true
    case .computed: self != WithClause.self
    case .rows, .shape: false
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
