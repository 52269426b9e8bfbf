import Asking
import Catalog
import Describing
import Diagnostics
import Output
import Planner
import QueryLanguage
import Results
import SQLCompiler
import Store

/// `explain removals by fy` — every table that was considered and what became of it, the rows read,
/// and the SQL, which runs unchanged in `sqlite3` on the same file.
enum ExplainStatement: SessionStatement {
  static let keyword = "explain"
  static let synopsis = "explain [all] QUESTION, explain check …"
  static let summary = "which tables answer a question and why, the rows read, and the SQL"
  static let example = "explain removals by fy since 2010"
  static let topics: [(String, String)] = []

  static func run(_ words: StatementWords, in session: inout Session) throws {
    let isWhole = words.first?.text.lowercased() == "all" && words.words.count > 1
    let words = isWhole ? words.dropFirst() : words
    guard let first = words.first else {
      throw Diagnostic(
        "no-question",
        "expected a question to explain",
        at: words.span,
        hint: "such as `\(example)`"
      )
    }
    let (asked, delivery) = try words.delivery
    let start = first.span.start
    let whole = Array(words.source.utf8)
    let question = String(decoding: whole[start..<max(start, asked.span.end)], as: UTF8.self)
    do {
      if first.text.lowercased() == Check.keyword {
        let check = try session.pipeline.parseCheck(question)
        let plan = try session.pipeline.plan(check.settlingSince)
        let page =
          session.takesRows(delivery)
          ? ReadPage.rows(try rows(of: plan.plan, session))
          : .text(try self.page(on: plan, isWhole: isWhole, session))
        try session.deliver(page, delivery, at: words.span)
      } else {
        let plan = try session.pipeline.plan(question)
        session.lastQuestion = question
        let page =
          session.takesRows(delivery)
          ? ReadPage.rows(try rows(of: plan, session))
          : .text(try self.page(on: plan, isWhole: isWhole, session))
        try session.deliver(page, delivery, at: words.span)
      }
    } catch let diagnostic as Diagnostic {
      throw diagnostic.moved(by: start)
    }
  }

  private static func page(
    on plan: QueryPlan,
    isWhole: Bool,
    _ session: Session
  ) throws -> String {
    let turned = plan.query.isAcross ? ["rows of the SQL; `across` turns them to columns"] : []
    return
      (try tables(of: plan, isWhole: isWhole, session) + turned + [session.pipeline.shownSQL(plan)])
      .joined(by: "\n\n")
  }

  /// For a statement, the tables of all its periods, and the rows read for each.
  private static func page(
    on plan: CheckPlan,
    isWhole: Bool,
    _ session: Session
  ) throws -> String {
    var statements: [String] = []
    for figure in plan.plan.figures {
      for segment in figure.segments {
        let sql = EvidenceSQL(of: figure, in: segment).sql + ";"
        if !statements.contains(sql) { statements.append(sql) }
      }
    }
    return (try tables(of: plan.plan, isWhole: isWhole, session) + statements).joined(by: "\n\n")
  }

  /// Which tables were considered, and how many rows are read.
  private static func tables(
    of plan: QueryPlan,
    isWhole: Bool,
    _ session: Session
  ) throws -> [String] {
    let pipeline = session.pipeline
    let tables = try pipeline.reading { catalog in
      let names = TableNames(catalog)
      return Explanation.all(of: plan, catalog: catalog).map {
        ExplanationPage($0, names, catalog, width: session.style.textWidth, isWhole: isWhole).text
      }
    }
    let rows = try RowCounts.statements(for: plan).reduce(0) { count, sql in
      let statement = try pipeline.database.prepare(sql)
      return try count + (statement.step() ? statement.integer(at: 0) : 0)
    }
    return unique(tables) + ["rows read: \(grouped(rows))"]
  }

  /// Which tables were considered and what became of each, a row each.
  private static func rows(of plan: QueryPlan, _ session: Session) throws -> Listing {
    try session.pipeline.reading { catalog in
      let names = TableNames(catalog)
      let rows = Explanation.all(of: plan, catalog: catalog).flatMap {
        ExplanationPage($0, names, catalog, width: nil, isWhole: true).rows
      }
      return Listing(["figure", "table", "outcome"], rows)
    }
  }

  /// Parts of one expression often have the same explanation.
  private static func unique(_ pages: [String]) -> [String] {
    var seen: [String] = []
    for page in pages where !seen.contains(page) { seen.append(page) }
    return seen
  }

  // MARK: Completion

  /// A question, or a statement that is checked.
  static func offer(
    for typed: String,
    after: Int,
    in completion: SessionCompletion
  ) -> QueryCompletion.Offer {
    let words = TypedWords(typed, after: after)
    if words.partial.lowercased().hasPrefix("check ") {
      return CheckStatement.offer(
        for: typed,
        after: words.start + "check ".utf8.count,
        in: completion
      )
    }
    let asked = completion.question(typed, after: after)
    let check = words.offer([
      QueryCompletion.Item(text: CheckStatement.keyword, note: CheckStatement.summary)
    ])
    return asked.start == words.start || asked.items.isEmpty
      ? QueryCompletion.Offer(start: words.start, items: asked.items + check.items) : asked
  }
}
