import Asking
import Catalog
import Shell

/// A script before it runs: its statements, and what it leaves open.
struct Script {
  let path: String
  let statements: [StatementSplitter.Statement]
  /// The names of its parameters, each with the line of its first use.
  private let open: [(name: String, line: Int)]

  init(path: String, text: String) {
    self.path = path
    statements = StatementSplitter.statements(of: text)
    var open: [(name: String, line: Int)] = []
    for statement in statements {
      let words = ScriptHeading(statement: statement.text)?.words ?? statement.text
      for use in Parameters.uses(in: words)
      where !open.contains(where: { $0.name == use.name }) {
        open.append((use.name, statement.line))
      }
    }
    self.open = open
  }

  /// The parameters that are missing or superfluous, in a sentence. For a script that reads others
  /// or sets values itself this cannot be known beforehand.
  func mistake(in parameters: Parameters) -> String? {
    let isWhole = !statements.contains { piece in
      [".read", ".set"].contains { piece.text.hasPrefix($0) }
    }
    let missing = open.filter { !$0.name.isEmpty && parameters[$0.name] == nil }
    if isWhole, !missing.isEmpty {
      let names = missing.map { "`$\($0.name)` (line \($0.line))" }.joined(by: ", ")
      let options = missing.map { "--set \($0.name)=VALUE" }.joined(by: " ")
      return "\(path) needs \(names)\nhint: tally -f \(path) \(options)"
    }
    let unknown = parameters.names.filter { name in !open.contains { $0.name == name } }
    guard isWhole, let first = unknown.first else { return nil }
    let known = open.map { "`$\($0.name)`" }.joined(by: ", ")
    return "\(path) has no `$\(first)`\nhint: "
      + (known.isEmpty ? "it has no parameters" : "its parameters are \(known)")
  }

  /// A line for each parameter: its name, the line of its first use, its value and what that is.
  func list(with parameters: Parameters, in session: Session) -> String {
    let width = open.map(\.name.utf8.count).max() ?? 0
    let lines = open.map { name, line in
      let value = parameters[name].map { value in
        value + (ParameterKind(value, session.pipeline.catalog).map { " (\($0.rawValue))" } ?? "")
      }
      let padding = String(repeating: " ", count: width - name.utf8.count)
      return "$\(name)\(padding)  line \(line)  \(value ?? "not set")"
    }
    return lines.isEmpty ? "\(path) has no parameters" : lines.joined(by: "\n")
  }
}
