import Shell

/// Runs statements one after the other and stops at the first that fails.
struct ScriptRunner {
  /// The script, as errors name it; `nil` when there is none to name.
  let name: String?

  func run(
    _ statements: [StatementSplitter.Piece],
    in session: inout Session
  ) throws -> ExitStatus {
    for statement in statements {
      let place = name.map { "\($0):\(statement.line)" }
      switch try session.reply(to: statement.text, place: place) {
      case .done: continue
      case .quit: return .done
      case .failed: return .failed
      case .unwritten: return .output
      case .broken: return .data
      case .interrupted: return .interrupted
      }
    }
    return .done
  }
}
