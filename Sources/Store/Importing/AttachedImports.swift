private import CSQLite
import Catalog

/// The imported data that a connection reads beside what is shipped.
package struct AttachedImports {
  package let path: String
  /// Changes whenever an import or a drop was completed.
  fileprivate(set) var version: UInt32
}

extension Database {
  /// How long a question waits for the file, in milliseconds.
  private static let patience = 10_000

  /// An import locks readers out for a moment while it removes its log, and SQLite does not wait
  /// when it attaches a file.
  private func patiently(_ body: () throws(DatabaseError) -> Void) throws(DatabaseError) {
    sqlite3_busy_timeout(handle, 0)
    defer { sqlite3_busy_timeout(handle, Int32(Self.patience)) }
    for _ in 0..<Self.patience / 10 {
      do throws(DatabaseError) {
        return try body()
      } catch {
        guard error.isBusy else { throw error }
        sqlite3_sleep(10)
      }
    }
    try body()
  }

  /// The name that the file of imported data has in statements.
  static let importedName = "imported"

  /// Reads imported data too, from now on. Data that were made for another version of the catalog
  /// must be adapted first; see ``importsAreOfThisCatalog()``.
  package func attach(imports path: String) throws {
    try withoutGuard { () throws in
      do throws(DatabaseError) {
        try patiently { () throws(DatabaseError) in try attachForReading(path) }
      } catch {
        throw Self.failure(error, path)
      }
      if try hasOwnMembers() { try execute(Self.unionOfMembers) }
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

  static func failure(_ error: DatabaseError, _ path: String) -> DatabaseFileError {
    if error.isBusy {
      return DatabaseFileError(
        "\(path): another program has locked it for \(patience / 1_000) seconds; try again when it is done"
      )
    }
    return DatabaseFileError(
      "\(path): imported data that cannot be read (\(error.message)); move the file away and import again"
    )
  }

  /// The same for data that are to be changed. Statements are not guarded.
  func attach(changing path: String) throws(DatabaseError) {
    try execute("ATTACH DATABASE '\(quoted(path))' AS \(Self.importedName)")
    imports = AttachedImports(path: path, version: 0)
  }

  /// Starts a read transaction, so that all statements until ``endReading()`` see one state of the
  /// imported data. Returns whether the state differs from the one before. Nested calls have no
  /// effect.
  package func beginReading() throws(DatabaseError) -> Bool {
    guard let imports, !isReading else { return false }
    try withoutGuard { () throws(DatabaseError) in
      try execute("BEGIN")
      isReading = true
      try execute("SELECT 1 FROM \(Self.importedName).catalog_version")
    }
    let version = importsVersion
    guard version != imports.version else { return false }
    self.imports?.version = version
    try withoutGuard { () throws(DatabaseError) in
      if try hasOwnMembers() { try execute(Self.unionOfMembers) }
    }
    return true
  }

  /// Whether imported data were made for the catalog that is shipped now, by a version of the
  /// program that writes the same tables.
  package func importsAreOfThisCatalog() throws(DatabaseError) -> Bool {
    guard try importsHaveTheseTables() else { return false }
    return try CatalogVersion.fingerprint(of: self)
      == CatalogVersion.fingerprint(of: self, in: Self.importedName)
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
