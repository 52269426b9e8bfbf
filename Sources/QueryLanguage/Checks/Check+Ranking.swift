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

  /// The first value of a dimension that `for` keeps, and the statement without it; `nil` where
  /// there is none.
  package func withoutValue(
    of dimension: Int,
    in catalog: any CatalogReader
  ) -> (value: Member, rest: Check)? {
    var rest = self
    var member: Member?
    rest.subject.clauses = subject.clauses.compactMap { clause in
      guard member == nil, let values = clause as? ForClause else { return clause }
      let others = values.values.filter { value in
        guard member == nil, let found = value.member(of: dimension, in: catalog) else {
          return true
        }
        member = found
        return false
      }
      return others.isEmpty ? nil : ForClause(values: others)
    }
    return member.map { ($0, rest) }
  }
}

extension Name {
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
      "which \(dimension.name) is ranked? `for` names it",
      at: span,
      hint: "such as `encounters for mexico in fy2024 is largest citizenship`"
    )
  }
}
