/// The figures of two sources for a period that both have.
package struct SeamSums: Sendable {
  /// The figure of the earlier and of the later source; `nil` when it has none, or only a partial
  /// one.
  package let earlier: Int?
  package let later: Int?
  /// The figure of the later source for the row that is compared with the period.
  package let following: Int?
  /// The same for each value that rows are broken down by.
  package let values: [Value]

  /// One value in both sources.
  package struct Value: Sendable {
    package let name: String
    package let earlier: Int
    package let later: Int

    fileprivate var size: Int { max(earlier, later) }

    package init(name: String, earlier: Int, later: Int) {
      self.name = name
      self.earlier = earlier
      self.later = later
    }
  }

  package init(earlier: Int?, later: Int?, following: Int?, values: [Value]) {
    self.earlier = earlier
    self.later = later
    self.following = following
    self.values = values
  }

  /// The largest of the values that differ by more than rounding to a step explains.
  func differing(beyond step: Int, most: Int) -> [Value] {
    let different = values.filter { abs($0.later - $0.earlier) > step }
    return Array(
      different.sorted { ($1.size, $0.name) < ($0.size, $1.name) }.prefix(most)
    )
  }
}
