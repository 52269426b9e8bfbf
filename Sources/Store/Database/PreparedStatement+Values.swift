private import CSQLite

extension PreparedStatement {
  package func columnName(at column: Int) -> String {
    sqlite3_column_name(handle, Int32(column)).map { String(cString: $0) } ?? ""
  }

  /// Whether the column of a table that it comes from holds numbers; `nil` for an expression.
  package func holdsNumbers(at column: Int) -> Bool? {
    sqlite3_column_decltype(handle, Int32(column)).map { String(cString: $0) != "TEXT" }
  }

  package func value(at column: Int) -> SQLValue {
    switch sqlite3_column_type(handle, Int32(column)) {
    case SQLITE_NULL: return .null
    case SQLITE_INTEGER: return .integer(integer(at: column))
    case SQLITE_FLOAT: return .real(real(at: column))
    case SQLITE_BLOB:
      let start = sqlite3_column_blob(handle, Int32(column))
      let count = Int(sqlite3_column_bytes(handle, Int32(column)))
      let digits = Array("0123456789ABCDEF".utf8)
      let bytes = UnsafeRawBufferPointer(start: start, count: count)
      let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
      return .blob(String(decoding: text, as: UTF8.self))
    default: return .text(text(at: column))
    }
  }
}
