import Asking
import Output

/// Takes what nobody reads.
final class UnreadSink: ReplySink {
  func write(_ output: inout OutputBuffer) { output.removeAll() }
  func report(_ message: String) {}
}
