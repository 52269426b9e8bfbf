import Asking
import Planner
import QueryLanguage
import Testing

@Suite("Every clause means something")
struct ClauseMeaningTests {
  @Test("its example is answered another way without it", arguments: keywords)
  func changesTheAnswer(_ keyword: String) throws {
    let clause = try #require(Clauses.clause(startingWith: keyword))
    let query = try Shipped.shared.get().query(clause.example)
    var without = query
    without.clauses.removeAll { type(of: $0) == clause }
    for index in without.columns.indices where clause == AsClause.self {
      without.columns[index].label = nil
    }
    #expect(
      try answer(query) != answer(without),
      """
      \(clause): `\(clause.example)` is answered the same without `\(keyword)`: \
      no step reads what `resolve` fills
      """
    )
  }

  private static let keywords = Clauses.all.map { $0.keywords[0] }

  /// The answer, or why there is none.
  private func answer(_ query: Query) throws -> String {
    let shipped = try Shipped.shared.get()
    do {
      return try shipped.json(shipped.pipeline.plan(query))
    } catch {
      return "\(error)"
    }
  }
}
