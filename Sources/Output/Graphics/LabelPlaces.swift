/// Where labels are beside a line, each as near to its own place as the others allow.
struct LabelPlaces {
  /// The top of each label, in the order in which they were given.
  private(set) var tops: [Double]

  /// `wanted` are the places of the first lines, from top to bottom; `heights` how much room each
  /// label takes. All stay between two bounds, as far as these have room.
  init(wanted: [Double], heights: [Double], in bounds: ClosedRange<Double>) {
    // Labels that would overlap form a group, which is placed where its members are moved least.
    var groups: [(first: Int, count: Int, sum: Double, height: Double)] = []
    for (index, place) in wanted.enumerated() {
      groups.append((index, 1, place, heights[index]))
      while groups.count > 1, let last = groups.last {
        let before = groups[groups.count - 2]
        guard Self.top(before, bounds) + before.height > Self.top(last, bounds) else { break }
        groups.removeLast()
        // What is wanted of a later label, seen from the top of the group.
        groups[groups.count - 1] = (
          before.first, before.count + last.count,
          before.sum + last.sum - Double(last.count) * before.height,
          before.height + last.height
        )
      }
    }
    tops = []
    for group in groups {
      var top = Self.top(group, bounds)
      for index in group.first..<(group.first + group.count) {
        tops.append(top)
        top += heights[index]
      }
    }
  }

  private static func top(
    _ group: (first: Int, count: Int, sum: Double, height: Double),
    _ bounds: ClosedRange<Double>
  ) -> Double {
    let mean = group.sum / Double(group.count)
    return max(bounds.lowerBound, min(mean, bounds.upperBound - group.height))
  }
}
