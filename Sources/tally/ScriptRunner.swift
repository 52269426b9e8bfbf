import Shell

/// Runs statements one after the other and stops at the first that fails, unless it is to go on.
struct ScriptRunner {
  /// The script, as errors name it; `nil` when there is none to name.
  let name: String?
  /// Whether the script continues after a statement that fails; the status is then that of the
  /// first failure.
  var keepsGoing = false

  func run(
    _ statements: [StatementSplitter.Statement],
    in session: inout Session
  ) throws -> ExitStatus {
    var status = ExitStatus.done
    for statement in statements {
      let place = name.map { "\($0):\(statement.line)" }
      let outcome = try session.reply(to: statement.text, place: place)
      guard let own = ExitStatus(outcome) else { return status }
      guard own != .done else { continue }
      if status == .done { status = own }
      if !keepsGoing || own == .interrupted || own == .data { return own }
    }
    return status
  }
}

extension ExitStatus {
  /// The result of a statement; `nil` where it ends the run.
  fileprivate init?(_ outcome: Session.Outcome) {
    switch outcome {
    case .done: self = .done
    case .quit: return nil
    case .failed: self = .failed
    case .unwritten: self = .output
    case .broken: self = .data
    case .interrupted: self = .interrupted
    }
  }
}
