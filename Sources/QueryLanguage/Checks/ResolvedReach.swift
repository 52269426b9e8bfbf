package import Catalog
package import Diagnostics

/// What the value is compared with over time.
package struct ResolvedReach: Sendable {
  package let extent: Extent
  /// The unit of the periods compared, where it is named.
  package let unit: TimeUnit?
  /// The month of the year whose other years are compared.
  package let month: Int?
  package let span: SourceSpan
  /// Whether the statement gives its period as a range, so that it is compared with spans.
  package let comparesSpans: Bool

  /// From when to when the periods are.
  package enum Extent: Sendable {
    /// After these days and before the value's own period.
    case since(DayRange)
    /// In these days.
    case within(DaySet)
    /// Everything held before the value's own period.
    case ever
  }
}
