/// The verdict on a statement.
package enum Verdict: String, CaseIterable, Sendable {
  /// It holds for every value that the figures can have.
  case holds
  /// It does not hold, and the number stated is nearly the figure.
  case close
  /// It holds for no value that the figures can have.
  case fails
  /// It holds for some of them: the figures are rounded, hedged, partial or missing.
  case undecided
  /// One reading holds and another fails.
  case depends
  /// What the statement is about is not held.
  case noData = "no data"
}

extension Verdict {
  func words(_ count: Int) -> String {
    switch self {
    case .holds: count == 1 ? "holds" : "hold"
    case .fails: count == 1 ? "fails" : "fail"
    case .depends: count == 1 ? "depends" : "depend"
    case .close, .undecided, .noData: rawValue
    }
  }
}
