package import Catalog
package import Planner
import QueryLanguage
import Results

/// The value of another question that a statement's own is compared with.
package struct OtherFigure {
  package let value: Estimate?
  let plan: QueryPlan
  let foot: AnswerFoot

  package init(
    _ plan: QueryPlan,
    _ value: Estimate?,
    _ findings: RowFindings,
    _ side: SideFigures,
    _ catalog: any CatalogReader
  ) {
    self.plan = plan
    self.value = value
    foot = AnswerFoot(
      for: plan,
      findings: findings,
      total: value?.point.wholeNumber,
      side: side,
      catalog: catalog
    )
  }

  /// It, named by what it counts and when.
  var figure: CheckFigure {
    CheckFigure(plan.pieces[0], value, label: plan.query.labelWithPeriod(plan.pieces[0]))
  }
}

extension AnswerFoot {
  /// With what must be said of another figure too.
  func joined(with other: AnswerFoot) -> AnswerFoot {
    var joined = self
    joined.notes += other.notes.filter { !notes.contains($0) }
    joined.sources += other.sources.filter { own in !sources.contains { $0.key == own.key } }
    if summary != other.summary { joined.summary += "; " + other.summary }
    return joined
  }
}

extension ResolvedQuery {
  /// `encounters, Mexico, FY2024`: what is counted, of whom, and when.
  func labelWithPeriod(_ piece: RowPeriod) -> String {
    [columns[0].label, condition?.words ?? "", piece.label].filter { !$0.isEmpty }
      .joined(by: ", ")
  }
}
