import Answering
import Catalog
import Diagnostics
package import Output
package import Planner
package import QueryLanguage
package import Results
package import SQLCompiler
package import Store

/// From a question to its answer. Start reading here.
package struct Pipeline {
  package private(set) var catalog: StoredCatalog
  package let database: Database
  /// User-defined names, made with `let`.
  package var definitions: [Definition] = []

  package init(_ database: Database) {
    self.database = database
    catalog = StoredCatalog(database)
  }

  /// What was typed, what is meant, and how it will be answered.
  package func plan(_ question: String) throws -> QueryPlan {
    try plan(parse(question))
  }

  /// Reads a question. Throws a `Diagnostic`, or the failure to read the catalog.
  package func parse(_ question: String) throws -> Query {
    try reading { catalog in
      try offering(catalog) {
        try Query(parsing: question, catalog: catalog, definitions: definitions)
      }
    }
  }

  /// Resolves and plans a question, from the allowed tables only.
  package func plan(_ query: Query, allowed: AllowedTables = .all) throws -> QueryPlan {
    try reading { catalog in
      try offering(catalog) {
        try QueryPlan(for: query.resolved(against: catalog), catalog: catalog, allowed: allowed)
      }
    }
  }

  /// Runs something that may fail with suggested questions, and keeps only the suggestions that the
  /// data answer.
  private func offering<Value>(_ catalog: StoredCatalog, _ body: () throws -> Value) throws -> Value
  {
    do {
      return try body()
    } catch let diagnostic as Diagnostic where !diagnostic.questions.isEmpty {
      throw diagnostic.offering(
        diagnostic.questions.filter { question in
          guard
            let query = try? Query(
              parsing: question,
              catalog: catalog,
              definitions: definitions
            ),
            let resolved = try? query.resolved(against: catalog)
          else { return false }
          return (try? QueryPlan(for: resolved, catalog: catalog)) != nil
        }
      )
    }
  }

  /// The question that a line of speech probably means, when the data answer it.
  func rereading(_ line: String) -> String? {
    let question = Rereading.question(in: line, catalog: catalog, definitions: definitions)
    guard let text = question ?? (try? parse(line)).map({ _ in line }) else { return nil }
    return (try? plan(text)) == nil ? nil : text
  }

  /// The SQL of a plan, with the meaning of its columns.
  package func compile(_ plan: QueryPlan) -> SQLStatement {
    SQLStatement(for: plan)
  }

  /// The SQL of a plan in a form that runs in another program that has the database open.
  func shownSQL(_ plan: QueryPlan) -> String {
    let sql = compile(plan).sql + ";"
    return database.preamble(of: sql) + sql
  }

  /// Starts a read transaction, so that all statements until ``endStatement()`` see one state of
  /// the imported data, whatever others change meanwhile. `imports` is the path of their file.
  /// Returns whether the data differ from those before.
  mutating func beginStatement(imports: String?) throws -> Bool {
    var isChanged = false
    if database.imports == nil, let imports {
      try database.attach(imports: imports)
      isChanged = true
    }
    do throws(DatabaseError) {
      if try database.beginReading() { isChanged = true }
    } catch {
      database.endReading()
      throw error
    }
    if isChanged { catalog = StoredCatalog(database) }
    return isChanged
  }

  func endStatement() { database.endReading() }

  /// What was said in an answer beside its figures.
  package struct Told {
    /// Number of rows.
    package let rows: Int
    package let foot: AnswerFoot
  }

  /// Runs a plan and writes the answer, row by row as rows come; with `across`, when all have come.
  @discardableResult
  package func answer(
    _ plan: QueryPlan,
    as format: inout any OutputFormat,
    into sink: any ReplySink
  ) throws -> Told {
    let ahead = SumsAhead()
    let statement = SQLStatement(for: plan, ahead: ahead)
    let subject =
      type(of: format).tellsSubject ? AnswerSubject(of: plan, sql: shownSQL(plan)) : nil
    defer { database.dropSums(ahead) }
    var rows = AnswerRows(plan, statement, catalog, ahead: ahead) { sql in
      try database.makeSums(ahead, readBy: sql)
      return try database.prepare(sql)
    }
    var pivot =
      plan.query.isAcross ? Pivot(plan, isDrawn: type(of: format).showsDrawings, catalog) : nil
    var window = WindowedRows(plan.query)
    var output = OutputBuffer()
    var row = AnswerRow(cells: [])
    var total: Int?
    var count = 0

    if pivot == nil { format.begin(AnswerHead(for: plan, subject), into: &output) }
    let copier = pivot == nil ? RowCopier(format) : nil
    while try type(of: format).writesRows && rows.step() {
      if let copier, let placed = rows.readAsPlaces() {
        copier.write(placed, into: &output)
      } else {
        rows.read(into: &row)
        guard window.keeps(row) else { continue }
        total = row.wholeNumber
        if pivot != nil {
          pivot?.add(row)
        } else {
          format.row(row, into: &output)
        }
      }
      count += 1
      if output.bytes.count >= Self.bufferSize { try sink.write(&output) }
    }
    var met = rows.met
    if let pivot {
      format.begin(AnswerHead(columns: pivot.head.columns, subject: subject), into: &output)
      for row in pivot.rows { format.row(row, into: &output) }
      met.note(pivot.absences)
    }
    var foot = AnswerFoot(
      for: plan,
      met: met,
      total: total,
      side: try sideFigures(plan),
      catalog: catalog
    )
    if subject != nil { foot.datasets = datasets(of: plan) }
    try checkCatalog()
    format.end(foot, into: &output)
    try sink.write(&output)
    return Told(rows: pivot?.rows.count ?? count, foot: foot)
  }

  /// The ids of the tables that answer, in the order of the columns.
  private func datasets(of plan: QueryPlan) -> [String] {
    let keys = catalog.datasetKeys()
    let used = plan.figures.flatMap { $0.segments.map(\.candidate.dataset) }
    var names: [String] = []
    for dataset in used {
      let base = dataset.rollupOf == 0 ? dataset.id : dataset.rollupOf
      if let name = keys[base], !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// Large enough that writing costs nothing, small enough to stay in the cache.
  private static let bufferSize = 65_536

  // MARK: Sums beside the answer

  func sideFigures(_ plan: QueryPlan) throws -> SideFigures {
    SideFigures(
      seams: try plan.seams.map { try sums(of: $0, plan) },
      edges: try plan.edges.map { edge in
        try sum(plan.figures[edge.figure], edge.candidate, edge.month.days)
      },
      rest: try UnrankedRest.all(plan, catalog).map { ($0, try sum($0)) }
    )
  }

  /// What a ranking leaves out; 0 where no table has a row of it.
  private func sum(_ rest: UnrankedRest) throws -> Int? {
    guard let figure = rest.figure else { return nil }
    return try rest.parts.reduce(0) { try $0 + (sum(figure, $1.candidate, $1.days) ?? 0) }
  }

  private func sums(of seam: Seam, _ plan: QueryPlan) throws -> SeamSums {
    let figure = plan.figures[seam.figure]
    guard let days = seam.days else {
      return SeamSums(earlier: nil, later: nil, following: nil, values: [])
    }
    return SeamSums(
      earlier: try sum(figure, seam.earlier, days),
      later: try sum(figure, seam.later, days),
      following: try seam.following.flatMap { try sum(figure, seam.later, $0) },
      values: try seam.key.map { try values(of: seam, days, figure, plan.query, $0) } ?? []
    )
  }

  /// The sums of each value that both sides of a seam have.
  private func values(
    of seam: Seam,
    _ days: DayRange,
    _ figure: FigurePlan,
    _ query: ResolvedQuery,
    _ place: Int
  ) throws -> [SeamSums.Value] {
    let key = query.keys.filter { $0.dimension != nil }[place]
    let sides = try [seam.earlier, seam.later].map { candidate in
      let sum = SideSum(of: figure, in: candidate, days, by: key, at: place)
      let rows = try database.prepare(sum.sql)
      var known: [Int: Int] = [:]
      while try rows.step() {
        let (quotient, remainder) = rows.integer(at: 1).quotientAndRemainder(dividingBy: sum.scale)
        if remainder == 0, !rows.isNull(at: 1) { known[rows.integer(at: 0)] = quotient }
      }
      return known
    }
    return sides[0].compactMap { id, earlier in
      guard let later = sides[1][id], let member = catalog.member(id), member.rest == .none else {
        return nil
      }
      return SeamSums.Value(name: member.name, earlier: earlier, later: later)
    }
  }

  /// The sum of a figure in one dataset; `nil` when there is none or it is not a whole number.
  private func sum(
    _ figure: FigurePlan,
    _ candidate: Candidate,
    _ days: DayRange
  ) throws -> Int? {
    let sum = SideSum(of: figure, in: candidate, days)
    let row = try database.prepare(sum.sql)
    guard try row.step(), !row.isNull(at: 0) else { return nil }
    let (quotient, remainder) = row.integer(at: 0).quotientAndRemainder(dividingBy: sum.scale)
    return remainder == 0 ? quotient : nil
  }

  // MARK: The catalog's failures

  /// Runs something with the catalog. A failure to read is thrown as such, and not as the mistake
  /// that it makes the question appear to have.
  package func reading<Value>(_ body: (StoredCatalog) throws -> Value) throws -> Value {
    do {
      let value = try body(catalog)
      try checkCatalog()
      return value
    } catch {
      throw catalog.failure ?? error
    }
  }

  private func checkCatalog() throws {
    if let failure = catalog.failure { throw failure }
  }
}

/// Writes the rows of a long answer that do not have to be read, in a format whose rows can be
/// assembled from encoded pieces.
private final class RowCopier {
  private let format: any CellwiseFormat
  private var encoder: RowEncoder?

  init?(_ format: any OutputFormat) {
    guard let format = format.cellwise else { return nil }
    self.format = format
  }

  func write(_ row: OrderedRows, into output: inout OutputBuffer) {
    if encoder == nil { encoder = RowEncoder(format, row) }
    encoder?.write(row, into: &output)
  }
}

extension AnswerRow {
  /// The last figure of the row, when it is a whole number.
  fileprivate var wholeNumber: Int? {
    guard case .number(.integer(let number), _)? = cells.last else { return nil }
    return number
  }
}
