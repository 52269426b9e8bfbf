import Asking
import Output

/// A row sink that drops everything.
final class UnreadSink: ReplySink {
  func write(_ output: inout OutputBuffer) { output.removeAll() }
  func report(_ message: String) {}
}
