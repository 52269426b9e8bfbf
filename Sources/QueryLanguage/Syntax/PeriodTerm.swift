package import Catalog
package import Diagnostics

/// A period as typed: `fy2024`, `may 2024`, `2024`.
package struct PeriodTerm: Equatable, Sendable {
  /// A period, or a year that only the question as a whole makes a fiscal or calendar year.
  package enum Value: Equatable, Sendable {
    case period(Period)
    /// A year without `fy` or `cy`: which one is meant depends on the question.
    case bareYear(Int)
  }

  package let value: Value
  package let span: SourceSpan

  package init(_ value: Value, at span: SourceSpan) {
    self.value = value
    self.span = span
  }

  package var spelling: String {
    switch value {
    case .period(let period): period.spelling
    case .bareYear(let year): String(year)
    }
  }
}
