private import CSQLite
private import CSmallBlocks
import Diagnostics

/// A connection to an SQLite file. This folder is the only one that calls SQLite's C functions.
package final class Database {
  package let path: String
  package let handle: OpaquePointer
  /// The file of imported data that is read beside this one.
  package internal(set) var imports: AttachedImports?
  /// The file of imported data that is changed. Where it is, errors are about it.
  private let changed: String?
  /// Waits for locks; SQLite keeps no reference of its own.
  var patience: LockPatience?
  /// Whether statements see one state of the imported data at the moment.
  var isReading = false

  /// Opens a finished database for questions: read-only, and never written by anyone while it is
  /// open.
  package convenience init(reading path: String) throws(DatabaseError) {
    try self.init(
      name: "file:" + percentEncoded(path) + "?immutable=1",
      path: path,
      flags: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX,
      fileSystem: PageSums.fileSystem
    )
    sqlite3_db_config_off(handle, SQLITE_DBCONFIG_DQS_DML)
    allowOnlyReading()
  }

  /// Opens a finished database with the file of imported data beside it, which can be changed and
  /// is made where it is not there. Waits for others that change it.
  convenience init(
    reading path: String,
    changing imports: String,
    waiting: Waiting = Waiting()
  ) throws(DatabaseError) {
    try self.init(
      name: "file:" + percentEncoded(path) + "?mode=ro&immutable=1",
      path: path,
      changing: imports,
      flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX,
      fileSystem: PageSums.fileSystem
    )
    sqlite3_db_config_off(handle, SQLITE_DBCONFIG_DQS_DML)
    sqlite3_db_config_off(handle, SQLITE_DBCONFIG_DQS_DDL)
    wait(with: LockPatience(LockPatience.ofChanges, for: imports, waiting))
    try attach(changing: imports)
  }

  /// Creates a database to be filled. The caller renames it into place when it is whole.
  package convenience init(creating path: String) throws(DatabaseError) {
    try self.init(
      name: "file:" + percentEncoded(path),
      path: path,
      flags: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX
    )
    sqlite3_db_config_off(handle, SQLITE_DBCONFIG_DQS_DML)
    sqlite3_db_config_off(handle, SQLITE_DBCONFIG_DQS_DDL)
  }

  private init(
    name: String,
    path: String,
    changing changed: String? = nil,
    flags: Int32,
    fileSystem: UnsafePointer<CChar>? = nil
  ) throws(DatabaseError) {
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(name, &opened, flags, fileSystem)
    guard code == SQLITE_OK, let opened else {
      let message = opened.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory"
      sqlite3_close_v2(opened)
      throw DatabaseError(code: code, message: message, path: path, sql: nil)
    }
    self.path = path
    self.changed = changed
    handle = opened
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs statements that give no rows.
  package func execute(_ script: String) throws(DatabaseError) {
    let code = sqlite3_exec(handle, script, nil, nil, nil)
    guard code == SQLITE_OK else { throw failure(code, sql: script) }
  }

  /// Writes what a transaction has changed so far out of memory, without ending it.
  func writeChanges() throws(DatabaseError) {
    let code = sqlite3_db_cacheflush(handle)
    // Pages that are in use stay in memory, which the commit writes.
    guard code == SQLITE_OK || code == SQLITE_BUSY else {
      throw failure(code, sql: "COMMIT imported")
    }
  }

  /// Compiles one SQL statement.
  package func prepare(_ sql: String) throws(DatabaseError) -> PreparedStatement {
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v2(handle, sql, -1, &prepared, nil)
    guard code == SQLITE_OK, let prepared else { throw failure(code, sql: sql) }
    return PreparedStatement(prepared, of: self)
  }

  func failure(_ code: Int32, sql: String) -> DatabaseError {
    let full = sqlite3_extended_errcode(handle)
    // What kind of failure it is, where SQLite tells.
    let code = full & 0xff == code & 0xff ? full : code
    let path = pathOf(sql, code)
    return DatabaseError(
      code: code,
      message: String(cString: sqlite3_errmsg(handle)),
      path: path,
      sql: sql,
      isOfImports: path != self.path
    )
  }
}

extension Database {
  /// The file that a statement is about: that of imported data where it is changed, where the
  /// statement names some, or where it has the page that is damaged.
  private func pathOf(_ sql: String, _ code: Int32) -> String {
    guard let ofImports = changed ?? imports?.path else { return path }
    if DatabaseError.isWrongSum(code) { return PageSums.isDamaged(ofImports) ? ofImports : path }
    let isOfImports = changed != nil || sql.contains("imported") || sql.contains("\"facts_")
    return isOfImports ? ofImports : path
  }
}

extension Database {
  /// Lets statements wait for locks. ATTACH does not ask; see ``attach(imports:waiting:)``.
  func wait(with patience: LockPatience) {
    self.patience = patience
    sqlite3_busy_handler(
      handle,
      { patience, count in
        guard let patience else { return 0 }
        let own = Unmanaged<LockPatience>.fromOpaque(patience).takeUnretainedValue()
        return own.goesOn(isFirst: count == 0) ? 1 : 0
      },
      Unmanaged.passUnretained(patience).toOpaque()
    )
  }
}

/// Tells SQLite that the process has one thread: it then does without mutexes and counters of
/// memory, and takes memory faster. For a program to call first of all; never in tests, which run
/// on many threads.
package func promiseOneThread() { sqlite3_config_one_thread(tally_small_blocks()) }

extension Database {
  /// Asks now and then, while statements run, whether they are to stop; `nil` asks no more. A call
  /// of ``interruptDatabase`` alone is lost that comes between two statements: SQLite forgets it
  /// when the next one begins.
  package func stop(when isWanted: (@convention(c) (UnsafeMutableRawPointer?) -> Int32)?) {
    sqlite3_progress_handler(handle, isWanted == nil ? 0 : Self.stepsBetweenAsking, isWanted, nil)
  }

  /// Some tenths of a millisecond.
  private static let stepsBetweenAsking: Int32 = 20_000

  func allowOnlyReading() { sqlite3_set_authorizer(handle, onlyReading, nil) }

  /// Runs something that questions may not do.
  func withoutGuard<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    sqlite3_set_authorizer(handle, nil, nil)
    defer { allowOnlyReading() }
    return try body()
  }
}

/// Lets statements read and nothing else: whatever SQL a question becomes, it cannot write, attach
/// a file or change a setting.
private let onlyReading:
  @convention(c) (
    UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, UnsafePointer<CChar>?,
    UnsafePointer<CChar>?, UnsafePointer<CChar>?
  ) -> Int32 = { _, action, _, _, _, _ in
    switch action {
    case SQLITE_SELECT, SQLITE_READ, SQLITE_FUNCTION, SQLITE_RECURSIVE: SQLITE_OK
    default: SQLITE_DENY
    }
  }

/// Stops what a connection is running; safe in a signal handler. Takes ``Database/handle``.
package let interruptDatabase: @convention(c) (UnsafeMutableRawPointer?) -> Void = { connection in
  sqlite3_interrupt(OpaquePointer(connection))
}

/// A path as part of an SQLite URI: `?`, `#` and `%` would end or escape it, and what is beyond
/// ASCII need not be text.
func percentEncoded(_ path: String) -> String {
  // Two slashes would begin the name of a machine.
  var encoded = path.hasPrefix("//") ? "//" : ""
  for byte in path.fileNameBytes {
    switch byte {
    case UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#"), 0x80...:
      encoded += "%" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    default: encoded.unicodeScalars.append(Unicode.Scalar(byte))
    }
  }
  return encoded
}
