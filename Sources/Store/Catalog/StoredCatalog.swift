package import Catalog

/// The catalog of a database, read piece by piece and remembered.
///
/// Nothing is read when it is made: a question pays for the names that it uses. See
/// ``CatalogReader`` for how a failure travels.
package final class StoredCatalog: CatalogReader {
  let database: Database
  /// The first failure to read, if there was one. An answer made after it must not be shown.
  package private(set) var failure: DatabaseError?

  private var statements = IDTable<PreparedStatement>()
  private var knownMeasures = IDTable<Measure>()
  private var knownDimensions = IDTable<Dimension>()
  private var knownMembers = KnownMembers()
  private var knownHoldings = IDTable<[Holding]>()
  private var knownEditions = IDTable<[Holding]>()
  private var knownChildren = IDTable<[Member]>()
  /// Plain lists: a question has few of them, with ids far apart.
  private var knownSources: [Source] = []
  private var knownFitting: [(measure: Int, dimensions: Int, limits: Int, holdings: [Holding])] = []
  private var knownRuns: [(measure: Int, table: Int, runs: [PeriodRun])] = []

  package init(_ database: Database) {
    self.database = database
  }

  // MARK: Names

  package func matches(key: String) -> [NameMatch] {
    let found = rows(.matches, binding: .text(key)) { row in
      NameMatch.Kind(rawValue: row.integer(at: 0)).map {
        NameMatch(kind: $0, preference: row.integer(at: 1), target: row.integer(at: 2))
      }
    }
    guard database.imports != nil else { return found }
    return found.sorted {
      ($0.preference, $0.kind.rawValue, $0.target) < ($1.preference, $1.kind.rawValue, $1.target)
    }
  }

  package func spellings(key: String) -> [KnownSpelling] {
    rows(.spellingsOfKey, binding: .text(key)) { row in
      NameMatch.Kind(rawValue: row.integer(at: 0)).map { kind in
        KnownSpelling(
          key: key,
          text: row.text(at: 3),
          match: NameMatch(kind: kind, preference: row.integer(at: 1), target: row.integer(at: 2))
        )
      }
    }
  }

  package func hasSpelling(longerThan key: String) -> Bool {
    rows(.nextSpelling, binding: .text(key)) { $0.text(at: 0).hasPrefix(key) }.contains(true)
  }

  package func spellings(of kinds: NameMatch.Kinds) -> [KnownSpelling] {
    NameMatch.Kind.allCases.filter(kinds.contains).flatMap { kind in
      rows(.spellings, binding: .integer(kind.rawValue)) { row in
        KnownSpelling(
          key: row.text(at: 0),
          text: row.text(at: 1),
          match: NameMatch(
            kind: kind,
            preference: row.integer(at: 2),
            target: row.integer(at: 3)
          )
        )
      }
    }
  }

  // MARK: Single things

  package func measure(_ id: Int) -> Measure? {
    if let known = knownMeasures[id] { return known }
    let found = rows(.measure, of: .measure(id), binding: .integer(id), as: Measure.init(row:))
      .first
    knownMeasures[id] = found
    return found
  }

  package func dimension(_ id: Int) -> Dimension? {
    if let known = knownDimensions[id] { return known }
    let found = rows(.dimension, of: .measure(id), binding: .integer(id), as: Dimension.init(row:))
      .first
    knownDimensions[id] = found
    return found
  }

  package func member(_ id: Int) -> Member? {
    if let known = knownMembers[id] { return known }
    let found = rows(.member, of: .thing(id), binding: .integer(id), as: Member.init(row:)).first
    knownMembers[id] = found
    return found
  }

  package func group(_ id: Int) -> MemberGroup? {
    rows(.group, of: .shipped, binding: .integer(id), as: MemberGroup.init(row:)).first
  }

  package func phrase(_ id: Int) -> Phrase? {
    rows(.phrase, of: .shipped, binding: .integer(id), as: Phrase.init(row:)).first
  }

  package func source(_ id: Int) -> Source? {
    if let known = knownSources.first(where: { $0.id == id }) { return known }
    let found = rows(.source, of: .thing(id), binding: .integer(id), as: Source.init(row:)).first
    if let found { knownSources.append(found) }
    return found
  }

  package func notHeld(_ id: Int) -> NotHeld? {
    rows(.notHeld, of: .shipped, binding: .integer(id), as: NotHeld.init(row:)).first
  }

  package func notHeld(of measure: Int) -> [NotHeldPair] {
    rows(.notHeldPairs, of: .shipped, binding: .integer(measure), as: NotHeldPair.init(row:))
  }

  package func word(_ id: Int) -> SpokenWord? {
    rows(.word, of: .shipped, binding: .integer(id), as: SpokenWord.init(row:)).first
  }

  package func event(_ id: Int) -> PolicyEvent? {
    rows(.event, of: .shipped, binding: .integer(id), as: PolicyEvent.init(row:)).first
  }

  package func wordsWithout(letter text: String) -> [String] {
    rows(.slips, of: .shipped, binding: .text(text)) { $0.text(at: 0) }
  }

  // MARK: Lists

  package func measures() -> [Measure] { rows(.measures, as: Measure.init(row:)) }

  package func dimensions() -> [Dimension] { rows(.dimensions, as: Dimension.init(row:)) }

  package func members(of dimension: Int) -> [Member] {
    rows(.members, binding: .integer(dimension), as: Member.init(row:))
  }

  package func children(of member: Int) -> [Member] {
    if let known = knownChildren[member] { return known }
    let found = rows(.children, binding: .integer(member), as: Member.init(row:))
    knownChildren[member] = found
    return found
  }

  package func breaks(of measure: Int) -> [SeriesBreak] {
    let place = measure < ImportedID.firstMeasure ? measure : 0
    return rows(.breaks, of: .shipped, binding: .integer(place), as: SeriesBreak.init(row:))
  }

  package func existence(in dimension: Int) -> [(member: Int, days: DayRange)] {
    rows(.memberExistence, of: .shipped, binding: .integer(dimension)) { row in
      let first = Day(code: row.integer(at: 1)) ?? .distantPast
      let last = Day(code: row.integer(at: 2)) ?? .distantFuture
      return (row.integer(at: 0), DayRange(first, last))
    }
  }

  // MARK: Datasets

  package func holdings(of measure: Int) -> [Holding] {
    if let known = knownHoldings[measure] { return known }
    let found = inOrder(
      rows(.holdings, binding: .integer(measure)) { Holding(row: $0, measure: measure) }
    )
    knownHoldings[measure] = found
    return found
  }

  package func editions(of measure: Int) -> [Holding] {
    if let known = knownEditions[measure] { return known }
    let found = inOrder(
      rows(.editions, binding: .integer(measure)) { Holding(row: $0, measure: measure) }
    )
    knownEditions[measure] = found
    return found
  }

  /// In the order of the tables, which is not that of the key.
  private func inOrder(_ holdings: [Holding]) -> [Holding] {
    holdings.sorted { $0.dataset.id < $1.dataset.id }
  }

  /// Each set of limits is looked up by itself where there are few: so a question does not cost
  /// more the more tables are limited in something else.
  package func holdings(of measure: Int, for needs: TableNeeds) -> [Holding] {
    guard let sets = needs.limits.subsets(atMost: Self.mostSetsOfLimits) else {
      return inOrder(fitting(.fittingHoldings, measure, needs.dimensions, needs.limits.bits))
    }
    return inOrder(
      sets.flatMap { fitting(.fittingHoldingsOfLimits, measure, needs.dimensions, $0) }
    )
  }

  private static let mostSetsOfLimits = 16

  package func hasHolding(of measure: Int, for needs: TableNeeds) -> Bool {
    let isRead = rows(
      .dimensionsOfMeasure,
      of: .shipped,
      binding: .integer(measure),
      .integer(needs.dimensions.bits)
    ) { $0.integer(at: 0) }
    // What no shipped table can be read by, an imported one may be.
    let found = rows(
      .fittingHolding,
      of: isRead.isEmpty ? .imported : .all,
      binding: .integer(measure),
      .integer(needs.dimensions.bits),
      .integer(needs.limits.bits)
    ) { $0.integer(at: 0) }
    return !found.isEmpty
  }

  /// A statement that misses looks for its cause in one edition after another.
  package func editions(of measure: Int, for needs: TableNeeds) -> [Holding] {
    let (dimensions, limits) = (needs.dimensions, needs.limits.bits)
    if let known = knownFitting.first(where: {
      $0.measure == measure && $0.dimensions == dimensions.bits && $0.limits == limits
    }) {
      return known.holdings
    }
    let found = inOrder(fitting(.fittingEditions, measure, dimensions, limits))
    knownFitting.append((measure, dimensions.bits, limits, found))
    return found
  }

  private func fitting(
    _ query: StaticStatement,
    _ measure: Int,
    _ dimensions: DimensionSet,
    _ limits: Int
  ) -> [Holding] {
    rows(query, binding: .integer(measure), .integer(dimensions.bits), .integer(limits)) {
      Holding(row: $0, measure: measure)
    }
  }

  package func tables(of measure: Int) -> MeasureTables {
    if database.imports != nil {
      let imported = rows(.holdings, of: .imported, binding: .integer(measure)) {
        Holding(row: $0, measure: measure)
      }
      if !imported.isEmpty { return MeasureTables(of: holdings(of: measure).map(\.dataset)) }
    }
    return self.measure(measure)?.shippedTables ?? MeasureTables(of: [])
  }

  package func conflicts(of measure: Int) -> [MeasureConflict] {
    rows(.conflicts, of: .shipped, binding: .integer(measure), as: MeasureConflict.init(row:))
  }

  package func administrations() -> [Administration] {
    rows(.administrations, of: .shipped, as: Administration.init(row:))
  }

  package func runs(of holding: Holding) -> [PeriodRun] {
    // A rollup holds the periods of its table.
    let (measure, table) = (holding.measure, holding.dataset.table)
    if let known = knownRuns.first(where: { $0.table == table && $0.measure == measure }) {
      return known.runs
    }
    let time = holding.dataset.time
    let runs = rows(.runs, of: .thing(table), binding: .integer(measure), .integer(table)) {
      PeriodRun(time, first: $0.integer(at: 0), last: $0.integer(at: 1))
    }
    knownRuns.append((measure, table, runs))
    return runs
  }

  package func sumsOfYears(of table: Int) -> [Dataset] {
    rows(.sumsOfYears, of: .thing(table), binding: .integer(table), as: Dataset.init(row:))
  }

  package func occurs(_ member: Int, in dataset: Int) -> Bool {
    !rows(.occurs, of: .thing(dataset), binding: .integer(dataset), .integer(member)) {
      $0.integer(at: 0)
    }.isEmpty
  }

  package func members(in dataset: Int) -> [Int] {
    rows(.membersInDataset, of: .thing(dataset), binding: .integer(dataset)) { $0.integer(at: 0) }
  }

  package func members(in dataset: Int, years: ClosedRange<Int>) -> [Int] {
    rows(
      .membersInYears,
      of: .thing(dataset),
      binding: .integer(dataset),
      .integer(years.lowerBound),
      .integer(years.upperBound)
    ) { $0.integer(at: 0) }
  }

  package func unplaced(in dataset: Int, dimension: Int) -> Int {
    rows(.unplaced, of: .thing(dataset), binding: .integer(dataset), .integer(dimension)) {
      $0.integer(at: 0)
    }.first
      ?? 0
  }

  package func breakdown(of dataset: Int, dimension: Int) -> Breakdown {
    let place = Place.thing(dataset)
    let named = rows(.named, of: place, binding: .integer(dataset), .integer(dimension)) {
      $0.integer(at: 0)
    }
    let other = rows(.other, of: place, binding: .integer(dataset), .integer(dimension)) {
      Breakdown.Other(year: $0.integer(at: 0), share: $0.integer(at: 1))
    }
    return Breakdown(named: named.first ?? 0, other: other)
  }

  // MARK: Reading

  /// The file that holds the rows of a query.
  private enum Place {
    /// In the shipped database, and among imported data where there are some.
    case all
    case shipped
    case imported
    /// The file that has the dataset, source or member with this id.
    case thing(Int)
    /// The same of a measure or a dimension.
    case measure(Int)

    /// Numbers of files: 0 the shipped one, 1 the imported one.
    func files(hasImports: Bool) -> Range<Int> {
      let all = 0..<(hasImports ? 2 : 1)
      return switch self {
      case .all: all
      case .shipped: 0..<1
      case .imported: 1..<all.upperBound
      case .thing(let id): id < ImportedID.first ? 0..<1 : 1..<2
      case .measure(let id): id < ImportedID.firstMeasure ? 0..<1 : 1..<2
      }
    }
  }

  /// The rows of a query, as values; rows for which `make` returns `nil` are skipped.
  private func rows<Value>(
    _ query: StaticStatement,
    of place: Place = .all,
    binding values: Parameter...,
    as make: (PreparedStatement) -> Value?
  ) -> [Value] {
    var found: [Value] = []
    for file in place.files(hasImports: database.imports != nil) where failure == nil {
      do throws(DatabaseError) {
        let statement = try prepared(query, file)
        defer { statement.reset() }
        for (index, value) in values.enumerated() { value.bind(to: statement, at: index) }
        try read(statement, as: make, into: &found)
      } catch {
        failure = error
      }
    }
    return found
  }

  /// The rows of a query that is run only now and then, as values. It names the file of a table as
  /// `\(file)` does.
  func records<Value>(_ sql: (_ file: String) -> String, as make: (PreparedStatement) -> Value?)
    -> [Value]
  {
    var found: [Value] = []
    for file in Place.all.files(hasImports: database.imports != nil) where failure == nil {
      do throws(DatabaseError) {
        try read(database.prepare(sql(Self.files[file])), as: make, into: &found)
      } catch {
        failure = error
      }
    }
    return found
  }

  /// The same of tables that only the shipped database has.
  func records<Value>(_ sql: String, as make: (PreparedStatement) -> Value?) -> [Value] {
    guard failure == nil else { return [] }
    var found: [Value] = []
    do throws(DatabaseError) {
      try read(database.prepare(sql), as: make, into: &found)
    } catch {
      failure = error
    }
    return found
  }

  private static let files = ["main", Database.importedName]

  private func read<Value>(
    _ statement: PreparedStatement,
    as make: (PreparedStatement) -> Value?,
    into found: inout [Value]
  ) throws(DatabaseError) {
    while try statement.step() {
      if let value = make(statement) { found.append(value) }
    }
  }

  private func prepared(
    _ query: StaticStatement,
    _ file: Int
  ) throws(DatabaseError) -> PreparedStatement {
    let place = query.rawValue + file * StaticStatement.count
    if let known = statements[place] { return known }
    let statement = try database.prepare(query.sql(in: Self.files[file]))
    statements[place] = statement
    return statement
  }
}

/// A value for a parameter of a fixed query.
private enum Parameter {
  case integer(Int)
  case text(String)

  func bind(to statement: PreparedStatement, at index: Int) {
    switch self {
    case .integer(let number): statement.bind(number, at: index)
    case .text(let text): statement.bind(text, at: index)
    }
  }
}
