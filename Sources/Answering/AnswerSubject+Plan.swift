import Catalog
package import Planner
import QueryLanguage
package import Results

extension AnswerSubject {
  /// `sql` runs unchanged.
  package init(of plan: QueryPlan, asked: String?, sql: String) {
    self.init(
      asked: asked,
      question: plan.query.query.asTyped,
      title: Title(plan).text,
      sql: sql,
      version: programVersion
    )
  }
}

extension QueryPlan {
  /// What each measure of the columns counts, in their order.
  package var definitions: [MeasureDefinition] {
    var seen: Set<Int> = []
    return query.columns.filter(\.isShown).flatMap(\.measures).compactMap { measure in
      guard seen.insert(measure.id).inserted else { return nil }
      return MeasureDefinition(
        name: measure.name,
        unit: measure.unit,
        text: measure.definition,
        caveat: measure.caveat
      )
    }
  }
}

extension Query {
  /// The question in its canonical form, without its format and file.
  fileprivate var asTyped: String {
    var question = self
    question.delivery = Delivery()
    return question.spelling
  }
}

/// What an answer is about, as a headline:
/// `Encounters by citizenship, 5 largest, southwest, FY2023`.
private struct Title {
  private let plan: QueryPlan
  private var query: ResolvedQuery { plan.query }

  init(_ plan: QueryPlan) {
    self.plan = plan
  }

  var text: String {
    let about = [counted + brokenDown, ranked, filtered, period].filter { !$0.isEmpty }
    return about.joined(by: ", ").capitalizingFirst
  }

  private var counted: String {
    list(query.columns.filter(\.isShown).map(\.label))
  }

  private var brokenDown: String {
    let keys = query.keys.map { $0.timeUnit?.name ?? $0.name }
    return keys.isEmpty ? "" : " by " + list(keys)
  }

  private var ranked: String {
    guard let top = query.query.clauses.lazy.compactMap({ $0 as? TopClause }).first else {
      return ""
    }
    return "\(top.count) \(top.isTop ? "largest" : "smallest")"
  }

  /// The conditions as they were typed, values by their names.
  private var filtered: String {
    query.query.clauses.compactMap { clause in
      switch clause {
      case let values as ForClause: values.spelling.droppingFirstWord
      case let condition as WhereClause: "where " + condition.spelling.droppingFirstWord
      default: nil
      }
    }.joined(by: ", ")
  }

  /// From the first to the last period of the rows; for one row, its days.
  private var period: String {
    let rows = plan.pieces.filter { !$0.isContext }
    if let first = rows.first?.period, let last = rows.last?.period {
      return first == last ? first.label : "\(first.label) – \(last.label)"
    }
    if rows.count == 1 { return rows[0].label }
    return plan.main.heldDays.map { shortDates(of: $0) } ?? ""
  }

  private func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension String {
  fileprivate var droppingFirstWord: String {
    firstIndex(of: " ").map { String(self[index(after: $0)...]) } ?? self
  }
}
