package import Catalog

/// The part of a figure that one dataset answers.
package struct Segment: Sendable {
  /// The dataset, and how its columns are read.
  package let candidate: Candidate
  /// The pieces it answers, with the days of each.
  package let uses: [(piece: Int, days: DaySet)]
  /// The same facts added up by fiscal years, where the dataset keeps them so.
  private let years: Candidate?

  package init(
    candidate: Candidate,
    uses: [(piece: Int, days: DaySet)],
    years: Candidate? = nil
  ) {
    self.candidate = candidate
    self.uses = uses
    self.years = years
  }

  package var days: DaySet { DaySet(uses.flatMap(\.days.ranges)) }

  /// The same facts in few rows: whole fiscal years from the sums of them, and other days from the
  /// dataset itself.
  package var inFewRows: [Segment] {
    guard let years else { return [self] }
    var (whole, rest): ([(piece: Int, days: DaySet)], [(piece: Int, days: DaySet)]) = ([], [])
    for use in uses {
      let held = DaySet(use.days.ranges.flatMap { years.held(in: $0).ranges })
      let left = use.days.subtracting(held)
      if !held.isEmpty { whole.append((use.piece, held)) }
      if !left.isEmpty { rest.append((use.piece, left)) }
    }
    return [Segment(candidate: years, uses: whole), Segment(candidate: candidate, uses: rest)]
      .filter { !$0.uses.isEmpty }
  }
}
