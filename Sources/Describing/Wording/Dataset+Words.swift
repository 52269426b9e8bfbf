import Catalog
import Results

extension Dataset {
  var roundingWords: String {
    rounding == 1
      ? "exact: as counted by the publisher"
      : "rounded by the publisher to the nearest \(grouped(rounding))"
  }

  var absentWords: String {
    switch absent {
    case .zero: "a combination without a row is zero"
    case .small: "a combination without a row is under the publisher's threshold, not zero"
    case .withinOther: "a combination without a row is counted under other"
    case .unknown: "a combination without a row is not known"
    }
  }

  var completeWords: String {
    isComplete
      ? "complete: its rows add up to the whole that it is about"
      : "not complete: a partial breakdown, without totals and shares"
  }
}

extension Measure.Kind {
  /// What it counts, and how periods combine.
  var words: String {
    switch self {
    case .flow: "flow: counted over a period; periods add up"
    case .stock: "stock: a level at a date; of several dates the last one counts, none are added"
    case .average: "average: the mean level over a period; longer periods are means, not sums"
    case .limit: "limit: a ceiling or plan; periods do not combine"
    case .mean: "mean: over people or cases, as printed; neither periods nor parts combine"
    }
  }
}

extension Claim {
  var checkableWords: String {
    switch checkable {
    case "yes": "yes"
    case "no": "no: no published figures decide it"
    default: "partly"
    }
  }

  /// `highest_since` as "highest since".
  var kindWords: String {
    kind.split(separator: "_").joined(separator: " ")
  }
}
