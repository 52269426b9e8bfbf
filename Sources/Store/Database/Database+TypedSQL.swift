private import CSQLite

#if canImport(Darwin)
  private import Darwin
#else
  private import Glibc
#endif

extension Database {
  /// Compiles SQL that somebody typed: one statement that only reads.
  package func prepare(typed sql: String) throws(SQLMistake) -> PreparedStatement {
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, Self.longestValue)
    sqlite3_set_authorizer(handle, onlyHarmless, nil)
    defer { allowOnlyReading() }
    var prepared: OpaquePointer?
    var rest = 0
    let code = sql.withCString { text in
      var tail: UnsafePointer<CChar>?
      let code = sqlite3_prepare_v2(handle, text, -1, &prepared, &tail)
      rest = tail.map { strlen($0) } ?? 0
      return code
    }
    guard code == SQLITE_OK else {
      let message = String(cString: sqlite3_errmsg(handle))
      let place = sqlite3_error_offset(handle)
      // For a table-valued function SQLite tells it in words only.
      let isRefused = code & 0xff == SQLITE_AUTH || message == "not authorized"
      throw SQLMistake(
        message: isRefused ? "the data can only be read" : message,
        offset: place >= 0 ? Int(place) : nil
      )
    }
    guard let prepared else { throw SQLMistake(message: "expected a statement", offset: nil) }
    let statement = PreparedStatement(prepared, of: self)
    let after = sql.utf8.suffix(rest)
    guard after.allSatisfy({ $0 <= 0x20 || $0 == UInt8(ascii: ";") }) else {
      throw SQLMistake(message: "one statement at a time", offset: sql.utf8.count - rest)
    }
    guard sqlite3_stmt_readonly(prepared) != 0 else {
      throw SQLMistake(message: "the data can only be read", offset: nil)
    }
    return statement
  }

  /// The tables that are shipped, by their names in order.
  package func tableNames() throws(DatabaseError) -> [String] {
    try texts("SELECT name FROM main.sqlite_schema WHERE type = 'table' ORDER BY name")
  }

  /// How a shipped table is defined; `nil` where there is none of the name.
  package func definition(ofTable name: String) throws(DatabaseError) -> String? {
    let rows = try prepare("SELECT sql FROM main.sqlite_schema WHERE type = 'table' AND name = ?")
    rows.bind(name, at: 0)
    return try rows.step() ? rows.text(at: 0) : nil
  }

  /// The first column of a query.
  func texts(_ sql: String) throws(DatabaseError) -> [String] {
    let rows = try prepare(sql)
    var texts: [String] = []
    while try rows.step() { texts.append(rows.text(at: 0)) }
    return texts
  }

  /// The most bytes of one value: more than a text of the data has by far.
  private static let longestValue: Int32 = 64 << 20
}

/// Lets typed statements read, and call functions that only compute: some load code or reach into
/// memory.
private let onlyHarmless:
  @convention(c) (
    UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, UnsafePointer<CChar>?,
    UnsafePointer<CChar>?, UnsafePointer<CChar>?
  ) -> Int32 = { _, action, _, name, _, _ in
    switch action {
    case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: return SQLITE_OK
    case SQLITE_FUNCTION:
      let function = name.map { String(cString: $0).lowercased() } ?? ""
      return ["load_extension", "fts3_tokenizer"].contains(function) ? SQLITE_DENY : SQLITE_OK
    default: return SQLITE_DENY
    }
  }
