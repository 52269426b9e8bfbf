import Output
import Store

/// Answers on their way into a file; what is not an answer is reported as before.
final class FileSink: ReplySink {
  private let file: OutputFile
  private let screen: any ReplySink

  init(_ path: String, beside screen: any ReplySink) throws(FileError) {
    file = try OutputFile(path: path)
    self.screen = screen
  }

  func write(_ output: inout OutputBuffer) throws {
    try file.write(output.bytes)
    output.removeAll()
  }

  func report(_ message: String) { screen.report(message) }

  var length: Int { file.length }
  /// Takes back an answer that was not finished.
  func truncate(to length: Int) throws(FileError) { try file.truncate(to: length) }
  func publish() throws(FileError) { try file.publish() }
  func discard() { file.discard() }
}

/// Where answers go instead of the screen.
struct Redirection {
  let sink: FileSink
  /// Whether it ends with the next answer.
  let isOnce: Bool
}
