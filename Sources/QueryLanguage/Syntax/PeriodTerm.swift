package import Catalog
package import Diagnostics

/// A period as typed: `fy2024`, `may 2024`, `2024`, `title 42 ends`, `biden`, `first 3 months of
/// fy2025`.
package struct PeriodTerm: Equatable, Sendable {
  /// A period, or a year that only the question as a whole makes a fiscal or calendar year.
  package enum Value: Equatable, Sendable {
    case period(Period)
    /// A year without `fy` or `cy`: which one is meant depends on the question.
    case bareYear(Int)
    /// The terms of one who held office, which may lie apart.
    case administration([Administration])
    /// The beginning or the end of one of these.
    indirect case part(PeriodPart)
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
    case .part(let part): return part.spelling
    }
  }

  /// The same with a period replaced, of which it may be a part.
  package func replacing(_ replace: (PeriodTerm) -> PeriodTerm) -> PeriodTerm {
    guard case .part(let part) = value else { return replace(self) }
    return PeriodTerm(.part(part.of(replace(part.whole))), at: span)
  }
}
