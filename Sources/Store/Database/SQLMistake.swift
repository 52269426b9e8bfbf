/// What is wrong with SQL that somebody typed.
package struct SQLMistake: Error, Equatable {
  package let message: String
  /// Where, in bytes from the beginning of the SQL; `nil` where SQLite does not say.
  package let offset: Int?
}
