private import CSQLite
import Catalog

/// The imported data that a connection reads beside what is shipped.
package struct AttachedImports {
  package let path: String
  /// Changes whenever an import or a drop was completed.
  fileprivate(set) var version: UInt32
}

extension Database {
  /// An import locks readers out for a moment while it removes its log, and SQLite does not wait
  /// when it attaches a file.
  private func patiently(
    _ patience: LockPatience,
    _ body: () throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    var isFirst = true
    while true {
      do throws(DatabaseError) {
        return try body()
      } catch {
        guard error.isBusy, patience.goesOn(isFirst: isFirst) else { throw error }
        isFirst = false
      }
    }
  }

  /// The path of imported data that have no file of their own.
  static let noFile = ""

  /// The name that the file of imported data has in statements.
  static let importedName = "imported"

  /// Reads imported data too, from now on. Data that were made for another version of the catalog
  /// must be adapted first; see ``importsAreOfThisCatalog()``.
  package func attach(imports path: String, waiting: Waiting = Waiting()) throws {
    let patience = LockPatience(LockPatience.ofQuestions, for: path, waiting)
    try withoutGuard { () throws in
      do throws(DatabaseError) {
        try patiently(patience) { () throws(DatabaseError) in try attachForReading(path) }
        wait(with: patience)
        if try hasOwnMembers() { try execute(Self.unionOfMembers) }
      } catch {
        throw Self.failure(error, path)
      }
      imports = AttachedImports(path: path, version: importsVersion)
    }
  }

  private func attachForReading(_ path: String) throws(DatabaseError) {
    do throws(DatabaseError) {
      try attach(path, "mode=ro")
    } catch {
      // The log that a failed import left beside the file may be unusable, as on a full disk.
      // Unless it contains a finished change, the file alone is complete.
      guard error.isUnwritable, !WriteAheadLog(of: path).hasChanges else { throw error }
      try attach(path, "immutable=1")
    }
  }

  private func attach(_ path: String, _ mode: String) throws(DatabaseError) {
    try execute(
      "ATTACH DATABASE 'file:\(quoted(percentEncoded(path)))?\(mode)' AS \(Self.importedName)"
    )
    do throws(DatabaseError) {
      try checkThatImportsAreOne()
    } catch {
      try? execute("DETACH DATABASE \(Self.importedName)")
      throw error
    }
  }

  /// Refuses a shipped database under this name: everything would be there twice.
  func checkThatImportsAreOne() throws(DatabaseError) {
    _ = try prepare("SELECT 1 FROM \(Self.importedName).import LIMIT 0")
  }

  static func failure(_ error: DatabaseError, _ path: String) -> any Error {
    if let failure = ImportFailure(reading: error, of: path) { return failure }
    // What is wrong with a page that is read to attach a file, attaching does not tell.
    if PageSums.isDamaged(path) { return DatabaseFileError(DatabaseError.damagedImports(path)) }
    if error.isUnwritable, WriteAheadLog(of: path).hasChanges {
      return DatabaseFileError(
        """
        \(path): an import that was stopped left a log beside it, which cannot be read where nothing can be \
        written (\(error.message)); ask once where it can, or set XDG_DATA_HOME to another folder
        """
      )
    }
    return DatabaseFileError(
      "\(path): imported data that cannot be read (\(error.message)); move the file away and import again"
    )
  }

  /// The same for data that are to be changed. Statements are not guarded.
  func attach(changing path: String) throws(DatabaseError) {
    let name = path == Self.noFile ? path : "file:" + percentEncoded(path)
    try execute("ATTACH DATABASE '\(quoted(name))' AS \(Self.importedName)")
    imports = AttachedImports(path: path, version: 0)
  }

  /// Starts a read transaction, so that all statements until ``endReading()`` see one state of the
  /// imported data. Returns whether the state differs from the one before. Nested calls have no
  /// effect.
  package func beginReading() throws -> Bool {
    guard let imports, !isReading else { return false }
    do throws(DatabaseError) {
      try withoutGuard { () throws(DatabaseError) in
        try execute("BEGIN")
        isReading = true
        try execute("SELECT 1 FROM \(Self.importedName).catalog_version")
      }
    } catch {
      endReading()
      if let failure = ImportFailure(reading: error, of: imports.path) { throw failure }
      throw error
    }
    let version = importsVersion
    guard version != imports.version else { return false }
    self.imports?.version = version
    try withoutGuard { () throws(DatabaseError) in
      if try hasOwnMembers() { try execute(Self.unionOfMembers) }
    }
    return true
  }

  /// Whether imported data were made for the catalog that is shipped now, in tables with the same
  /// columns.
  package func importsAreOfThisCatalog() throws(DatabaseError) -> Bool {
    try CatalogVersion.fingerprint(of: self)
      == CatalogVersion.fingerprint(of: self, in: Self.importedName)
  }

  /// Reads all of the imported data, and throws where the file is damaged.
  package func checkImports() throws {
    let problem = try withoutGuard { () throws(DatabaseError) in
      try all("PRAGMA \(Self.importedName).integrity_check(1)") { $0.text(at: 0) }.first
    }
    guard let problem, problem != "ok" else { return }
    throw DatabaseFileError(
      "\(imports?.path ?? path): imported data that are damaged (\(problem)); move the file away and import again"
    )
  }

  /// Ends what ``beginReading()`` began.
  package func endReading() {
    guard isReading else { return }
    isReading = false
    withoutGuard { _ = sqlite3_exec(handle, "COMMIT", nil, nil, nil) }
  }

  /// SQL to run first, so that SQL over imported data runs in another program; empty where the SQL
  /// reads none.
  package func preamble(of sql: String) -> String {
    guard let imports, sql.contains("\"facts_") else { return "" }
    let attach = "ATTACH DATABASE '\(quoted(imports.path))' AS \(Self.importedName);\n"
    return (try? hasOwnMembers()) == true ? attach + Self.unionOfMembers + ";\n" : attach
  }

  /// Shadows the shipped values by all values where a user has added some: names are looked up in
  /// one table.
  private static let unionOfMembers = """
    CREATE TEMP VIEW IF NOT EXISTS "member" AS
    SELECT * FROM main."member"
    UNION ALL
    SELECT * FROM imported."member"
    """

  private func hasOwnMembers() throws(DatabaseError) -> Bool {
    try prepare("SELECT 1 FROM \(Self.importedName).member LIMIT 1").step()
  }

  private var importsVersion: UInt32 {
    var version: UInt32 = 0
    sqlite3_file_control(handle, Self.importedName, SQLITE_FCNTL_DATA_VERSION, &version)
    return version
  }

  private func quoted(_ text: String) -> String {
    text.separated(by: "'").joined(separator: "''")
  }
}
