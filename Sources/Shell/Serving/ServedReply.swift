import Asking
import Output

/// Keeps what a session writes in reply to one request.
final class ServedReply: ReplySink {
  private(set) var output: [UInt8] = []
  private(set) var messages: [String] = []
  private(set) var error: ErrorReport?

  func write(_ output: inout OutputBuffer) {
    self.output += output.bytes
    output.removeAll()
  }

  func report(_ message: String) { messages.append(message) }

  /// The first is kept: others follow from it.
  func report(_ error: ErrorReport) { self.error = self.error ?? error }

  func removeAll() {
    // The memory of a long answer is given back.
    if output.count > 1 << 20 { output = [] } else { output.removeAll(keepingCapacity: true) }
    messages = []
    error = nil
  }
}
