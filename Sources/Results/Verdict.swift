/// What became of a statement, in a word.
package enum Verdict: String, CaseIterable, Sendable {
  /// Every value that the figures can have agrees.
  case holds
  /// None does.
  case fails
  /// Some do: the figures are rounded, hedged, partial or missing.
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
    case .undecided, .noData: rawValue
    }
  }
}
