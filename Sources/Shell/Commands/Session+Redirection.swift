import Diagnostics
import Output
import QueryLanguage

extension Session {
  /// Opens a file that answers are to go to, in the format that its name ends in.
  func redirection(
    to path: String,
    after command: String
  ) throws(Diagnostic) -> Redirection {
    let start = command.utf8.count
    let file = Delivery.File(
      path: path.withoutQuotes,
      span: SourceSpan(start..<start + path.utf8.count)
    )
    let format = try format(ofFile: file.path, at: file.span)
    return Redirection(sink: try sink(for: file), format: format)
  }

  /// Puts the file of `.output` into its place, if anything was written to it; answers go to the
  /// screen again.
  package mutating func endRedirection() throws {
    guard let ending = redirection else { return }
    redirection = nil
    try ending.end()
  }

  /// Ends both `.output` and `.once`, at the end of a session.
  package mutating func endRedirections() throws {
    onceRedirection?.sink.discard()
    onceRedirection = nil
    try endRedirection()
  }
}
