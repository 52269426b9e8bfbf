import Asking
import Catalog
import Planner
import QueryLanguage
import Results

/// A question of the prompt that was answered.
struct Answered {
  /// As it was typed.
  let question: String
  let query: ResolvedQuery
  /// Number of rows.
  let rows: Int
  let hasPartialRows: Bool
  let isChart: Bool

  init(_ question: String, _ plan: QueryPlan, _ summary: AnswerSummary, isChart: Bool) {
    self.question = question
    query = plan.query
    rows = summary.rows
    hasPartialRows = summary.foot.notes.contains { $0.kind == .partial }
    self.isChart = isChart
  }

  var isByYearAlone: Bool {
    query.keys.count == 1 && query.keys.contains { $0.isYear }
  }

  var endsWithDimension: Bool { query.keys.last?.isDimension ?? false }

  var hasExtras: Bool { query.query.clauses.contains { $0 is WithClause } }

  /// The measure, where there is one only.
  var measure: Measure? {
    query.figures.count == 1 ? query.figures[0].measure : nil
  }
}
