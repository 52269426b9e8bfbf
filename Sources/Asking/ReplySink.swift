package import Output

/// Where replies go: a terminal, a pipe, a file, or a test.
package protocol ReplySink: AnyObject {
  /// Takes everything in the buffer and empties it.
  func write(_ output: inout OutputBuffer) throws
  /// A message that is not part of any answer.
  func report(_ message: String)
  /// Something that went wrong.
  func report(_ error: ErrorReport)
}

extension ReplySink {
  /// As its text.
  package func report(_ error: ErrorReport) { report(error.text) }
}
