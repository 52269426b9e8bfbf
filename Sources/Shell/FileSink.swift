import Asking
import Diagnostics
import Output
import QueryLanguage
import Store

/// A sink that writes answers to a file and passes all other messages on.
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
  func report(_ error: ErrorReport) { screen.report(error) }

  var length: Int { file.length }
  /// Removes an answer that was not finished.
  func truncate(to length: Int) throws(FileError) { try file.truncate(to: length) }
  func publish() throws(FileError) { try file.publish() }
  func discard() { file.discard() }
}

extension Session {
  /// Runs something with its answers going to a file, as for another program: nothing is cut or
  /// styled. The file is only created, complete, when all went well.
  mutating func writing(to file: Delivery.File, _ body: (inout Session) throws -> Void) throws {
    let sink = try sink(for: file)
    do {
      try into(sink) { session in try body(&session) }
      try sink.publish()
    } catch {
      sink.discard()
      throw error
    }
  }

  /// A sink for answers to a file, which replaces an existing file only when it is complete.
  func sink(for file: Delivery.File) throws(Diagnostic) -> FileSink {
    guard writesFiles else { throw Diagnostic.noFiles(at: file.span) }
    do throws(FileError) {
      return try FileSink(file.path, beside: sink)
    } catch {
      throw Diagnostic.unwritable("\(error)", at: file.span)
    }
  }

  /// Runs something with another sink for its answers.
  mutating func into<Result>(
    _ file: FileSink,
    _ body: (inout Session) throws -> Result
  ) rethrows -> Result {
    let (screen, shown, wasIntoFile) = (sink, style, isIntoFile)
    sink = file
    style = style.plain
    isIntoFile = true
    defer {
      sink = screen
      style = shown
      isIntoFile = wasIntoFile
    }
    return try body(&self)
  }

  /// The sink for answers: one that drops them where only failures are to be shown.
  var answers: any ReplySink { isQuiet && !isIntoFile ? NoSink() : sink }
}

/// Drops answers that nobody wants to see.
private final class NoSink: ReplySink {
  func write(_ output: inout OutputBuffer) { output.removeAll() }
  func report(_ message: String) {}
}

extension Diagnostic {
  /// A file named in a request to a server.
  fileprivate static func noFiles(at span: SourceSpan) -> Diagnostic {
    Diagnostic(
      "no-files",
      "no files are written for requests",
      at: span,
      hint: "leave it out and write the answer"
    )
  }

  /// A file that could not be made; the reason names it.
  fileprivate static func unwritable(_ reason: String, at span: SourceSpan) -> Diagnostic {
    Diagnostic("unwritable-file", kind: .unwritable, reason, at: span)
  }
}
