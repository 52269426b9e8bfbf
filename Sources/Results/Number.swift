/// A figure of an answer: a whole number, or a decimal in floating point.
package enum Number: Hashable, Sendable {
  case integer(Int)
  /// Finite, and written as the shortest decimal that reads back.
  case real(Double)
}
