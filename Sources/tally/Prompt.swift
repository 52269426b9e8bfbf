import Asking
import LineEditing
import Output
import Shell
import Store

/// The prompt: reads lines, answers them, and never ends but by Ctrl-D or `.quit`.
struct Prompt {
  let keepsHistory: Bool
  let output: PagedOutput

  static let first = "tally> "
  static let next = "  ...> "

  func run(_ session: inout Session) throws -> ExitStatus {
    let completer = Completer(session.completion, session.messageStyle)
    guard
      let editor = LineEditor(
        program: "tally",
        history: keepsHistory ? HistoryFile.standard : nil,
        completer: completer.complete
      )
    else { throw DatabaseFileError("the terminal cannot be used for editing lines") }
    session.history = { editor.remembered }
    completer.completion = session.completion
    var splitter = StatementSplitter(goesOnWhenIndented: false)
    var typed = ""
    var warning = WarningOnce()
    while true {
      editor.listStyle = LineEditor.ListStyle(session.messageStyle)
      completer.before = typed.isEmpty ? "" : typed + "\n"
      let reading = editor.read(prompt: splitter.isPending ? Self.next : Self.first)
      warning.tell(editor.warning, session.sink)
      switch reading {
      case .endOfInput:
        return .done
      case .interrupted:
        splitter.discard()
        typed = ""
      case .line(let line):
        typed += typed.isEmpty ? line : "\n" + line
        if !splitter.isPending, line.allSatisfy(\.isWhitespace) {
          _ = try answer(StatementSplitter.statements(of: "help"), in: &session)
          typed = ""
          continue
        }
        let statements =
          line.contains("\n") && !splitter.isPending
          ? StatementSplitter.statements(of: line) : splitter.add(line)
        guard !splitter.isPending else { continue }
        remember(typed, editor, session)
        typed = ""
        if try answer(session.statements(statements), in: &session) == .quit { return .done }
        completer.completion = session.completion
        editor.offered = session.offered
      }
    }
  }

  private func remember(_ typed: String, _ editor: LineEditor, _ session: Session) {
    guard typed.contains(where: { !$0.isWhitespace }) else { return }
    editor.remember(typed)
    session.completion.learn(from: typed)
  }

  /// Answers what was typed; Ctrl-C stops what runs and leaves the prompt.
  private func answer(
    _ statements: [StatementSplitter.Statement],
    in session: inout Session
  ) throws -> Session.Outcome {
    let database = session.pipeline.database
    let connection = UnsafeMutableRawPointer(database.handle)
    database.stop(when: Interrupts.isPending)
    defer { database.stop(when: nil) }
    for statement in statements {
      _ = Interrupts.take()
      let outcome = try output.showing(&session) { session in
        try Interrupts.during(connection, interruptDatabase) {
          try session.reply(to: statement.text)
        }
      }
      switch outcome {
      case .done: if let hint = session.hint() { session.sink.report(hint) }
      case .quit: return .quit
      case .interrupted:
        session.sink.report("interrupted")
        return .interrupted
      case .failed, .unwritten, .broken: return outcome
      }
    }
    return .done
  }
}

extension LineEditor.ListStyle {
  fileprivate init(_ style: OutputStyle) {
    self.init(
      isStyled: style.isStyled,
      isUnicode: style.isUnicode,
      isAccessible: style.isAccessible
    )
  }
}

/// Shows a warning the first time there is one.
private struct WarningOnce {
  private var isTold = false

  mutating func tell(_ warning: String?, _ sink: any ReplySink) {
    guard let warning, !isTold else { return }
    isTold = true
    sink.report("note: \(warning)")
  }
}
