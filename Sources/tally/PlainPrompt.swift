import Shell

/// The prompt on a terminal that cannot move its cursor: lines are read as the terminal hands them
/// over.
struct PlainPrompt {
  func run(_ session: inout Session) throws -> ExitStatus {
    var splitter = StatementSplitter(goesOnWhenIndented: false)
    while true {
      StandardOutput.tell(splitter.isPending ? Prompt.next : Prompt.first)
      guard let line = readLine() else { return .done }
      let statements =
        !splitter.isPending && line.allSatisfy(\.isWhitespace)
        ? StatementSplitter.statements(of: "help") : splitter.add(line)
      for statement in session.statements(statements) {
        switch try session.reply(to: statement.text) {
        case .quit: return .done
        case .interrupted: return .interrupted
        case .done, .failed, .unwritten, .broken: continue
        }
      }
    }
  }
}
