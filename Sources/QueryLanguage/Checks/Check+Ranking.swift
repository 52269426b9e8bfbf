package import Catalog
import Diagnostics

extension Check {
  /// The value whose place among those of its dimension is stated; `nil` where none is.
  func rankedValue(in catalog: any CatalogReader) throws(Diagnostic) -> RankedSubject? {
    guard let name = judgment.form.rankedDimension else { return nil }
    let dimension = try Scope(catalog: catalog).dimension(name)
    guard let (member, rest) = withoutValue(of: dimension.id, in: catalog) else {
      throw .rankedWithoutValue(dimension, at: judgment.span)
    }
    var ranked = rest.subject
    ranked.clauses.append(ByClause(keys: [.dimension(name)]))
    return RankedSubject(
      value: ResolvedCheck.Ranked(dimension: dimension, member: member),
      subject: ranked
    )
  }

  /// The value of a dimension that the subject keeps to, and the statement without it; `nil` where
  /// there is none.
  package func withoutValue(
    of dimension: Int,
    in catalog: any CatalogReader
  ) -> (value: Member, rest: Check)? {
    guard let (value, question) = subject.withoutValue(of: dimension, in: catalog) else {
      return nil
    }
    var rest = self
    rest.subject = question
    return (value, rest)
  }
}

extension Query {
  /// The value of a dimension that the question keeps to, and the question without it; `nil` where
  /// there is none.
  func withoutValue(
    of dimension: Int,
    in catalog: any CatalogReader
  ) -> (value: Member, rest: Query)? {
    var search = KeptValue(dimension: dimension, catalog: catalog)
    var rest = self
    rest.clauses = clauses.compactMap { search.removing(from: $0) }
    if search.found == nil, let column = columns.only,
      case .restricted(let inner, let restriction) = column.expression
    {
      let left = search.removing(from: restriction)
      rest.columns = [
        Query.Column(
          expression: left.map { .restricted(inner, $0) } ?? inner,
          label: column.label,
          span: column.span
        )
      ]
    }
    return search.found.map { ($0, rest) }
  }
}

/// The first value of a dimension that `for`, `where` or a bracket keeps to, and what is left
/// without it.
private struct KeptValue {
  let dimension: Int
  let catalog: any CatalogReader
  private(set) var found: Member?

  init(dimension: Int, catalog: any CatalogReader) {
    self.dimension = dimension
    self.catalog = catalog
  }

  /// The clause without the value; `nil` where nothing is left of it.
  mutating func removing(from clause: any Clause) -> (any Clause)? {
    switch clause {
    case let clause as ForClause:
      let others = removing(from: clause.values)
      return others.isEmpty ? nil : ForClause(values: others)
    case let clause as WhereClause:
      return removing(from: clause.condition).map { WhereClause(condition: $0) }
    default: return clause
    }
  }

  mutating func removing(from restriction: Query.Restriction) -> Query.Restriction? {
    switch restriction {
    case .values(let names):
      let others = removing(from: names)
      return others.isEmpty ? nil : .values(others)
    case .condition(let tree): return removing(from: tree).map { .condition($0) }
    }
  }

  private mutating func removing(from names: [Name]) -> [Name] {
    names.filter { name in
      guard found == nil, let member = name.member(of: dimension, in: catalog) else { return true }
      found = member
      return false
    }
  }

  /// Tests that must all be passed lose the one of the value; others stay as they are.
  private mutating func removing(from tree: ConditionTree) -> ConditionTree? {
    switch tree {
    case .all(let parts):
      let left = parts.compactMap { removing(from: $0) }
      return left.count > 1 ? .all(left) : left.first
    case .test(_, isExcluded: false, let values, _) where values.count == 1:
      return removing(from: values).isEmpty ? nil : tree
    case .test, .either, .not, .comparison: return tree
    }
  }
}

extension Name {
  /// The dimensions of the values that it may be.
  func dimensions(in catalog: any CatalogReader) -> [Int] {
    matches.filter { $0.kind == .member }.compactMap { catalog.member($0.target)?.dimension }
  }

  /// The value of a dimension that it names.
  fileprivate func member(of dimension: Int, in catalog: any CatalogReader) -> Member? {
    for match in matches where match.kind == .member {
      if let member = catalog.member(match.target), member.dimension == dimension {
        return member
      }
    }
    return nil
  }
}

extension Diagnostic {
  fileprivate static func rankedWithoutValue(
    _ dimension: Dimension,
    at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      "ranked-without-value",
      "which \(dimension.name) is ranked? `for` or `where` names it",
      at: span,
      hint: "such as `encounters for mexico in fy2024 is largest citizenship`"
    )
  }
}
