/// Why a file cannot be used as a database. Said before SQLite is asked, which would only say
/// "file is not a database", or create an empty one.
package struct DatabaseFileError: Error, Equatable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) {
    self.description = description
  }
}
