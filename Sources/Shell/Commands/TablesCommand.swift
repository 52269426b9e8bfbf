import Asking
import Diagnostics
import Output
import QueryLanguage
import Results
import Store

/// `.tables` — what can be read in SQL.
enum TablesCommand: Command {
  static let name = "tables"
  static let synopsis = ".tables"
  static let summary = "lists the tables and views that `sql SELECT …` reads"

  static func run(_ argument: String, in session: inout Session) throws -> Session.Outcome {
    let database = session.pipeline.database
    let views = try database.namedViews().all.map { ($0.name, "view, with every name spelled out") }
    let tables = try database.tableNames().map { ($0, "table") }
    let columns = ["name", "what it is"].map {
      AnswerColumn(key: $0, label: $0, kind: .dimension, room: $0 == "name" ? .whole : .any)
    }
    let place = SourceSpan(0..<".tables".utf8.count)
    try session.deliver(Delivery(), for: .lists, at: place) { session, format in
      var format = format.init(style: session.style)
      var output = OutputBuffer()
      format.begin(AnswerHead(columns: columns), into: &output)
      for (name, kind) in views + tables {
        format.row(AnswerRow(cells: [.text(name), .text(kind)]), into: &output)
      }
      format.end(AnswerFoot(summary: "", notes: [], sources: []), into: &output)
      try session.answers.write(&output)
    }
    return .done
  }
}
