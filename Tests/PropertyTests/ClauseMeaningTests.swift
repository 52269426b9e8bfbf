import Asking
import Planner
import QueryLanguage
import SQLCompiler
import Testing

@Suite("Every clause means something")
struct ClauseMeaningTests {
  @Test("its step gives something else without it", arguments: keywords)
  func changesItsStep(_ keyword: String) throws {
    let clause = try #require(Clauses.clause(startingWith: keyword))
    let query = try Shipped.shared.get().query(clause.example)
    #expect(
      try result(of: clause.step, query) != result(of: clause.step, query.without(clause)),
      """
      \(clause): `\(clause.example)` gives the same \(clause.step) without `\(keyword)`: \
      that step does not read what `resolve` fills
      """
    )
  }

  @Test("its example is answered another way without it", arguments: keywords)
  func changesTheAnswer(_ keyword: String) throws {
    let clause = try #require(Clauses.clause(startingWith: keyword))
    let query = try Shipped.shared.get().query(clause.example)
    #expect(
      try result(of: .answer, query) != result(of: .answer, query.without(clause)),
      """
      \(clause): `\(clause.example)` is answered the same without `\(keyword)`: \
      no step reads what `resolve` fills
      """
    )
  }

  @Test("every step is that of a clause", arguments: ClauseStep.allCases)
  func everyStepIsUsed(_ step: ClauseStep) {
    #expect(Clauses.all.contains { $0.step == step })
  }

  private static let keywords = Clauses.all.map { $0.keywords[0] }

  /// What a step makes of a question, or why there is nothing.
  private func result(of step: ClauseStep, _ query: Query) throws -> String {
    let shipped = try Shipped.shared.get()
    do {
      let plan = try shipped.pipeline.plan(query)
      return switch step {
      case .plan: "\(plan.main) \(plan.references)"
      case .sql: SQLStatement(for: plan).sql
      case .answer: try shipped.json(plan)
      }
    } catch {
      return "\(error)"
    }
  }
}

extension Query {
  /// The same without a clause.
  fileprivate func without(_ clause: any Clause.Type) -> Query {
    var query = self
    query.clauses.removeAll { type(of: $0) == clause }
    for index in query.columns.indices where clause == AsClause.self {
      query.columns[index].label = nil
    }
    return query
  }
}
