import Catalog
import Planner

extension Candidate {
  /// The code of the last period in a range; that of a span is its first day.
  func lastCode(in range: DayRange) -> Int {
    guard dataset.time == .span else { return code(of: range.last) }
    let starts = runs.map(\.days.first).filter { $0 <= range.last }
    return code(of: starts.max() ?? range.first)
  }
}
