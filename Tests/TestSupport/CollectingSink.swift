import Asking
package import Output
import Shell

/// Keeps what a session writes, for tests to look at.
package final class CollectingSink: ReplySink {
  /// What was written as answers.
  package private(set) var answer = ""
  /// What was complained about, a message a line.
  package private(set) var complaint = ""
  /// Both in the order in which they came, as on a terminal.
  package private(set) var screen = ""

  package init() {}

  package func write(_ output: inout OutputBuffer) {
    answer += output.text
    screen += output.text
    output.removeAll()
  }

  /// Forgets everything.
  package func clear() { (answer, complaint, screen) = ("", "", "") }

  package func report(_ message: String) {
    complaint += message + "\n"
    screen += message + "\n"
  }
}
