import Catalog
package import Planner
package import QueryLanguage
package import Results

extension AnswerHead {
  /// The columns of a plan's answer.
  package init(for plan: QueryPlan, _ subject: AnswerSubject? = nil) {
    let keys = plan.query.keys.map { key in
      switch key {
      case .time(let unit):
        AnswerColumn(key: unit.keyword, label: unit.keyword, kind: .time(unit))
      case .administration, .source:
        AnswerColumn(key: key.column, label: key.name, kind: .dimension)
      case .dimension(let dimension):
        AnswerColumn(key: dimension.key, label: dimension.name, kind: .dimension)
      }
    }
    self.init(
      columns: keys + plan.query.outputs.map { AnswerColumn($0, of: plan) },
      subject: subject
    )
  }
}

extension AnswerColumn {
  fileprivate init(_ output: ResolvedQuery.Output, of plan: QueryPlan) {
    self.init(
      key: plan.exportedName(of: output),
      label: plan.heading(of: output),
      kind: Self.kind(of: output, plan.query),
      isDerived: output.content != .value && output.content != .reference
    )
  }

  private static func kind(
    of output: ResolvedQuery.Output,
    _ query: ResolvedQuery
  ) -> AnswerColumn.Kind {
    guard let index = output.column else { return .sources }
    let column = query.columns[index]
    switch output.content {
    case .sources: return .sources
    case .percent, .share: return .percent
    case .rank, .index: return .figure(unit: nil)
    case .change:
      return column.isPartOfWhole ? .points : .figure(unit: query.unit(of: column))
    case .value, .reference, .running, .rolling:
      return column.isPartOfWhole ? .fraction : .figure(unit: query.unit(of: column))
    }
  }
}

extension ResolvedQuery {
  /// The unit of a column's figures: `events`, `events per day`; `nil` for a ratio of like units.
  package func unit(of column: ResolvedQuery.ComputedColumn) -> String? {
    guard let per, column.isDivided else { return column.quantity.unit.name }
    return "\(column.quantity.unit.name ?? "1") per \(per.unit.name)"
  }
}
