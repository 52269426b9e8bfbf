package import Catalog

/// What accompanies the rows: what was counted, by whom, when, and what to be careful about.
package struct AnswerFoot: Equatable, Sendable {
  /// What the figures are about: `removals · Mexico · October 2019 – August 2024 · events`.
  package var summary: String
  package var notes: [Note]
  /// The sources of the figures, in the order of their numbers.
  package var sources: [Citation]
  /// The first and the last day that the figures are of; `nil` where no figure is held.
  package var days: DayRange?
  /// The ids of the published tables that the figures come from, where a format tells them.
  package var datasets: [String] = []

  package init(
    summary: String,
    notes: [Note],
    sources: [Citation],
    days: DayRange? = nil
  ) {
    self.summary = summary
    self.notes = notes
    self.sources = sources
    self.days = days
  }
}
