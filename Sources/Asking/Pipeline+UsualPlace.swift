import Answering
import Catalog
import Planner
import QueryLanguage
import Reading
import Results
import Store

extension Pipeline {
  /// What must be said first where somebody speaks of the border and names none: the figure of the
  /// one that most mean, beside that of all borders. `nil` for other questions.
  func usualPlace(of plan: QueryPlan) throws -> Note? {
    guard let words = wordsOfWhatIsCounted(plan.query.query),
      let usual = UsualValue(in: words, catalog), isOfAllPlaces(plan, usual),
      let dimension = catalog.dimension(usual.dimension)
    else { return nil }
    let all = "all \(dimension.name)s"
    let query = plan.query.query.kept(to: usual.name, catalog)
    guard let other = try? self.plan(query) else { return nil }
    guard plan.isOneRow else {
      return Note(.understood, "\(all); \(usual.name) alone: `\(query.spelling)`")
    }
    guard let figure = try figure(of: other), figure != "0" else { return nil }
    return Note(.understood, "\(all); \(usual.name): \(figure)")
  }

  /// The line in somebody's own words, or what is counted where it has another name than the
  /// measure; `nil` where it is counted by its own name.
  private func wordsOfWhatIsCounted(_ query: Query) -> String? {
    guard case .measure(let name)? = query.columns.only?.expression,
      let match = name.matches.first(where: { $0.kind == .measure || $0.kind == .phrase })
    else { return nil }
    if let asked { return asked }
    return match.kind == .measure && match.preference == 0 ? nil : name.text
  }

  /// Whether nothing keeps or divides it by place, and its figures could be kept to one.
  private func isOfAllPlaces(_ plan: QueryPlan, _ usual: UsualValue) -> Bool {
    guard let figure = plan.query.figures.only,
      catalog.publishedDimensions(of: figure.measure).contains(usual.dimension)
    else { return false }
    let kept = plan.query.condition(of: figure)?.required.entries.map(\.dimension) ?? []
    let divided = plan.query.keys.compactMap { $0.dimension?.id }
    return !(kept + divided).contains { UsualValue.isPlace($0, catalog) }
  }
}

extension QueryPlan {
  /// Whether its answer is one figure.
  fileprivate var isOneRow: Bool {
    query.keys.isEmpty && references.isEmpty && main.pieces.count == 1
  }
}

extension Query {
  /// The same, kept to one more value.
  fileprivate func kept(to value: String, _ catalog: any CatalogReader) -> Query {
    let name = Name(
      text: value,
      span: columns[0].span,
      matches: catalog.matches(key: Spelling.key(of: value))
    )
    var query = self
    if let place = clauses.firstIndex(where: { $0 is ForClause }),
      let own = clauses[place] as? ForClause
    {
      query.clauses[place] = ForClause(values: own.values + [name])
    } else {
      query.clauses.insert(ForClause(values: [name]), at: 0)
    }
    return query
  }
}
