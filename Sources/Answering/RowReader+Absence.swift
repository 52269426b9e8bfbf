import Catalog
import Planner
import QueryLanguage
import Results

extension RowReader {
  /// Why an output has no figure.
  func absence(
    of output: ResolvedQuery.Output,
    _ index: Int
  ) -> Absence {
    guard let column = output.column else { return .notHeld }
    switch output.content {
    case .value:
      if companions.zero[index] { return .dividedByZero }
      return absence(of: plan.query.columns[column].value)
    case .rank: return .notRanked
    case .reference, .sources: return .notHeld
    case .change, .percent, .share, .running, .rolling, .index:
      let own = absence(of: plan.query.columns[column].value)
      return own == .notHeld ? .notComparable : own
    }
  }

  private func absence(
    of value: ResolvedQuery.Value
  ) -> Absence {
    switch value {
    case .number: return .notHeld
    case .fold(let index):
      return absence(of: plan.query.folds[index].value)
    case .operation(_, let left, let right):
      let first = absence(of: left)
      return first == .notHeld ? absence(of: right) : first
    case .figure(let figure): return absence(ofFigure: figure)
    }
  }

  private func absence(
    ofFigure figure: Int
  ) -> Absence {
    if companions.withheld[figure] > 0 { return .withheld }
    if companions.empty[figure] > 0 { return .notPublished }
    guard let piece = place.piece else { return .notHeld }
    let own = plan.figures[figure]
    guard let source = own.rows[piece].sources.first else {
      return own.rows[piece].isImpossible ? .notApplicable : .notHeld
    }
    let absent = own.segments[source].candidate.dataset.absent
    // Where an absent row would mean zero, the figure is missing only because its value is never
    // named.
    let isCounted = own.figure.measure.kind == .flow && own.figure.fold == nil
    if absent == .zero, isCounted, let group = plan.naming?.group(of: own, piece),
      !group.unnamed.allSatisfy(\.isEmpty)
    {
      return .notNamed
    }
    return absent.absence
  }
}

extension Dataset.Absent {
  /// Why a combination without a row has no figure.
  var absence: Absence {
    switch self {
    case .zero, .unknown: .notHeld
    case .small: .small
    case .withinOther: .withinOther
    }
  }
}
