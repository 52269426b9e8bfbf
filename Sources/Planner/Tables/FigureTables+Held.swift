import Catalog
import QueryLanguage

/// What the tables hold together, and who publishes it.
extension FigureTables {
  /// Ids of the sources that answer some days.
  func sources(for days: DaySet) -> IDSet {
    IDSet(uses(for: days).map { candidates[$0.candidate].dataset.source })
  }

  /// Ids of the sources that each alone hold the wanted days; for levels, a reading among the days.
  func sources(holding wanted: DaySet, of days: DaySet) -> IDSet {
    let all = IDSet(candidates.map(\.dataset.source)).elements
    return IDSet(
      all.filter { source in
        let held = candidates.filter { $0.dataset.source == source }.flatMap { candidate in
          days.ranges.flatMap { candidate.held(in: $0).ranges }
        }
        return figure.measure.kind == .stock
          ? !held.isEmpty : !held.isEmpty && wanted.subtracting(DaySet(held)).isEmpty
      }
    )
  }

  /// Every day from the first to the last that a candidate holds.
  var extent: DayRange? {
    candidates.flatMap { $0.runs.map(\.days) }.hull
  }

  /// The day on which the first table begins that can answer a period of a unit.
  func firstDay(in unit: TimeUnit) -> Day? {
    candidates.filter { $0.serves(unit) }.compactMap { $0.runs.first?.days.first }.min()
  }

  /// Whether some dataset has a whole period among the days.
  func holdsAny(of days: DaySet) -> Bool {
    candidates.contains { candidate in
      days.ranges.contains { !candidate.held(in: $0).isEmpty }
    }
  }

  /// Whether every day of a range is answered.
  func covers(_ range: DayRange) -> Bool {
    switch figure.measure.kind {
    case .flow, .average, .mean: uses(for: DaySet([range])).days.contains(range)
    case .stock, .limit: !uses(for: DaySet([range])).isEmpty
    }
  }

  /// The finest unit of time in which the figure is published.
  var finestUnit: TimeUnit {
    candidates.map { $0.dataset.time.unit ?? ($0.dataset.time == .date ? .day : .fiscalYear) }
      .min() ?? .fiscalYear
  }
}
