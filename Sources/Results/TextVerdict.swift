/// What came of a statement that a text makes.
package enum TextVerdict: String, CaseIterable, Sendable {
  case fails, depends, undecided
  case noData = "no data"
  case close, holds
  /// A cause, a forecast, a plan.
  case notCheckable = "not checkable"
  /// Found and not understood.
  case notRead = "not read"

  package init(_ verdict: Verdict) {
    switch verdict {
    case .fails: self = .fails
    case .depends: self = .depends
    case .undecided: self = .undecided
    case .noData: self = .noData
    case .close: self = .close
    case .holds: self = .holds
    }
  }

  /// As a verdict on figures; `nil` where none were looked at.
  package var ofFigures: Verdict? { Verdict(rawValue: rawValue) }

  /// The worst of several, in the order of the cases.
  package static func worst(_ verdicts: [TextVerdict]) -> TextVerdict? {
    allCases.first(where: verdicts.contains)
  }

  /// `6 hold`, `1 fails`.
  package func words(_ count: Int) -> String {
    "\(count) "
      + (count > 1
        ? ["holds": "hold", "fails": "fail", "depends": "depend"][rawValue] ?? rawValue : rawValue)
  }
}
