import Asking
import FileImport
import Output
import Shell
import Store

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Standard output for answers and standard error for everything else.
final class StandardOutput: ReplySink {
  let messageStyle: OutputStyle
  private let isTerminal = isatty(STDOUT_FILENO) == 1
  private let errors: ErrorForm

  init(_ options: Options = Options()) {
    messageStyle = Terminal.style(of: STDERR_FILENO, options)
    errors = options.errors
  }

  func write(_ output: inout OutputBuffer) throws {
    defer { output.removeAll() }
    if isTerminal { output.keepDirection() }
    let code = output.bytes.withUnsafeBytes { Self.write($0, to: STDOUT_FILENO) }
    guard code == 0 else {
      throw OutputFailure(code: code, reason: String(cString: strerror(code)))
    }
  }

  /// Names and contents of files may hold any bytes.
  func report(_ message: String) {
    switch errors {
    case .text: Self.tell(messageStyle.shownWithInks(message) + "\n")
    case .json: report(ErrorReport(.note, message))
    }
  }

  func report(_ error: ErrorReport) {
    switch errors {
    case .text: report(error.text)
    case .json:
      var line = OutputBuffer()
      error.json.writeOnOneLine(into: &line)
      Self.tell(line.text + "\n")
    }
  }

  /// Writes to standard error, unchanged.
  static func tell(_ text: String) {
    var text = text
    // Errors are ignored: where this cannot be written, nothing can be reported.
    _ = text.withUTF8 { write(UnsafeRawBufferPointer($0), to: STDERR_FILENO) }
  }

  /// Reports that output could not be written, unless the reader closed it on purpose.
  func end(_ failure: OutputFailure) -> ExitStatus {
    if failure.code != EPIPE {
      report(ErrorReport(.output, "the answer could not be written: \(failure.reason)"))
    }
    return ExitStatus(of: failure)
  }

  /// Writes what the program says of itself, an answer like others.
  func answer(_ text: String) -> ExitStatus {
    ending {
      var output = OutputBuffer()
      output.append(text + "\n")
      try write(&output)
      return .done
    }
  }

  /// Runs something, and reports what went wrong.
  func ending(_ body: () throws -> ExitStatus) -> ExitStatus {
    do {
      return try body()
    } catch let failure as OutputFailure {
      return end(failure)
    } catch {
      let failure = (error as? DatabaseError).flatMap(ImportFailure.init) ?? error
      guard ExitStatus(of: failure) != .interrupted else {
        return interrupted(keepsOthers: (failure as? ImportInterruption)?.keepsOthers ?? false)
      }
      report(ErrorReport(failure))
      return ExitStatus(of: failure)
    }
  }

  private func interrupted(keepsOthers: Bool) -> ExitStatus {
    let words = ImportInterruption.words(keepsOthers: keepsOthers)
    switch errors {
    case .text: report(words)
    case .json: report(ErrorReport(.interrupted, words))
    }
    return .interrupted
  }

  /// 0, or the system's error.
  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32 {
    var left = bytes[...]
    while !left.isEmpty {
      let rebased = UnsafeRawBufferPointer(rebasing: left)
      #if canImport(Darwin)
        let count = Darwin.write(descriptor, rebased.baseAddress, rebased.count)
      #else
        let count = Glibc.write(descriptor, rebased.baseAddress, rebased.count)
      #endif
      if count >= 0 {
        left = left.dropFirst(count)
      } else if errno != EINTR {
        return errno
      }
    }
    return 0
  }
}
