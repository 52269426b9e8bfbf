/// What a value of JSON is, in SQLite's words.
package enum JSONKind: String, Sendable {
  case null, text, integer, real, array, object
  case isTrue = "true"
  case isFalse = "false"
}
