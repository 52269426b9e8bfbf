import Diagnostics

extension Session {
  /// The new value of a setting after a command that takes `on` or `off`; without either it reports
  /// the setting.
  func isOn(_ argument: String, _ isOn: Bool, _ command: String) throws -> Bool {
    switch argument.lowercased() {
    case "":
      try say(".\(command) is \(isOn ? "on" : "off")")
      return isOn
    case "on": return true
    case "off": return false
    default: throw Diagnostic.notOneOf(["`on`", "`off`"], argument, after: ".\(command) ")
    }
  }
}

extension Diagnostic {
  /// The error for a word that a command does not take.
  static func notOneOf(
    _ words: [String],
    _ argument: String,
    after command: String
  ) -> Diagnostic {
    let start = command.utf8.count
    let others = words.dropLast().joined(separator: ", ")
    return Diagnostic(
      "unknown-setting",
      "`\(argument)` is not \(others) or \(words[words.count - 1])",
      at: SourceSpan(start..<start + argument.utf8.count)
    )
  }
}
