package import Output

/// Where replies go: a terminal, a pipe, a file, or a test.
package protocol ReplySink: AnyObject {
  /// Takes everything in the buffer and empties it.
  func write(_ output: inout OutputBuffer) throws
  /// A message that is not part of any answer.
  func report(_ message: String)
}

/// Standard output could not be written. The reason is the system's.
package struct OutputFailure: Error, Equatable {
  package let code: Int32
  package let reason: String

  package init(code: Int32, reason: String) {
    self.code = code
    self.reason = reason
  }
}
