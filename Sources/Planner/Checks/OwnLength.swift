/// How long a statement's own period is beside those that it is compared with.
package enum OwnLength: Sendable {
  case equal
  /// A part of a year above all whole years.
  case shorter
  /// A whole year below all its parts.
  case longer
}
