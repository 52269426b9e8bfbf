package import Planner
package import Results

extension Verdict {
  /// What a ruling says.
  package init(_ ruling: Ruling) {
    self = ruling.isClose ? .close : Verdict(ruling.truth)
  }

  /// What a truth is called; no data where what is stated of is not held.
  init(_ truth: Truth?) {
    switch truth {
    case .yes: self = .holds
    case .no: self = .fails
    case .unknown: self = .undecided
    case nil: self = .noData
    }
  }
}
