import Answering
import Catalog
import Diagnostics
import Output
import Planner
import QueryLanguage
import Results
import SQLCompiler
import Store

/// `explain removals by fy` — every table that was considered and what became of it, the rows read, and
/// the SQL, which runs as it stands in `sqlite3` on the same file.
enum ExplainStatement: SessionStatement {
  static let keyword = "explain"
  static let synopsis = "explain QUESTION, explain check …"
  static let summary = "which tables answer a question and why, the rows read, and the SQL"
  static let example = "explain removals by fy since 2010"
  static let topics: [(String, String)] = []

  static func run(_ words: StatementWords, in session: inout Session) throws {
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
    let question = String(decoding: whole[start..<max(start, asked.end)], as: UTF8.self)
    do {
      let page: String
      if first.text.lowercased() == CheckStatement.keyword {
        let check = try session.pipeline.parseCheck(question)
        page = try self.page(on: session.pipeline.plan(check.settlingSince), session)
      } else {
        let plan = try session.pipeline.plan(question)
        session.lastQuestion = question
        page = try self.page(on: plan, session)
      }
      try session.say(page, delivery)
    } catch let diagnostic as Diagnostic {
      throw diagnostic.moved(by: start)
    }
  }

  private static func page(on plan: QueryPlan, _ session: Session) throws -> String {
    let turned = plan.query.isAcross ? ["rows of the SQL; `across` turns them to columns"] : []
    return (try tables(of: plan, session) + turned + [session.pipeline.shownSQL(plan)])
      .joined(by: "\n\n")
  }

  /// Of a statement, the tables of all its periods, and what is read of each.
  private static func page(on plan: CheckPlan, _ session: Session) throws -> String {
    var statements: [String] = []
    for figure in plan.plan.figures {
      for segment in figure.segments {
        let sql = EvidenceSQL(of: figure, in: segment).sql + ";"
        if !statements.contains(sql) { statements.append(sql) }
      }
    }
    return (try tables(of: plan.plan, session) + statements).joined(by: "\n\n")
  }

  /// Which tables were considered, and how many rows are read.
  private static func tables(of plan: QueryPlan, _ session: Session) throws -> [String] {
    let pipeline = session.pipeline
    let tables = try pipeline.reading { catalog in
      let names = TableNames(catalog)
      return Explanation.all(of: plan, catalog: catalog).map {
        ExplanationPage($0, names, catalog, width: session.style.textWidth).text
      }
    }
    let rows = try RowCounts.statements(for: plan).reduce(0) { count, sql in
      let statement = try pipeline.database.prepare(sql)
      return try count + (statement.step() ? statement.integer(at: 0) : 0)
    }
    return unique(tables) + ["rows read: \(grouped(rows))"]
  }

  /// Parts of one expression often have the same story.
  private static func unique(_ pages: [String]) -> [String] {
    var seen: [String] = []
    for page in pages where !seen.contains(page) { seen.append(page) }
    return seen
  }
}

/// What tables are called.
struct TableNames {
  private let keys: [Int: String]

  init(_ catalog: StoredCatalog) {
    keys = catalog.datasetKeys()
  }

  func name(of dataset: Dataset) -> String { keys[dataset.id] ?? "" }
}

/// The tables of one figure, a line each.
private struct ExplanationPage {
  private let explanation: Explanation
  private let names: TableNames
  private let catalog: StoredCatalog
  private let width: Int?

  init(_ explanation: Explanation, _ names: TableNames, _ catalog: StoredCatalog, width: Int?) {
    self.explanation = explanation
    self.names = names
    self.catalog = catalog
    self.width = width
  }

  var text: String {
    let lines = explanation.considered.flatMap { considered in
      wrapped(
        "\(names.name(of: considered.dataset)): \(words(considered.verdict))",
        toWidth: width,
        indent: 2
      )
    }
    let left = explanation.superseded
    let superseded =
      left == 0
      ? []
      : wrapped(
        "\(left) superseded: used by `as of` and `by source` only",
        toWidth: width,
        indent: 2
      )
    return ([explanation.label] + lines + superseded).joined(by: "\n")
  }

  private func words(_ verdict: Explanation.Verdict) -> String {
    switch verdict {
    case .chosen(let days): "answers \(days.ranges.map(shortDates).joined(by: ", "))"
    case .lost(let reason, let rival): words(reason, rival)
    case .misfit(let misfit): words(misfit)
    case .otherTime: "its periods do not make up those of the rows"
    }
  }

  private func words(_ reason: Explanation.Reason, _ rival: Dataset?) -> String {
    let other = rival.map { "`\(names.name(of: $0))`" } ?? "the other"
    return switch reason {
    case .outside(let held):
      "holds nothing of the period" + (held.map { "; held: \(shortDates(of: $0))" } ?? "")
    case .incomplete: "does not add up to the whole, as \(other) does"
    case .withheld: "sums over withheld cells, as \(other) does not"
    case .superseded: "superseded, and \(other) is not"
    case .older: "older than \(other), or reaches less far"
    case .rank: "stands behind \(other) in the order of preference"
    case .rounded: "rounded more than \(other)"
    case .larger: "larger than \(other), which holds the same"
    case .partial: "does not hold the period whole, as \(other) does"
    case .apart: "\(other) answers every part of the expression"
    }
  }

  private func words(_ misfit: Misfit) -> String {
    switch misfit {
    case .dimension(let dimension): "not broken down by \(dimension.name)"
    case .value(let test): "\(test.label) never occurs in it"
    case .scope(let entries):
      "is about \(entries.compactMap { catalog.member($0.member)?.name }.joined(by: ", ")) only"
    case .excluded: "is about what the question leaves out"
    case .incomplete: "does not add up to the whole that the question needs"
    case .rollup(let dimension): "too much of it is under other \(dimension.name)"
    }
  }
}
