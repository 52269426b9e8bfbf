import Catalog
import Planner
import Results

extension Notes {
  /// That what is not listed separately is not ranked, and how much that is.
  static func ranking(
    _ plan: QueryPlan,
    _ rest: [(rest: UnrankedRest, sum: Int?)],
    _ catalog: any CatalogReader
  ) -> [Note] {
    let words = rest.compactMap { $0.rest.words($0.sum) } + untold(plan, catalog)
    guard !words.isEmpty else { return [] }
    return [Note(.understood, "not ranked: \(words.joined(by: "; "))")]
  }

  /// The values that some table of the answer does not name, and that therefore have no size.
  private static func untold(_ plan: QueryPlan, _ catalog: any CatalogReader) -> [String] {
    let members = plan.unranked.namedElsewhere.elements.compactMap { catalog.member($0) }
      .filter { $0.rest == .none }
    guard !members.isEmpty else { return [] }
    let names =
      members.count > mostUntold
      ? "\(members.count) values" : members.map(\.name).joined(by: ", ")
    return ["\(names) (not listed in every period)"]
  }

  private static let mostUntold = 5
}
