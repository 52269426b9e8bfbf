package import Catalog
package import Diagnostics

/// A period as typed: `fy2024`, `may 2024`, `2024`, `title 42 ends`, `biden`.
package struct PeriodTerm: Equatable, Sendable {
  /// A period, or a year that only the question as a whole makes a fiscal or calendar year.
  package enum Value: Equatable, Sendable {
    case period(Period)
    /// A year without `fy` or `cy`: which one is meant depends on the question.
    case bareYear(Int)
    /// The terms of one who held office, which may lie apart.
    case administration([Administration])
  }

  package let value: Value
  package let span: SourceSpan
  /// The name typed, of a dated event or an administration.
  private let name: String?
  /// The dated event that the name means.
  package let event: PolicyEvent?

  package init(
    _ value: Value,
    at span: SourceSpan,
    name: String? = nil,
    event: PolicyEvent? = nil
  ) {
    self.value = value
    self.span = span
    self.name = name
    self.event = event
  }

  /// Whether it is the time in office of somebody.
  package var isAdministration: Bool {
    if case .administration = value { true } else { false }
  }

  package var spelling: String {
    if let name { return name }
    switch value {
    case .period(let period): return period.spelling
    case .bareYear(let year): return String(year)
    case .administration(let terms): return terms.map(\.name).joined(separator: ", ")
    }
  }
}
