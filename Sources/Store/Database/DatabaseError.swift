private import CSQLite

/// `SQLITE_IOERR_DATA`, which Swift does not import.
private let wrongSum = SQLITE_IOERR | 32 << 8

/// An error of SQLite: a defect of the program or of the file, never of the question.
package struct DatabaseError: Error, Equatable, CustomStringConvertible {
  /// SQLite's result code.
  package let code: Int32
  package let message: String
  package let path: String
  package let sql: String?
  /// Whether `path` is the file of imported data.
  private let isOfImports: Bool

  package init(
    code: Int32,
    message: String,
    path: String,
    sql: String?,
    isOfImports: Bool = false
  ) {
    self.isOfImports = isOfImports
    self.code = code
    self.message = message
    self.path = path
    self.sql = sql
  }

  /// Whether Ctrl-C stopped the statement.
  package var isInterruption: Bool { code & 0xff == SQLITE_INTERRUPT }

  /// Whether another process is writing.
  package var isBusy: Bool { code & 0xff == SQLITE_BUSY }

  /// The beginning of the statement, enough to identify it.
  private static func beginning(of sql: String) -> String {
    let most = 2_000
    guard sql.utf8.count > most else { return sql }
    return String(decoding: sql.utf8.prefix(most), as: UTF8.self) + "…"
  }

  /// Whether there was no room left to write.
  package var isFull: Bool { code & 0xff == SQLITE_FULL }

  /// Why something could not be written, in words.
  var reason: String { isFull ? "no room is left" : message }

  /// Whether the system did not allow a file to be written or created.
  package var isUnwritable: Bool {
    switch code & 0xff {
    case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_IOERR: !isWrongSum
    default: isFull
    }
  }

  /// Whether a page is not as it was built.
  package var isWrongSum: Bool { Self.isWrongSum(code) }

  static func isWrongSum(_ code: Int32) -> Bool { code == wrongSum }

  /// Whether the file is damaged.
  var isDamage: Bool {
    switch code & 0xff {
    case SQLITE_CORRUPT, SQLITE_NOTADB: true
    default: isWrongSum
    }
  }

  /// What is said of imported data of which a page was changed by something else than SQLite.
  static func damagedImports(_ path: String) -> String {
    """
    \(path): imported data that are damaged: the checksum of a page fails, and nothing is answered from it
    hint: move the file away and import again
    """
  }

  /// The same of the shipped database.
  static func damaged(_ path: String) -> String {
    """
    \(path): is not as it was built: the checksum of a page fails, and nothing is answered from it
    hint: `tally verify` names the tables; `tally build-database` makes the file anew
    """
  }

  package var description: String {
    guard !isWrongSum else { return isOfImports ? Self.damagedImports(path) : Self.damaged(path) }
    return "\(path): \(message)"
      + (sql.map { "\n  while running: \(Self.beginning(of: $0))" } ?? "")
  }
}

extension DatabaseFileError {
  /// A failure may name another file than the damaged one: SQLite says of the file that it attaches
  /// what it could not read of the one that it has. `nil` where no page of the shipped database is
  /// damaged, or where something else happened.
  init?(damageOf shipped: String, after error: any Error) {
    let isOfFile =
      switch error {
      case let error as DatabaseError: !error.isInterruption && !error.isBusy
      case let error as ImportFailure: error.kind == .unwritable
      default: error is DatabaseFileError
      }
    guard isOfFile, PageSums.isDamaged(shipped) else { return nil }
    self.init(DatabaseError.damaged(shipped))
  }
}
