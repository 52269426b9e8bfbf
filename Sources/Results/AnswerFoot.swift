package import Catalog

/// What must be said with the rows: what was counted, by whom, when, and what to be careful about.
package struct AnswerFoot: Equatable, Sendable {
  /// What the figures are of: `removals · Mexico · October 2019 – August 2024 · events`.
  package var summary: String
  package var notes: [Note]
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

/// One sentence about the answer.
package struct Note: Equatable, Sendable {
  /// What a note is about, the most important first. Notes are shown in this order.
  package enum Kind: Int, CaseIterable, Comparable, Sendable {
    case partial
    /// The question as understood, when anything was assumed.
    case understood
    /// A word that is not a term of the statistics, and what was shown for it.
    case phrase
    /// Two tables meet inside the answer, and how much they differ. Shown under the sources.
    case seam
    case seriesBreak
    case precision
    case absence
    case caveat

    package static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }
  }

  package let kind: Kind
  package let text: String
  /// With all that is known, where a screen has no room for it.
  package let inFull: String

  package init(_ kind: Kind, _ text: String, inFull: String? = nil) {
    self.kind = kind
    self.text = text
    self.inFull = inFull ?? text
  }
}

/// A source of the answer, with the periods that it answers.
package struct Citation: Equatable, Sendable {
  /// `FY2020–22`, or empty when it is the only source.
  package let periods: String
  /// `OHSS, 2022 Yearbook of Immigration Statistics, Table 39 (Nov 2023)`.
  package let text: String
  /// The publisher's address, or empty.
  package let url: String
  /// Its id in the catalog.
  package let key: String
  /// Who published it, in full.
  package var publisher = ""
  package var title = ""
  /// The table, sheet or file inside the publication.
  package var table = ""
  /// `2024-12-31`, `2024-12` or `2024`, as far as known.
  package var published = ""

  package init(periods: String, text: String, url: String, key: String) {
    self.periods = periods
    self.key = key
    self.text = text
    self.url = url
  }
}
