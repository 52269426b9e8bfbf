import Catalog
import Diagnostics

extension Check {
  /// The value whose place among those of its dimension is stated; `nil` where none is.
  func rankedValue(in catalog: any CatalogReader) throws(Diagnostic) -> RankedSubject? {
    guard let name = judgment.form.rankedDimension else { return nil }
    let dimension = try Scope(catalog: catalog).dimension(name)
    var ranked = subject
    var member: Member?
    ranked.clauses = subject.clauses.compactMap { clause in
      guard member == nil, let values = clause as? ForClause else { return clause }
      let rest = values.values.filter { value in
        guard member == nil, let found = value.member(of: dimension, in: catalog) else {
          return true
        }
        member = found
        return false
      }
      return rest.isEmpty ? nil : ForClause(values: rest)
    }
    guard let member else { throw .rankedWithoutValue(dimension, at: judgment.span) }
    ranked.clauses.append(ByClause(keys: [.dimension(name)]))
    return RankedSubject(
      value: ResolvedCheck.Ranked(dimension: dimension, member: member),
      subject: ranked
    )
  }
}

extension Name {
  /// The value of a dimension that it names.
  fileprivate func member(of dimension: Dimension, in catalog: any CatalogReader) -> Member? {
    for match in matches where match.kind == .member {
      if let member = catalog.member(match.target), member.dimension == dimension.id {
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
      "which \(dimension.name) is ranked? `for` names it",
      at: span,
      hint: "such as `encounters for mexico in fy2024 is largest citizenship`"
    )
  }
}
