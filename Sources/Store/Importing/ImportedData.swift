import Catalog

/// The file of imported data, opened to be changed. One change at a time, whole or not at all:
/// until it is committed, and whatever happens before, questions see the file as it was.
package final class ImportedData {
  /// The shipped database with the imported data attached, including what this change has done so
  /// far.
  package let database: Database
  /// Whether the change is made in a file that stays.
  private let hasFile: Bool

  /// Begins a change. Throws an ``ImportFailure`` while another one goes on.
  ///
  /// A rehearsal is never committed, and makes no file where there is none: what it writes lies in
  /// a file without a name that SQLite makes where memory does not hold it.
  package convenience init(
    changing shipped: String,
    isRehearsal: Bool = false,
    waiting: Waiting = Waiting()
  ) throws {
    do {
      try self.init(beside: shipped, isRehearsal: isRehearsal, waiting: waiting)
    } catch {
      throw DatabaseFileError(damageOf: shipped, after: error) ?? error
    }
  }

  private init(beside shipped: String, isRehearsal: Bool, waiting: Waiting) throws {
    let path = try Self.place(shipped, isRehearsal: isRehearsal)
    hasFile = path != Database.noFile
    database = try Database(reading: shipped, changing: path, waiting: waiting)
    do throws(DatabaseError) {
      try database.execute("PRAGMA imported.cache_size = -16384")
      if hasFile {
        // In log mode, readers keep reading the old state while this is written.
        try KeyboardStop.ignored { () throws(DatabaseError) in
          try database.execute("PRAGMA imported.journal_mode = WAL; BEGIN IMMEDIATE")
        }
      } else {
        try Self.create(in: database)
        try database.execute("BEGIN")
      }
      try database.checkThatImportsAreOne()
      // With a new version of the program, ids of measures and values may have changed.
      if try !database.importsAreOfThisCatalog() { try adapt() }
    } catch {
      rollBack()
      if let failure = ImportFailure(error) { throw failure }
      throw Database.failure(error, path)
    }
  }

  /// The file, created where there is none. It gets its name only when it is complete.
  private static func place(_ shipped: String, isRehearsal: Bool) throws -> String {
    if let path = ImportedFile.existing {
      try ImportedFile.check(path)
      if !isRehearsal { TemporaryFile.removeLeftovers(of: path) }
      return path
    }
    if isRehearsal { return Database.noFile }
    let path = try ImportedFile.makeFolder() + "/imported.db"
    let file = try TemporaryFile(for: path)
    defer { file.remove() }
    do throws(DatabaseError) {
      try create(at: file.path, shipped)
    } catch {
      // Errors name the final path and not the temporary one.
      throw DatabaseError(code: error.code, message: error.message, path: path, sql: error.sql)
    }
    // A file that is new has no header that would tell SQLite of the sums.
    try PageSums.write(to: file.path, pageSize: PageSums.pageSize)
    try file.publishUnlessThere()
    return path
  }

  private static func create(at path: String, _ shipped: String) throws(DatabaseError) {
    let database = try Database(reading: shipped, changing: path)
    PageSums.reserve(in: database.handle, file: Database.importedName)
    // No synchronization yet: a file without its final name can be lost. It is synchronized when it
    // is renamed.
    try database.execute(
      """
      PRAGMA imported.page_size = \(PageSums.pageSize);
      PRAGMA imported.synchronous = OFF;
      BEGIN
      """
    )
    try create(in: database)
    try database.execute("COMMIT")
  }

  /// The tables of the catalog that the file of imported data also has, as the shipped database
  /// defines them.
  static let catalogTables = [
    "source", "measure", "dimension", "member", "spelling", "dataset", "dataset_text",
    "dataset_measure", "coverage", "dataset_member", "dataset_dimension", "dataset_other",
    "catalog_version",
  ]

  /// Creates tables as the shipped database defines them.
  static func create(_ tables: [String], in database: Database) throws(DatabaseError) {
    for table in tables {
      let definition = try database.prepare(
        "SELECT sql FROM main.sqlite_schema WHERE type = 'table' AND name = ?"
      )
      definition.bind(table, at: 0)
      guard try definition.step() else { continue }
      let start = "CREATE TABLE "
      try database.execute(start + "imported." + definition.text(at: 0).dropFirst(start.utf8.count))
    }
  }

  private static func create(in database: Database) throws(DatabaseError) {
    try create(catalogTables, in: database)
    try database.execute(
      """
      CREATE TABLE imported.import (
        id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, file TEXT NOT NULL,
        sha256 TEXT NOT NULL, size INTEGER NOT NULL, rows INTEGER NOT NULL,
        imported TEXT NOT NULL, format TEXT NOT NULL, mapping TEXT NOT NULL
      ) STRICT;
      CREATE TABLE imported.import_dataset (
        import INTEGER NOT NULL, dataset INTEGER NOT NULL,
        PRIMARY KEY (import, dataset)
      ) WITHOUT ROWID, STRICT;
      CREATE TABLE imported.declaration (
        header TEXT PRIMARY KEY, name TEXT NOT NULL, text TEXT NOT NULL
      ) WITHOUT ROWID, STRICT;
      CREATE TABLE imported.meaning (
        dimension INTEGER NOT NULL, text TEXT NOT NULL, member INTEGER NOT NULL,
        PRIMARY KEY (dimension, text)
      ) WITHOUT ROWID, STRICT;
      CREATE TABLE imported.known (
        kind TEXT NOT NULL, id INTEGER NOT NULL, key TEXT NOT NULL, dimension TEXT NOT NULL,
        name TEXT NOT NULL, PRIMARY KEY (kind, id)
      ) WITHOUT ROWID, STRICT;
      PRAGMA imported.application_id = \(DatabaseFile.applicationID);
      PRAGMA imported.user_version = \(ImportedFile.version);
      """
    )
    try CatalogVersion.note(in: database)
  }

  /// Writes what was changed to the disk, so that ``commit(afterwards:)`` has next to nothing left
  /// to do. `watch` receives the fraction done, and stops by throwing.
  package func prepareToCommit(watch: (Double) throws -> Void) throws {
    guard hasFile else { return }
    try database.writeChanges()
    guard let path = database.imports?.path else { return }
    try WriteAheadLog.synchronize(of: path, watch: watch)
  }

  /// Makes the change stay. `afterwards` is called once it does, before the log is put away, which
  /// may take a while and can be left to the next import.
  package func commit(afterwards: () -> Void = {}) throws(DatabaseError) {
    try database.execute("COMMIT")
    afterwards()
    putLogAway()
  }

  /// Ends log mode: a file without a log is read faster, and also by those who may not write. While
  /// someone reads, the log is kept. Nobody can read while it is removed, so as much as possible is
  /// done before.
  private func putLogAway() {
    try? database.execute("PRAGMA imported.wal_checkpoint(PASSIVE)")
    KeyboardStop.ignored {
      try? database.execute("PRAGMA busy_timeout = 0; PRAGMA imported.journal_mode = DELETE")
    }
  }

  /// Leaves everything as it was.
  package func rollBack() {
    try? database.execute("ROLLBACK")
    guard hasFile else { return }
    // A log that nobody needs is emptied first: on a full disk there is no room for what follows.
    try? database.execute("PRAGMA busy_timeout = 0; PRAGMA imported.wal_checkpoint(TRUNCATE)")
    putLogAway()
    // Closing the file removes what the pragmas could not.
    try? database.execute("DETACH DATABASE imported")
  }

  // MARK: What there is

  package func records() throws(DatabaseError) -> [ImportRecord] { try database.importRecords() }

  /// An id that no row of a table has yet.
  func nextID(of table: String, from first: Int = ImportedID.first) throws(DatabaseError) -> Int {
    let statement = try database.prepare("SELECT max(id) FROM imported.\(table.inDoubleQuotes)")
    return try statement.step() ? max(first, statement.integer(at: 0) + 1) : first
  }
}

extension Database {
  /// What was imported, in the order of the imports.
  package func importRecords() throws(DatabaseError) -> [ImportRecord] {
    try all("SELECT \(ImportRecord.columns) FROM imported.import ORDER BY id") {
      ImportRecord(row: $0)
    }
  }

  /// The rows of a query, as values.
  func all<Value>(
    _ sql: String,
    as make: (PreparedStatement) -> Value
  ) throws(DatabaseError) -> [Value] {
    let statement = try prepare(sql)
    var found: [Value] = []
    while try statement.step() { found.append(make(statement)) }
    return found
  }
}
