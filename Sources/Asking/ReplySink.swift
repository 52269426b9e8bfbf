package import Output

/// Where replies go: a terminal, a pipe, a file, or a test.
package protocol ReplySink: AnyObject {
  /// Takes everything in the buffer and empties it.
  func write(_ output: inout OutputBuffer) throws
  /// A message that is not part of any answer.
  func report(_ message: String)
  /// Something that went wrong.
  func report(_ error: ErrorReport)
  /// Told before an answer that is for other programs: it is written as it is, without a pager.
  func expectRows() throws
}

extension ReplySink {
  /// As its text.
  package func report(_ error: ErrorReport) { report(error.text) }

  package func expectRows() throws {}
}
