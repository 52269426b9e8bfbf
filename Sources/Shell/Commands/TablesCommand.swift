import Asking
import Diagnostics
import Output
import QueryLanguage
import Results
import Store

/// `.tables` — what can be read in SQL.
enum TablesCommand: Command {
  static let name = "tables"
  static let synopsis = ".tables [WORD]"
  static let summary = "lists the tables and views that `sql SELECT …` reads, or those with a word"
  static let operand = CommandOperand.table

  static func run(_ argument: String, in session: inout Session) throws -> Session.Outcome {
    let database = session.pipeline.database
    let views = try database.namedViews().all.map { ($0.name, "view, with every name spelled out") }
    let tables = try database.tableNames().map { ($0, "table") }
    let (words, delivery) = try StatementWords(".tables " + argument).dropFirst().delivery
    let word = words.text.withoutQuotes
    let pieces = word.lowercased().split { "*%".contains($0) }.map(String.init)
    let found = (views + tables).filter { $0.0.contains(inOrder: pieces) }
    guard !found.isEmpty else {
      throw Diagnostic.unknownTable(words.text, after: ".tables ", (views + tables).map(\.0))
    }
    let columns = ["name", "what it is"].map {
      AnswerColumn(key: $0, label: $0, kind: .dimension, room: $0 == "name" ? .whole : .any)
    }
    let place = SourceSpan(0..<".tables".utf8.count)
    try session.deliver(delivery, for: .lists, at: place) { session, format in
      var format = format.init(style: session.style)
      var output = OutputBuffer()
      format.begin(AnswerHead(columns: columns), into: &output)
      for (name, kind) in found {
        format.row(AnswerRow(cells: [.text(name), .text(kind)]), into: &output)
      }
      format.end(AnswerFoot(summary: "", notes: [], sources: []), into: &output)
      try session.answers.write(&output)
    }
    return .done
  }
}

extension String {
  /// Whether it has all of some pieces, one after another.
  fileprivate func contains(inOrder pieces: [String]) -> Bool {
    var rest = self[...]
    for piece in pieces {
      guard let found = rest.firstRange(of: piece) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }
}
