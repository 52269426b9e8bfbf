import Catalog

/// The catalog of a database, read piece by piece and remembered.
///
/// Nothing is read when it is made: a question pays for the names that it uses. See
/// ``CatalogReader`` for how a failure travels.
package final class StoredCatalog: CatalogReader {
  let database: Database
  /// The first failure to read, if there was one. An answer made after it must not be shown.
  package private(set) var failure: DatabaseError?

  private var statements = IDTable<PreparedStatement>()
  var knownMeasures = IDTable<Measure>()
  var knownDimensions = IDTable<Dimension>()
  var knownMembers = KnownMembers()
  var knownHoldings = IDTable<[Holding]>()
  var knownEditions = IDTable<[Holding]>()
  var knownChildren = IDTable<[Member]>()
  /// What names mean, by their keys: the statements of a text name the same things again.
  var knownMatches: [String: [NameMatch]] = [:]
  var namesLookedUp = 0
  /// Plain lists: a question has few of them, with ids far apart.
  var knownSources: [Source] = []
  /// What holds a measure and may fit a question, by what the question needs.
  var knownFitting: [(key: FittingKey, holdings: [Holding])] = []
  var knownRuns: [(measure: Int, table: Int, runs: [PeriodRun])] = []

  package init(_ database: Database) {
    self.database = database
  }

  /// The file that holds the rows of a query.
  enum Place {
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
  func rows<Value>(
    _ query: StaticStatement,
    of place: Place = .all,
    binding values: StatementParameter...,
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
