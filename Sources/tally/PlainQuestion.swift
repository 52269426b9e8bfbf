/// Distinguishes a question on the command line from options and subcommands.
enum PlainQuestion {
  static func isPlain(_ arguments: [String]) -> Bool {
    guard let first = arguments.first, Subcommand(rawValue: first) == nil else {
      return false
    }
    return !arguments.contains { $0.hasPrefix("-") }
  }
}
