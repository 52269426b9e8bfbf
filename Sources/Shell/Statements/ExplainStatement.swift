import Asking
import Catalog
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
    let question = String(decoding: whole[start..<max(start, asked.end)], as: UTF8.self)
    do {
      let page: String
      if first.text.lowercased() == Check.keyword {
        let check = try session.pipeline.parseCheck(question)
        let plan = try session.pipeline.plan(check.settlingSince)
        page = try self.page(on: plan, isWhole: isWhole, session)
      } else {
        let plan = try session.pipeline.plan(question)
        session.lastQuestion = question
        page = try self.page(on: plan, isWhole: isWhole, session)
      }
      try session.say(page, delivery)
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
    behind: Int,
    in completion: SessionCompletion
  ) -> QueryCompletion.Offer {
    let words = TypedWords(typed, behind: behind)
    if words.partial.lowercased().hasPrefix("check ") {
      return CheckStatement.offer(
        for: typed,
        behind: words.start + "check ".utf8.count,
        in: completion
      )
    }
    let asked = completion.question(typed, behind: behind)
    let check = words.offer([
      QueryCompletion.Item(text: CheckStatement.keyword, note: CheckStatement.summary)
    ])
    return asked.start == words.start || asked.items.isEmpty
      ? QueryCompletion.Offer(start: words.start, items: asked.items + check.items) : asked
  }
}

/// The tables of one figure: those that answer on a line each, the others grouped by what became of
/// them; with `all`, each on a line.
private struct ExplanationPage {
  private let explanation: Explanation
  private let names: TableNames
  private let catalog: StoredCatalog
  private let width: Int?
  private let isWhole: Bool

  init(
    _ explanation: Explanation,
    _ names: TableNames,
    _ catalog: StoredCatalog,
    width: Int?,
    isWhole: Bool
  ) {
    self.explanation = explanation
    self.names = names
    self.catalog = catalog
    self.width = width
    self.isWhole = isWhole
  }

  var text: String {
    let lines = groups.flatMap { wrapped(line($0), toWidth: width, indent: 2) }
    let left = explanation.superseded
    let superseded =
      left == 0
      ? []
      : wrapped(
        "\(left) superseded: used by `as of` and `by source` only",
        toWidth: width,
        indent: 2
      )
    let isCut = groups.contains { $0.count > Self.mostNamed }
    let rest = isCut ? ["  `explain all` has a line for each"] : []
    return ([explanation.label] + lines + superseded + rest).joined(by: "\n")
  }

  /// Tables with the same outcome, in order.
  private var groups: [[Explanation.Considered]] {
    var groups: [(kind: String, tables: [Explanation.Considered])] = []
    for considered in explanation.considered {
      let kind = kind(of: considered.outcome)
      if let kind, !isWhole, let index = groups.firstIndex(where: { $0.kind == kind }) {
        groups[index].tables.append(considered)
      } else {
        groups.append((kind ?? "", [considered]))
      }
    }
    return groups.map(\.tables)
  }

  /// `12 tables come after others in the order of preference: ohss-…, cbp-…, …`
  private func line(_ tables: [Explanation.Considered]) -> String {
    guard tables.count > 1, let outcome = tables.first?.outcome, let kind = kind(of: outcome) else {
      return tables.map { "\(names.name(of: $0.dataset)): \(words($0.outcome))" }.joined(by: ", ")
    }
    let shown = tables.prefix(Self.mostNamed).map { names.name(of: $0.dataset) }
    let more = tables.count - shown.count
    return "\(tables.count) tables \(kind): \(shown.joined(by: ", "))"
      + (more == 0 ? "" : " and \(more) more")
  }

  /// Tables that are named where several share a line.
  private static let mostNamed = 3

  /// The common outcome on several tables, in words; `nil` for those that answer.
  private func kind(of outcome: Explanation.Outcome) -> String? {
    switch outcome {
    case .chosen: nil
    case .otherTime: "have periods that do not make up those of the rows"
    case .misfit(let misfit):
      switch misfit {
      case .dimension(let dimension): "are not broken down by \(dimension.name)"
      case .value(let test): "never name \(test.label)"
      case .scope: "are about a part only"
      case .excluded: "are about what the question leaves out"
      case .incomplete: "do not add up to the whole that the question needs"
      case .rollup(let dimension): "have too much under other \(dimension.name)"
      }
    case .lost(let reason, _):
      switch reason {
      case .outside: "hold nothing of the period"
      case .incomplete: "do not add up to the whole"
      case .withheld: "sum over withheld cells"
      case .superseded: "are superseded"
      case .older: "are older than others, or reach less far"
      case .rank: "come after others in the order of preference"
      case .rounded: "are rounded more than others"
      case .larger: "are larger than others that hold the same"
      case .partial: "do not hold the period whole"
      case .tellsLess: "leave more under `other`, or do not name all values"
      case .compared: "do not answer all periods that are compared"
      case .apart: "do not answer every part of the expression"
      }
    }
  }

  private func words(_ outcome: Explanation.Outcome) -> String {
    switch outcome {
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
    case .rank: "comes after \(other) in the order of preference"
    case .rounded: "rounded more than \(other)"
    case .larger: "larger than \(other), which holds the same"
    case .partial: "does not hold the period whole, as \(other) does"
    case .tellsLess: "leaves more under `other` than \(other), or does not name all values"
    case .compared: "all periods that are compared come from \(other)"
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
