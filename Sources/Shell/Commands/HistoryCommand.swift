import Catalog
import Diagnostics
import Output

/// `.history removals` — what was typed before, the newest last; with words, only the entries that
/// contain them.
enum HistoryCommand: Command {
  static let name = "history"
  static let synopsis = ".history [WORDS]"
  static let summary = "shows what was typed before, or the entries that hold the words"

  /// The number of entries that a screen shows without scrolling.
  private static let most = 20

  static func run(_ argument: String, in session: inout Session) throws -> Session.Outcome {
    guard let history = session.history else {
      throw Diagnostic(
        "no-history",
        "what is typed is remembered at the prompt only",
        at: SourceSpan(0..<8)
      )
    }
    let words = argument.lowercased().split(separator: " ").map(String.init)
    // Searches are left out: they would find one another.
    let found = history().filter { !$0.hasPrefix(".\(name)") }.filter { entry in
      let text = entry.lowercased()
      return words.allSatisfy(text.contains)
    }
    let shown = found.suffix(most)
    let more = found.count - shown.count
    let lead = more > 0 ? ["(\(more) earlier)"] : []
    // Continuation lines are indented, as in a script.
    let entries = shown.map { $0.split(separator: "\n").joined(separator: "\n  ") }
    let lines = found.isEmpty ? ["no earlier entry is found"] : lead + entries
    try session.say(session.style.shown(lines.joined(by: "\n")))
    return .done
  }
}
