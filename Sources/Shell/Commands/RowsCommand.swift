import Diagnostics
import Output

/// `.rows 100` — how many rows of an answer a screen shows; files and pipes always get all.
enum RowsCommand: Command {
  static let name = "rows"
  static let synopsis = ".rows N|all|auto"
  static let summary = "shows at most N rows on the screen, or all"
  static let operand = CommandOperand.words(["all", "auto"])

  /// The fewest rows: with fewer, showing the first and the last is useless.
  private static let fewest = 4

  static func run(_ argument: String, in session: inout Session) throws -> Session.Outcome {
    switch argument.lowercased() {
    case "": try session.say(session.shownRows.words)
    case "all": session.shownRows = .all
    case "auto": session.shownRows = .automatic
    case let word:
      guard let count = Int(word), count >= fewest else {
        throw Diagnostic.notOneOf(
          ["`all`", "`auto`", "a number from \(fewest)"],
          argument,
          after: ".rows "
        )
      }
      session.shownRows = .most(count)
    }
    return .done
  }
}

extension Session {
  /// Fits answers to the current screen: its columns, and whether a pager can be used.
  package mutating func fit(toColumns columns: Int?, hasPager: Bool) {
    terminalWidth = columns
    style.rows = shownRows.limit(hasPager: hasPager)
  }
}
