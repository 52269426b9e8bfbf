import Asking
import Catalog
import Importing
import QueryLanguage
import Store

/// What the question says of a table in a data package that is its answer: what holds for all rows,
/// and the period where no column gives it.
struct QuestionOfTable {
  /// As `--scope` has it.
  private(set) var scope: [ImportRequest.Assignment] = []
  /// Whether the rows are chosen in a way that no scope can say.
  private(set) var isPartial = false
  private let fields: [String]

  init(_ question: String, fields: [String], _ pipeline: Pipeline) throws {
    self.fields = fields
    let query = try pipeline.parse(question).resolved(against: pipeline.catalog)
    isPartial =
      query.ranking != nil || !query.tests.isEmpty
      || query.query.clauses.contains { $0 is LimitClause }
    for condition in query.condition?.conjuncts ?? [] { take(condition, pipeline.catalog) }
    guard !fields.contains(where: ["fy", "cy", "month", "date"].contains) else { return }
    guard let days = query.days?.hull, let period = Self.period(of: days) else { return }
    scope.append(period)
  }

  private mutating func take(_ condition: Condition, _ catalog: any CatalogReader) {
    guard case .test(let test) = condition, !test.isExcluded, let id = test.members.only,
      let member = catalog.member(id)
    else {
      isPartial = true
      return
    }
    // What holds for all rows may be in each of them, too.
    guard !fields.contains(test.dimension.key) else { return }
    scope.append(.init(name: test.dimension.name, column: member.name))
  }

  /// The one period that some days are: `fy=2023`.
  private static func period(of days: DayRange) -> ImportRequest.Assignment? {
    let units: [(TimeUnit, String)] = [
      (.fiscalYear, "fy"), (.calendarYear, "cy"), (.month, "month"), (.day, "date"),
    ]
    for (unit, name) in units {
      let period = Period(unit, containing: days.first)
      if period.days == days { return .init(name: name, column: period.exported) }
    }
    return nil
  }
}
