package import Catalog
package import Planner
import QueryLanguage

extension SQLStatement {
  /// Writes a plan as SQL, clause under clause, so that it is pleasant to read.
  ///
  /// Each figure is summed in its datasets, and the sums are joined on the keys: the rows. Where
  /// something is computed over several rows, that follows in further steps: rows that sum up
  /// others, the values of the columns, windows over them. The last SELECT names the values and
  /// puts the rows in order.
  ///
  /// With `ahead` the statement only runs in this program: the sums collected there must be made
  /// before it runs.
  package init(for plan: QueryPlan, ahead: SumsAhead? = nil) {
    let compiler = PlanSQL(plan, ahead: ahead)
    sql = compiler.statement.sql
    columns = compiler.final.meanings
  }

  /// The statement for those who run it themselves: its first columns are what an answer exports.
  package static func shown(for plan: QueryPlan, _ names: KeyNames) -> String {
    PlanSQL(plan, names: names).statement.sql + ";"
  }
}

extension CodedStatement {
  /// For a plan over tables long enough that it pays; `nil` for others.
  package init?(for plan: QueryPlan, _ catalog: any CatalogReader, ahead: SumsAhead? = nil) {
    guard !Steps(plan).sizedKeys.isEmpty, plan.query.showsAllRows,
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

  /// With fewer facts, the answer is ready sooner than its members could be looked up.
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

  /// `isCoded` leaves out what only names and order need; with `names`, periods and sources have
  /// them.
  init(
    _ plan: QueryPlan,
    isCoded: Bool = false,
    ahead: SumsAhead? = nil,
    names: KeyNames? = nil
  ) {
    self.plan = plan
    let steps = Steps(plan)
    self.steps = steps
    var needs = steps.needs(of: plan.main, hasOwnColumns: true)
    needs.groups = !isCoded && !steps.sizedKeys.isEmpty
    needs.ahead = ahead
    let main = FrameSQL(plan, plan.main, needs: needs)
    self.main = main
    references = plan.references.map { ReferenceSQL(plan, $0, steps, ahead) }
    final = FinalSQL(plan, steps, main, ValuesSQL(plan, steps, main, references), names)
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

extension Reference.Kind {
  /// The suffix of the names of its tables and columns.
  var suffix: String {
    switch self {
    case .yearBefore: " a year before"
    case .versus: " then"
    case .index: " base"
    }
  }
}
