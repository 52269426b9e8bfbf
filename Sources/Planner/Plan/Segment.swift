package import Catalog

/// The part of a figure that one dataset answers.
package struct Segment: Sendable {
  /// The dataset, and how its columns are read.
  package let candidate: Candidate
  /// The pieces it answers, with the days of each.
  package let uses: [(piece: Int, days: DaySet)]

  package init(candidate: Candidate, uses: [(piece: Int, days: DaySet)]) {
    self.candidate = candidate
    self.uses = uses
  }

  package var days: DaySet { DaySet(uses.flatMap(\.days.ranges)) }
}
