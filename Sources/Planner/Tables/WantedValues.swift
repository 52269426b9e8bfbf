import Catalog
import QueryLanguage

/// The values that rows of an answer have, where several tables answer and do not name the same: a
/// period whose table does not name them all is answered from one that does, where there is one.
struct WantedValues {
  /// For each dimension of the rows, without `other` and `unknown`.
  let values: [IDSet]

  /// `nil` where one series answers everything, or where all tables name the same values.
  init?(_ query: ResolvedQuery, _ frames: [Frame], _ catalog: any CatalogReader) {
    let dimensions = query.keys.compactMap(\.dimension)
    guard !dimensions.isEmpty, !query.keys.contains(.source) else { return nil }
    let days = DaySet(frames.flatMap(\.pieces).flatMap(\.days.ranges)).hull
    guard let days else { return nil }
    let years =
      Period(.fiscalYear, containing: days.first)
      .code...Period(.fiscalYear, containing: days.last).code
    var used: [Candidate] = []
    for segment in frames.flatMap(\.figures).flatMap(\.segments)
    where !used.contains(where: { $0.dataset.isSameSeries(as: segment.candidate.dataset) }) {
      used.append(segment.candidate)
    }
    guard used.count > 1 else { return nil }
    let ordinary = dimensions.map { dimension in
      IDSet(catalog.members(of: dimension.id).filter { $0.rest == .none }.map(\.id))
    }
    let named = used.map { candidate in
      ordinary.indices.map {
        candidate.named(key: $0, catalog, years: years).intersection(ordinary[$0])
      }
    }
    guard named.contains(where: { $0 != named[0] }) else { return nil }
    values = ordinary.indices.map { key in
      named.reduce(IDSet()) { $0.union($1[key]) }
    }
  }
}
