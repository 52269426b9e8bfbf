package import Catalog
import Diagnostics

/// Offers what may come next in a question: only what the grammar allows there and the data have.
package struct QueryCompletion {
  private let catalog: any CatalogReader
  private let formats: (Place) -> [Item]
  /// User-defined names, made with `let`.
  private let definitions: [Definition]

  /// What is being typed.
  package enum Place: Sendable {
    case question
    /// What follows `check`.
    case statement
    /// What follows the sign of `let`.
    case expression
  }

  /// One candidate for what comes next.
  package struct Item: Equatable, Sendable {
    package let text: String
    /// A few words about it; empty where ``measure`` has them.
    package let note: String
    /// The measure that it names: its note is its unit and coverage, looked up when it is shown.
    package let measure: Measure?
    /// Kinds of candidates keep this order, whatever was typed most.
    package fileprivate(set) var kind = 0

    package init(text: String, note: String) {
      self.text = text
      self.note = note
      measure = nil
    }

    package init(_ measure: Measure) {
      text = measure.name
      note = ""
      self.measure = measure
    }
  }

  /// What may replace the text from `start`, a UTF-8 offset, to the cursor.
  package struct Offer: Equatable, Sendable {
    package let start: Int
    package let items: [Item]
    /// Whether the order is meaningful, as with periods.
    package let isOrdered: Bool

    package init(start: Int, items: [Item], isOrdered: Bool = false) {
      self.start = start
      self.items = items
      self.isOrdered = isOrdered
    }
  }

  package init(
    _ catalog: any CatalogReader,
    formats: @escaping (Place) -> [Item],
    definitions: [Definition] = []
  ) {
    self.catalog = catalog
    self.formats = formats
    self.definitions = definitions
  }

  /// What may come at the cursor, a UTF-8 offset in what is typed.
  package func offer(for line: String, at cursor: Int, in place: Place = .question) -> Offer {
    let bytes = Array(line.utf8.prefix(cursor))
    // A name may hold spaces, so what is being typed may begin several words back: the earliest
    // beginning that leads somewhere is taken.
    for start in beginnings(in: String(decoding: bytes, as: UTF8.self)) {
      let head = String(decoding: bytes[..<start], as: UTF8.self)
      let partial = String(decoding: bytes[start...], as: UTF8.self)
      let found = items(after: head, beginning: partial, place)
      if !found.items.isEmpty {
        return Offer(start: start, items: found.items, isOrdered: found.isOrdered)
      }
    }
    return Offer(start: cursor, items: [])
  }

  /// Where the thing being typed may begin, earliest first: at one of the last words, or at the
  /// cursor after a space.
  private func beginnings(in typed: String) -> [Int] {
    guard let tokens = try? Lexer.tokens(of: typed) else { return [] }
    let end = typed.utf8.count
    var starts = tokens.suffix(Self.longestPartial).map(\.range.lowerBound)
    if tokens.last.map({ $0.range.upperBound < end || !$0.isWordLike }) ?? true {
      starts.append(end)
    }
    return starts
  }

  private static let longestPartial = 8

  private func items(
    after head: String,
    beginning partial: String,
    _ place: Place
  ) -> (items: [Item], isOrdered: Bool) {
    guard var parser = try? Parser(head, catalog: catalog, definitions: definitions) else {
      return ([], false)
    }
    let query = place == .statement ? parser.checkedSoFar() : try? parser.question()
    guard parser.isAtEnd else { return ([], false) }
    let context = Context(
      catalog,
      head,
      query,
      definitions,
      place: place
    )
    let typed = TypedBeginning(partial)
    let expected = parser.expectedAtEnd.sorted { $0.order(place) < $1.order(place) }
    let offered = expected.flatMap { expectation in
      let all = items(for: expectation, context, head, typed, place)
      // A period may be found by the digits of its year.
      let found = expectation.isPeriod ? all : all.filter(typed.isBeginning)
      return found.map { item in
        var item = item
        item.kind = expectation.order(place)
        return item
      }
    }.withoutRepeats
    if offered.isEmpty, typed.prefix.last != " " {
      let spoken = expected.flatMap { context.spoken($0, beginning: typed.prefix) }
      return (spoken.withoutRepeats, false)
    }
    return (offered, expected.contains { $0.isPeriod || $0 == .publication })
  }

  private func items(
    for expectation: Parser.Expected,
    _ context: Context,
    _ head: String,
    _ typed: TypedBeginning,
    _ place: Place
  ) -> [Item] {
    switch expectation {
    case .measure: context.measures
    case .dimension: context.dimensions
    case .key: context.keys
    case .unit: context.units
    case .value(let dimension): context.values(of: dimension, beginning: typed.prefix)
    case .wholePeriod:
      periods(context, head, typed) + context.events(beginning: typed.prefix)
        + (typed.prefix.isEmpty ? [] : context.administrations.filter(typed.isBeginning))
    case .period:
      periods(context, head, typed) + context.events(beginning: typed.prefix)
    case .administration: context.administrations
    case .publication: context.publications
    case .clause where place == .expression: []
    case .clause: context.clauses(beginning: typed.prefix)
    case .orderKey: context.orderKeys
    case .format: formats(place)
    case .extra: extras(after: head)
    case .word(let word): word == word.lowercased() ? [Item(text: word, note: "")] : []
    case .file: [Item(text: "\"", note: "the name of a file, in quotes")]
    case .number, .year: []
    }
  }

  /// The periods that are held; after `index` those of the rows.
  private func periods(_ context: Context, _ head: String, _ typed: TypedBeginning) -> [Item] {
    let all = context.periods(beginning: typed.prefix)
    let words = head.split(separator: " ")
    guard words.last?.lowercased() == "index" else { return all }
    let others = words.dropLast().joined(separator: " ") + " " + Extra.Keyword.sources.rawValue
    let query = try? Query(parsing: others, catalog: catalog, definitions: definitions)
    let units = (try? query?.resolved(against: catalog))?.keys.compactMap(\.timeUnit?.name) ?? []
    return all.filter { units.contains($0.note) }
  }

  /// What `with` can add to the question.
  private func extras(after head: String) -> [Item] {
    // Sources fit every question, so they are added to make the question complete.
    let whole = head + Extra.Keyword.sources.rawValue
    guard let query = try? Query(parsing: whole, catalog: catalog, definitions: definitions),
      let resolved = try? query.resolved(against: catalog)
    else { return [] }
    let used = resolved.query.clauses.flatMap { ($0 as? WithClause)?.extras ?? [] }
      .map { String($0.spelling.prefix { $0 != " " }) }
    return Extra.Keyword.allCases.filter { extra in
      extra.fits(resolved) && (extra == .sources || !used.contains(extra.rawValue))
    }
    .map { Item(text: $0.rawValue, note: $0.summary) }
  }
}

extension Extra.Keyword {
  /// Whether a question has what the extra is computed from: time, or several values.
  fileprivate func fits(_ query: ResolvedQuery) -> Bool {
    switch self {
    case .change, .yoy, .running, .rolling, .index: query.keys.contains { $0.isTime }
    case .share, .rank, .total: !query.keys.isEmpty
    case .others: query.ranking != nil
    case .spark: query.isAcross && query.keys.last?.timeUnit != nil
    case .sources: true
    }
  }
}

extension [QueryCompletion.Item] {
  /// Keeps the first of those with the same text.
  package var withoutRepeats: Self {
    var seen: Set<String> = []
    return filter { seen.insert($0.text).inserted }
  }
}

extension Token {
  /// Whether further typing could make the token longer.
  fileprivate var isWordLike: Bool {
    switch kind {
    case .word, .number, .quoted, .unknown: true
    default: false
    }
  }
}
