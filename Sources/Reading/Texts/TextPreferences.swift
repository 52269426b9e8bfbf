import Catalog

/// What speakers mean where they leave something open, as `readings.csv` has it.
struct TextPreferences {
  /// The measures that a word may mean, by the first of them.
  private var verbs: [Int: [Measure]] = [:]
  private(set) var places: [(dimension: Int, member: Member)] = []

  init(_ spoken: [SpokenReading], _ catalog: any CatalogReader) {
    for reading in spoken {
      switch reading {
      case .verb(_, let measures):
        let all = measures.compactMap(catalog.measure)
        for measure in all where (verbs[measure.id]?.count ?? 0) < all.count {
          verbs[measure.id] = all
        }
      case .place(let dimension, let member):
        if let member = catalog.member(member) { places.append((dimension, member)) }
      }
    }
  }

  /// Other measures that the words for one may mean.
  func others(than measure: Measure) -> [Measure] {
    (verbs[measure.id] ?? []).filter { $0 != measure }
  }

  /// The place that is meant where none is named: what crosses a border is said of that one.
  func place(of measure: Measure, _ dimensions: IDSet, named: Set<Int>) -> Member? {
    guard measure.kind == .flow, ["events", "people"].contains(measure.unit) else { return nil }
    return places.first { dimensions.contains($0.dimension) && !named.contains($0.dimension) }?
      .member
  }
}
