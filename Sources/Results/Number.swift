package enum Number: Hashable, Sendable {
  case integer(Int)
  /// Finite, and written as the shortest decimal that reads back.
  case real(Double)
}
