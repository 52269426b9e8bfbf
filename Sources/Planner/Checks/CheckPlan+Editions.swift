package import Catalog
import QueryLanguage

extension CheckPlan {
  /// An edition beside the one that answers.
  package struct Edition: Sendable {
    /// The id of its table.
    package let table: Int
    /// When it was published, as the publisher dates it: `14 Apr 2025`.
    package let published: String
    fileprivate let day: Day
  }

  /// The days of the subject that are held.
  package var heldDays: DaySet {
    DaySet(plan.figures.flatMap { $0.rows.isEmpty ? [] : $0.rows[subject].held.ranges })
  }

  /// How many earlier editions are looked at.
  private static let mostEditions = 12

  /// The other editions with figures of what is judged, the first published first: statements are
  /// made when figures are new.
  package func editions(_ catalog: any CatalogReader) -> [Edition] {
    guard let figure = plan.figures.first else { return [] }
    let used = IDSet(plan.figures.flatMap { $0.segments.map(\.candidate.dataset.source) })
    let days = ([base].compactMap { $0 } + [subject]).map { pieces[$0].whole }
    let fitting = TableFit(figure.figure, of: plan.query, catalog: catalog)
    var found: [Edition] = []
    for holding in catalog.editions(of: figure.figure.measure.id, for: fitting.needs)
    where holding.dataset.rollupOf == 0 && !used.contains(holding.dataset.source) {
      guard (try? fitting.fit(holding)) != nil, let source = catalog.source(holding.dataset.source),
        let day = source.lastPossibleDay,
        days.allSatisfy({ range in catalog.runs(of: holding).contains { $0.days.overlaps(range) } })
      else { continue }
      let published = Period(date: source.published)?.label ?? source.published
      found.append(Edition(table: holding.dataset.id, published: published, day: day))
    }
    return Array(found.sorted { $0.day < $1.day }.prefix(Self.mostEditions))
  }
}
