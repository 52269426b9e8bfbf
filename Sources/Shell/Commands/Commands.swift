import Diagnostics

/// The list of all commands of the prompt, in the order in which help lists them, and lookup by
/// name.
package enum Commands {
  package static let all: [any Command.Type] = [
    HelpCommand.self,
    ModeCommand.self,
    OutputCommand.self,
    OnceCommand.self,
    CopyCommand.self,
    ReadCommand.self,
    SetCommand.self,
    HistoryCommand.self,
    SQLCommand.self,
    TablesCommand.self,
    SchemaCommand.self,
    OpenCommand.self,
    ImportCommand.self,
    TimerCommand.self,
    WidthCommand.self,
    RowsCommand.self,
    PagerCommand.self,
    HintsCommand.self,
    AccessibleCommand.self,
    StrictCommand.self,
    VersionCommand.self,
    QuitCommand.self,
  ]

  /// The command that a line starts with and what follows it.
  static func command(in line: String) -> (any Command.Type, argument: String)? {
    let words = line.dropFirst().split(
      separator: " ",
      maxSplits: 1,
      omittingEmptySubsequences: true
    )
    guard let name = words.first?.lowercased(), let command = all.first(where: { $0.name == name })
    else { return nil }
    return (command, words.count > 1 ? String(words[1]) : "")
  }

  /// `span` is where the name is, which `line` begins with otherwise.
  static func unknown(_ line: String, at span: SourceSpan? = nil) -> Diagnostic {
    let name = line.prefix { $0 != " " }
    let word = name.dropFirst().lowercased()
    let near = closestMatch(to: word, among: all.map { $0.name })
    return Diagnostic(
      "unknown-command",
      "no command is called `\(name)`",
      at: span ?? SourceSpan(0..<name.utf8.count),
      hint: habits[word].map { "here it is \($0)" }
        ?? near.map { "did you mean `.\($0)`?" } ?? "`.help` lists the commands"
    )
  }

  /// Commands of other shells, and what they are called here.
  private static let habits = [
    "exit": "`.quit`, or Ctrl-D",
    "columns": "`show dimensions`",
    "headers": "`.mode csv`, which always has a header",
    "separator": "`.mode csv`",
    "explain": "`explain QUESTION`",
    "maxrows": "`.rows`",
  ]
}
