/// Sums with the same texts in the columns of time.
struct TimeGroup {
  /// Shared numbers of the columns of time.
  let times: [UInt32]
  let start: Int
  let count: Int
}
