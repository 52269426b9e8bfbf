import Catalog
package import Planner
import QueryLanguage
package import Results

extension AnswerHead {
  /// The columns of a plan's answer.
  package init(for plan: QueryPlan) {
    let keys = plan.query.keys.map { key in
      switch key {
      case .time(let unit):
        AnswerColumn(key: unit.keyword, label: unit.keyword, kind: .time(unit))
      case .dimension(let dimension):
        AnswerColumn(key: dimension.key, label: dimension.name, kind: .dimension)
      }
    }
    let values = plan.query.columns.map {
      AnswerColumn(key: $0.key, label: $0.label, kind: .figure(unit: $0.unit))
    }
    self.init(columns: keys + values)
  }
}
