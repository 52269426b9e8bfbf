internal import Catalog

extension PublishedTime {
  /// The columns that a data file begins with.
  var columns: [String] {
    switch self {
    case .fiscalYear, .month, .calendarYear, .date: [rawValue]
    case .span: ["start", "end"]
    }
  }
}
