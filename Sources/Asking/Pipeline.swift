import Answering
import Catalog
import Diagnostics
package import Output
package import Planner
package import QueryLanguage
import Results
package import SQLCompiler
package import Store

/// From a question to its answer. Start reading here.
package struct Pipeline {
  package private(set) var catalog: StoredCatalog
  package let database: Database
  /// User-defined names, made with `let`.
  package var definitions: [Definition] = []
  /// The line in somebody's own words that the next question was read from; `nil` where it was
  /// language.
  package var asked: String?
  /// The plans of what the last line in somebody's own words may mean.
  let plans = PlannedReadings()
  /// What was read for statements that are judged together; `nil` where one is judged alone.
  private(set) var memory: EvidenceMemory?

  package init(_ database: Database, _ definitions: [Definition] = []) {
    self.database = database
    self.definitions = definitions
    catalog = StoredCatalog(database)
  }

  /// The same for several statements over data that does not change meanwhile: evidence that more
  /// than one needs is read once.
  package var forSeveralStatements: Pipeline {
    var pipeline = self
    pipeline.memory = EvidenceMemory()
    return pipeline
  }

  /// What was typed, what is meant, and how it will be answered.
  package func plan(_ question: String) throws -> QueryPlan {
    try plan(parse(question))
  }

  /// Reads a question. Throws a `Diagnostic`, or the failure to read the catalog. Without
  /// `suggesting`, a mistake does not tell what may have been meant.
  package func parse(_ question: String, suggesting: Bool = true) throws -> Query {
    try reading { catalog in
      try offering(catalog) {
        try Query(
          parsing: question,
          catalog: catalog,
          definitions: definitions,
          suggesting: suggesting
        )
      }
    }
  }

  /// Resolves and plans a question, from the allowed tables only.
  package func plan(_ query: Query, allowed: AllowedTables = .all) throws -> QueryPlan {
    try reading { catalog in
      let resolved = try offering(catalog) { try query.resolved(against: catalog) }
      // What the planner offers instead, it has tried.
      return try QueryPlan(for: resolved, catalog: catalog, allowed: allowed)
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
        diagnostic.questions.filter {
          QueryPlan(trying: $0, definitions: definitions, catalog) != nil
        }
      )
    }
  }

  /// The SQL of a plan, with the meaning of its columns.
  package func compile(_ plan: QueryPlan) -> SQLStatement {
    SQLStatement(for: plan)
  }

  /// The SQL of a plan in a form that runs in another program that has the database open.
  package func shownSQL(_ plan: QueryPlan) -> String {
    let sql = SQLStatement.shown(for: plan, KeyNames(of: plan, catalog))
    return database.preamble(of: sql) + sql
  }

  /// Starts a read transaction, so that all statements until ``endStatement()`` see one state of
  /// the imported data, whatever others change meanwhile. `imports` is the path of their file.
  /// Returns whether the data differ from those before.
  package mutating func beginStatement(
    imports: String?,
    waiting: Waiting = Waiting()
  ) throws -> Bool {
    var isChanged = false
    if database.imports == nil, let imports {
      try database.attach(imports: imports, waiting: waiting)
      isChanged = true
    }
    if try database.beginReading() { isChanged = true }
    if isChanged { catalog = StoredCatalog(database) }
    return isChanged
  }

  package func endStatement() { database.endReading() }

  /// Runs a plan and writes the answer: the statement, its rows, and what must be said with them.
  ///
  /// Rows are written as they come; with `across`, when all have come.
  @discardableResult
  package func answer(
    _ plan: QueryPlan,
    as format: inout any OutputFormat,
    into sink: any ReplySink
  ) throws -> AnswerSummary {
    let ahead = SumsAhead()
    defer { database.dropSums(ahead) }
    let subject = try subject(of: plan, for: type(of: format))
    var rows = self.rows(of: plan, ahead)
    var output = OutputBuffer()
    let written =
      plan.query.isAcross
      ? try writeTurned(&rows, of: plan, subject, as: &format, &output)
      : try write(&rows, of: plan, subject, as: &format, &output, into: sink)
    let foot = try self.foot(of: written, plan, subject)
    try checkCatalog()
    format.end(foot, into: &output)
    try sink.write(&output)
    return AnswerSummary(rows: written.count, foot: foot)
  }

  /// What was asked, for a format that tells it.
  private func subject(
    of plan: QueryPlan,
    for format: any OutputFormat.Type
  ) throws(Diagnostic) -> AnswerSubject? {
    guard format.uses.contains(.subject) else { return nil }
    let sql = try format.dialect.map { dialect throws(Diagnostic) in
      try translatedSQL(plan, dialect)
    }
    var subject = AnswerSubject(of: plan, asked: asked, sql: sql ?? shownSQL(plan))
    if format.uses.contains(.definitions) { subject.definitions = plan.definitions }
    return subject
  }

  private func translatedSQL(
    _ plan: QueryPlan,
    _ dialect: SQLDialect
  ) throws(Diagnostic) -> String {
    let own = SQLStatement.shown(for: plan, KeyNames(of: plan, catalog))
    if let sql = TranslatedSQL(own, to: dialect) { return sql.text }
    throw Diagnostic(
      "not-translated",
      "the statement of this question is written for SQLite only",
      at: plan.query.query.columns[0].span,
      hint: "`| sql` shows it"
    )
  }

  /// The rows that SQL gives, as values.
  func rows(of plan: QueryPlan, _ ahead: SumsAhead) -> AnswerRows {
    let statement = SQLStatement(for: plan, ahead: ahead)
    return AnswerRows(plan, statement, catalog, ahead: ahead) { sql in
      try database.makeSums(ahead, readBy: sql)
      return try database.prepare(sql)
    }
  }

  /// What must be said with the rows.
  private func foot(
    of written: WrittenRows,
    _ plan: QueryPlan,
    _ subject: AnswerSubject?
  ) throws -> AnswerFoot {
    var foot = AnswerFoot(
      for: plan,
      findings: written.findings,
      total: written.total,
      side: try sideFigures(plan),
      catalog: catalog,
      beside: { try? otherCount($0) }
    )
    if let usual = try usualPlace(of: plan) { foot.notes.insert(usual, at: 0) }
    if let replaced = try replaced(by: plan) { foot.notes.insert(replaced, at: 0) }
    if subject != nil { foot.datasets = datasets(of: plan) }
    return foot
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

extension OutputFormat {
  /// The database for which it writes SQL; `nil` for the one that is asked here.
  fileprivate static var dialect: SQLDialect? {
    self == PostgresSQLFormat.self ? .postgres : self == DuckDBSQLFormat.self ? .duckdb : nil
  }
}
