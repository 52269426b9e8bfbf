import Asking
import Diagnostics
import Output
import QueryLanguage
import Store

/// `.schema encounters` — how tables and views are made up.
enum SchemaCommand: Command {
  static let name = "schema"
  static let synopsis = ".schema [TABLE]"
  static let summary = "shows the columns of a table or view, or of all"
  static let operand = CommandOperand.table

  static func run(_ argument: String, in session: inout Session) throws -> Session.Outcome {
    let database = session.pipeline.database
    let views = try database.namedViews().all
    let tables = try database.tableNames()
    let name = argument.withoutQuotes.lowercased()
    let wanted = name.isEmpty ? tables + views.map(\.name) : [name]
    var texts: [String] = []
    for table in wanted {
      if let view = views.first(where: { $0.name == table }) {
        texts.append("CREATE VIEW \"\(view.name)\" AS\n\(view.query);")
      } else if let definition = try database.definition(ofTable: table) {
        texts.append(definition.columnsOnLines + ";")
      } else {
        throw Diagnostic.unknownTable(argument, after: ".schema ", tables + views.map(\.name))
      }
    }
    try session.say(session.style.shown(texts.joined(separator: "\n\n")))
    return .done
  }
}

extension String {
  /// A definition with each of its columns on a line of its own.
  fileprivate var columnsOnLines: String {
    var text = ""
    var depth = 0
    var isAfterBreak = false
    for character in self {
      if isAfterBreak, character == " " { continue }
      isAfterBreak = false
      if character == ")" {
        depth -= 1
        if depth == 0 { text += "\n" }
      }
      text.append(character)
      if character == "(" { depth += 1 }
      if depth == 1, character == "(" || character == "," {
        text += "\n  "
        isAfterBreak = true
      }
    }
    return text
  }
}
