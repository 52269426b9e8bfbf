import Asking
import Diagnostics
import Output
import QueryLanguage
import Results
import Store

/// `sql SELECT name FROM source` — the data in SQL, for what the language does not ask.
enum SQLDataStatement: SessionStatement {
  static let keyword = "sql"
  static let synopsis = "sql SELECT …"
  static let summary = "asks the data in SQL; `.tables` and `.schema` show what there is"
  static let example = "sql SELECT fy, removals FROM departures_named WHERE fy > 2022"
  static let topics: [(String, String)] = []

  static func run(_ words: StatementWords, in session: inout Session) throws {
    guard !words.isEmpty else {
      throw Diagnostic(
        "no-sql",
        "expected a statement of SQL",
        at: words.span,
        hint: "such as `\(example)`"
      )
    }
    let query = SQLQuery(words.source)
    let database = session.pipeline.database
    let views = try database.makeNamedViews()
    let statement: PreparedStatement
    do throws(SQLMistake) {
      statement = try database.prepare(typed: query.sql)
    } catch {
      let tables = try database.tableNames() + views.all.map(\.name)
      throw ToldSQLMistake(error, query, words.source, tables, session.pipeline.catalog).diagnostic
    }
    try session.deliver(query.delivery, for: .rowsOfSQL, at: words.span) { session, format in
      do {
        try session.write(statement, of: query, as: format)
      } catch let error as DatabaseError where !error.isInterruption {
        throw Diagnostic("sql", error.message, at: words.span)
      }
    }
  }

  // MARK: Completion

  /// Names of tables and views, after words that they follow.
  static func offer(
    for typed: String,
    after: Int,
    in completion: SessionCompletion
  ) -> QueryCompletion.Offer {
    let words = typed.split(separator: " ", omittingEmptySubsequences: false)
    let last = words.last.map(String.init) ?? ""
    let place = TypedWords(typed, after: typed.utf8.count - last.utf8.count)
    let before = words.dropLast().last { !$0.isEmpty }?.lowercased() ?? ""
    if before == "|" {
      return place.offer(
        OutputFormats.all.filter(FormatPurpose.rowsOfSQL.isServed).map { QueryCompletion.Item($0) }
      )
    }
    guard before == "from" || before == "join" else {
      return after >= typed.utf8.count - last.utf8.count
        ? place.offer([QueryCompletion.Item(text: "SELECT", note: "reads rows")])
        : QueryCompletion.Offer(start: typed.utf8.count, items: [])
    }
    return place.offer(completion.tables)
  }
}

extension Session {
  fileprivate func write(
    _ statement: PreparedStatement,
    of query: SQLQuery,
    as type: any OutputFormat.Type
  ) throws {
    var rows = RowsOfSQL(statement, for: type)
    var format = type.init(style: style)
    var output = OutputBuffer()
    var hasRow = try statement.step()
    format.begin(rows.head(beginningWith: hasRow, sql: query.sql), into: &output)
    while hasRow {
      format.row(rows.row, into: &output)
      if output.bytes.count >= Self.pieceSize { try answers.write(&output) }
      hasRow = try statement.step()
    }
    format.end(AnswerFoot(summary: "", notes: [], sources: []), into: &output)
    try answers.write(&output)
  }

  private static var pieceSize: Int { 65_536 }
}
