extension Array {
  /// The element of a list of one.
  @inlinable package var only: Element? { count == 1 ? self[0] : nil }
}
