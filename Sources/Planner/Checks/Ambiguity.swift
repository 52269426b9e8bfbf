package import Catalog
package import QueryLanguage

/// Something that a statement leaves open.
package struct Ambiguity: Sendable {
  /// One way of closing it.
  package struct Alternative: Sendable {
    /// The name of the reading: "fiscal years".
    package let name: String
    /// Rewrites the statement so that it means this alternative.
    package let rewrite: @Sendable (Check) -> Check

    package init(name: String, rewrite: @escaping @Sendable (Check) -> Check) {
      self.name = name
      self.rewrite = rewrite
    }
  }

  /// The preferred one, or the language's default, comes first.
  package let alternatives: [Alternative]
  /// Whether the first is what speakers mean: where it holds or is close, it decides.
  package let prefersFirst: Bool

  package init(_ alternatives: [Alternative], prefersFirst: Bool = false) {
    self.alternatives = alternatives
    self.prefersFirst = prefersFirst
  }
}

extension Ambiguity {
  /// A year without `fy` or `cy`.
  package static func bareYear(in check: Check) -> Ambiguity? {
    guard !check.bareYears.isEmpty else { return nil }
    return Ambiguity(
      [TimeUnit.fiscalYear, .calendarYear].map { unit in
        Alternative(name: "\(unit.name)s") { $0.readingBareYears(as: unit) }
      }
    )
  }

  /// A place that a document does not name, where the measure is counted by place: there, as
  /// speakers mean it, or everywhere.
  package static func unnamedPlace(
    _ member: Member,
    of dimension: Dimension,
    in check: ResolvedCheck,
    catalog: any CatalogReader
  ) -> Ambiguity? {
    let query = check.query
    let isNamed = query.figures.contains { figure in
      query.condition(of: figure)?.tests.contains {
        $0.dimension == dimension || $0.dimension.parent == dimension.id
      } ?? false
    }
    let isCounted = query.figures.allSatisfy { figure in
      catalog.holdings(of: figure.measure.id).contains { holding in
        holding.dataset.dimensions.contains(dimension.id)
          || holding.dataset.scope.contains { $0.dimension == dimension.id }
      }
    }
    guard !isNamed, isCounted else { return nil }
    let there = Alternative(name: member.name) { $0.keeping(to: member) }
    let everywhere = Alternative(name: "every \(dimension.name)") { $0 }
    // What crosses a border is said of that one; who works there, of all.
    return query.columns[0].quantity.kind == .flow
      ? Ambiguity([there, everywhere], prefersFirst: true) : Ambiguity([everywhere, there])
  }

  /// A verb that may mean several measures, the statement's own first, as speakers mean it.
  package static func verb(_ measures: [Measure], in check: ResolvedCheck) -> Ambiguity? {
    guard let own = check.column.measures.first, measures.contains(own) else { return nil }
    let all = [own] + measures.filter { $0 != own }
    return Ambiguity(
      all.map { measure in
        Alternative(name: measure.name) { $0.replacing(own, by: measure) }
      },
      prefersFirst: true
    )
  }
}
