import Catalog
import Planner
import QueryLanguage
import Results

extension Notes {
  /// That a figure is what the values of a user's table add up to. A publisher's table says what it
  /// is a total of; in a table that somebody declared only its rows do.
  static func parts(_ plan: QueryPlan, _ catalog: any CatalogReader) -> [Note] {
    let frames = [plan.main] + plan.references.map(\.frame)
    let candidates = frames.flatMap(\.figures).flatMap { $0.segments.map(\.candidate) }
    return candidates.filter {
      $0.dataset.standing == .declared || $0.dataset.standing == .preferred
    }
    .compactMap { candidate in
      guard candidate.dataset.isComplete else { return nil }
      let parts = UnnamedParts(of: candidate, catalog).words
      guard !parts.isEmpty else { return nil }
      let title = catalog.source(candidate.dataset.source)?.title ?? ""
      return Note(.caveat, "of the \(parts.joined(by: " and ")) in \(title), taken for the whole")
    }
  }
}

/// The values over which the rows of a declared table are added up.
private struct UnnamedParts {
  let words: [String]

  init(of candidate: Candidate, _ catalog: any CatalogReader) {
    let dataset = candidate.dataset
    var told = candidate.condition.map(Self.dimensions) ?? []
    for key in candidate.keys {
      if case .column(let dimension) = key { told.append(dimension.id) }
    }
    told += dataset.scope.map(\.dimension)
    let members = catalog.members(in: dataset.table).compactMap(catalog.member)
    words = Set(members.map(\.dimension)).sorted().compactMap { id in
      guard !told.contains(id), let dimension = catalog.dimension(id) else { return nil }
      return NamedParts.words(members.filter { $0.dimension == id }, of: dimension, catalog)
    }
  }

  private static func dimensions(of condition: Condition) -> [Int] {
    switch condition {
    case .test(let test): [test.dimension.id]
    case .all(let parts), .either(let parts): parts.flatMap(dimensions)
    case .not(let inner): dimensions(of: inner)
    }
  }
}
