package import Catalog
package import Planner
import QueryLanguage

extension SQLStatement {
  /// Writes a plan as SQL, clause under clause, so that it is pleasant to read.
  ///
  /// Each figure is summed in its datasets, and the sums are joined on the keys: the rows. Where
  /// something is computed over several rows, that follows in steps of its own: rows that sum up others,
  /// the values of the columns, windows over them. The last SELECT names the values and puts the rows
  /// in order.
  ///
  /// With `ahead` it is for this program alone: what that takes up must be made before it runs.
  package init(for plan: QueryPlan, ahead: SumsAhead? = nil) {
    let compiler = PlanSQL(plan, ahead: ahead)
    sql = compiler.statement.sql
    columns = compiler.final.meanings
  }
}

extension CodedStatement {
  /// Of a plan over tables so long that it pays; `nil` for others.
  package init?(for plan: QueryPlan, _ catalog: any CatalogReader, ahead: SumsAhead? = nil) {
    guard !Steps(plan).sizedKeys.isEmpty, plan.query.limit == nil,
      !plan.query.keys.contains(.administration), plan.factCount >= Self.leastFacts
    else { return nil }
    let compiler = PlanSQL(plan, isCoded: true, ahead: ahead)
    guard let part = compiler.main.onlyPart, let figure = compiler.final.sizingFigure else {
      return nil
    }
    isByPeriod = plan.query.keys[0].isTime && part.isAsStored
    statement = SQLStatement(
      sql: compiler.statement(of: compiler.rows, compiler.final.coded(isByPeriod: isByPeriod)).sql,
      columns: compiler.final.meanings
    )
    var sizes: [String?] = []
    for (index, key) in plan.query.keys.enumerated() {
      guard key.dimension != nil else {
        sizes.append(nil)
        continue
      }
      guard let size = part.sizes(of: index, figure, catalog) else { return nil }
      sizes.append(size.sql)
    }
    self.sizes = sizes
  }

  /// Below this an answer is there sooner than its members could be looked up.
  private static let leastFacts = 4_000
}

extension QueryPlan {
  /// The number of facts in the tables that answer.
  fileprivate var factCount: Int {
    Set(figures.flatMap(\.segments).map(\.candidate.dataset)).map(\.size).reduce(0, +)
  }
}

/// Writes one plan.
private struct PlanSQL {
  let plan: QueryPlan
  let steps: Steps
  let main: FrameSQL
  let references: [ReferenceSQL]
  let final: FinalSQL

  /// `isCoded` leaves out what only names and order need.
  init(_ plan: QueryPlan, isCoded: Bool = false, ahead: SumsAhead? = nil) {
    self.plan = plan
    let steps = Steps(plan)
    self.steps = steps
    var needs = steps.needs(of: plan.main, hasOwnColumns: true)
    needs.groups = !isCoded && !steps.sizedKeys.isEmpty
    needs.ahead = ahead
    let main = FrameSQL(plan, plan.main, needs: needs)
    self.main = main
    references = plan.references.map { ReferenceSQL(plan, $0, steps, ahead) }
    final = FinalSQL(plan, steps, main, ValuesSQL(plan, steps, main, references))
  }

  /// Everything up to the rows.
  var rows: [SQLFragment] {
    var tables = main.sums + references.flatMap(\.frame.sums)
    if steps.hasGroups { tables.append(groups) }
    return tables + main.rowTables + references.flatMap(\.frame.rowTables)
  }

  var statement: SQLFragment {
    var tables = rows
    if plan.query.ranking != nil { tables.append(RankingSQL(plan, main).table) }
    if let columns = AcrossSQL(plan, main)?.table { tables.append(columns) }
    if steps.hasSummaries {
      let summaries = SummarySQL(plan, steps)
      tables.append(summaries.table(of: main))
      tables += references.filter(\.isOnePieceARow).map { summaries.table(of: $0.frame) }
    }
    if steps.isStaged { tables += final.values.tables }
    tables += final.sizeTables
    return statement(of: tables, final.select)
  }

  func statement(of tables: [SQLFragment], _ select: SQLFragment) -> SQLFragment {
    """
    WITH \(tables.joined(separator: ",\n"))
    \(select)
    """
  }

  /// Every combination of values that has a figure somewhere.
  private var groups: SQLFragment {
    let found = (main.combinations + references.flatMap(\.frame.combinations))
      .joined(separator: "\nUNION\n")
    return "\"groups\" AS (\n\(found.indented)\n)"
  }
}

/// Which steps an answer takes beyond sums and rows.
struct Steps {
  let query: ResolvedQuery
  /// Whether some column is computed over several rows, or judged.
  let isStaged: Bool
  /// Whether rows are compared in time, and so need a place in it.
  let hasPlaces: Bool
  /// Whether every combination has a row in every period.
  let hasGrid: Bool
  /// Whether rows that sum up others are added.
  let hasSummaries: Bool
  private let perColumns: [PeriodsTable.Column]

  init(_ plan: QueryPlan) {
    let query = plan.query
    self.query = query
    let comparesTime = query.extras.columns.contains(where: \.needsTime) || !plan.references.isEmpty
    hasSummaries = query.extras.total != nil || query.extras.others != nil
    hasPlaces = comparesTime
    hasGrid = comparesTime || !query.folds.isEmpty
    isStaged =
      hasGrid || hasSummaries || query.isAcross || !query.extras.columns.isEmpty || query.per != nil
      || !query.tests.isEmpty
    perColumns = query.per.map { PerSQL.columns($0.unit, plan, plan.main) } ?? []
  }

  /// The dimensions whose values are ordered by sums of their own over all rows, where the rows of the answer are those
  /// of its figures in the default order. A window over all rows would give the same, and takes half as long again; but
  /// what is left of the rows only the last SELECT knows where it drops some.
  var sizedKeys: [ResolvedQuery.Key] {
    let keepsAllRows =
      !isStaged && query.ranking == nil && !query.keys.contains(.source) && query.order.isEmpty
    guard keepsAllRows, query.keys.count > 1 else { return [] }
    return query.keys.filter { $0.dimension != nil }
  }

  var hasGroups: Bool { hasGrid && query.keys.contains { !$0.isTime } }

  func needs(of frame: Frame, hasOwnColumns: Bool) -> FrameSQL.Needs {
    FrameSQL.Needs(
      place: hasPlaces,
      grid: hasGrid,
      expected: isStaged,
      columns: hasOwnColumns ? perColumns : []
    )
  }
}

/// The rows that the rows of the answer are compared with.
struct ReferenceSQL {
  let reference: Reference
  let frame: FrameSQL

  init(_ plan: QueryPlan, _ reference: Reference, _ steps: Steps, _ ahead: SumsAhead?) {
    self.reference = reference
    var needs = steps.needs(of: reference.frame, hasOwnColumns: false)
    needs.ahead = ahead
    if let per = plan.query.per {
      needs.columns = PerSQL.columns(per.unit, plan, reference.frame)
    }
    frame = FrameSQL(plan, reference.frame, suffix: reference.kind.suffix, needs: needs)
  }

  /// Whether each row has a period of its own to be compared with.
  var isOnePieceARow: Bool {
    switch reference.kind {
    case .yearBefore, .versus: true
    case .index: false
    }
  }
}

extension Reference.Kind {
  /// What the names of its tables and columns end in.
  var suffix: String {
    switch self {
    case .yearBefore: " a year before"
    case .versus: " then"
    case .index: " base"
    }
  }
}
