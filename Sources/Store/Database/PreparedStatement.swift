private import CSQLite
import Catalog
package import Results

/// A prepared statement. Columns and parameters count from zero.
package final class PreparedStatement: RawRows {
  package let handle: OpaquePointer
  private let database: Database

  init(_ handle: OpaquePointer, of database: Database) {
    self.handle = handle
    self.database = database
  }

  deinit { sqlite3_finalize(handle) }

  /// Moves to the next row; `false` when there is none.
  package func step() throws(DatabaseError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw database.failure(code, sql: sql)
    }
  }

  /// Makes the statement ready to run again; bindings stay.
  package func reset() {
    sqlite3_reset(handle)
  }

  package var sql: String {
    sqlite3_sql(handle).map { String(cString: $0) } ?? ""
  }

  package var columnCount: Int {
    Int(sqlite3_column_count(handle))
  }

  package func bind(_ value: Int, at index: Int) {
    sqlite3_bind_int64(handle, Int32(index + 1), Int64(value))
  }

  /// Binds a copy of the text.
  package func bind(_ text: String, at index: Int) {
    var text = text
    text.withUTF8 { bytes in
      _ = bytes.withMemoryRebound(to: CChar.self) {
        sqlite3_bind_text(handle, Int32(index + 1), $0.baseAddress, Int32($0.count), transient)
      }
    }
  }

  package func bindNull(at index: Int) {
    sqlite3_bind_null(handle, Int32(index + 1))
  }

  package func integer(at column: Int) -> Int {
    Int(sqlite3_column_int64(handle, Int32(column)))
  }

  package func real(at column: Int) -> Double {
    sqlite3_column_double(handle, Int32(column))
  }

  package func isNull(at column: Int) -> Bool {
    sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
  }

  package func number(at column: Int) -> Number? {
    switch sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_NULL: nil
    case SQLITE_FLOAT: .real(real(at: column))
    default: .integer(integer(at: column))
    }
  }

  /// The bytes of a text, which stay until the next step.
  package func bytes(at column: Int) -> UnsafeBufferPointer<UInt8> {
    let start = sqlite3_column_text(handle, Int32(column))
    return UnsafeBufferPointer(
      start: start,
      count: Int(sqlite3_column_bytes(handle, Int32(column)))
    )
  }

  /// The first byte of a text; 0 when it is empty.
  package func firstByte(at column: Int) -> UInt8 {
    sqlite3_column_text(handle, Int32(column))?.pointee ?? 0
  }

  package func text(at column: Int) -> String {
    sqlite3_column_text(handle, Int32(column)).map { String(cString: $0) } ?? ""
  }
}

/// Tells SQLite to copy bound text: the bytes are gone when the call returns.
private var transient: sqlite3_destructor_type {
  unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}

/// A row of the catalog is read directly from the statement.
extension PreparedStatement: CatalogRow {}
