import Catalog
import Results

struct ChartLabel {
  let cell: Cell
  /// Whether `◐` follows.
  var isMarked = false

  var period: Period? {
    switch cell {
    case .period(let period): period
    case .text, .number, .missing, .verdict, .sparkline, .sources, .records: nil
    }
  }
}
