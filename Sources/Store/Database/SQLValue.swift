/// A value of SQL.
package enum SQLValue: Equatable, Sendable {
  case null
  case integer(Int)
  case real(Double)
  case text(String)
  /// In hexadecimal digits.
  case blob(String)
}
