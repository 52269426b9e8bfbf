/// How exact a figure is, shown as a sign before it.
package enum Precision: Hashable, Sendable {
  case exact
  /// Rounded by the publisher, or stated as "about": `≈`.
  case approximate
  /// The true figure is larger, or may be: a hedge such as "more than", or withheld cells in a sum:
  /// `>`.
  case floor
  /// The true figure is smaller, or may be: "nearly", "up to": `<`.
  case ceiling
}
