import Asking
import FileImport
import Importing
import Output
import Results
import Shell

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How far an import is, on standard error, once it takes more than a second: rows, rows in a
/// second, the time left.
final class ImportBar {
  private let name: String
  private let isShown: Bool
  private let start = Stopwatch.microseconds
  private var last = 0
  private var isOnScreen = false

  init(named name: String) {
    self.name = Terminal.style(Options()).shown(name)
    isShown = isatty(STDERR_FILENO) == 1
  }

  /// Shows progress; always returns `true`.
  func show(_ progress: ImportProgress) -> Bool {
    let now = Stopwatch.microseconds
    // Shown after a second, then ten times per second.
    guard isShown, now - start > 1_000_000, now - last > 100_000 else { return true }
    last = now
    isOnScreen = true
    StandardOutput.tell("\r\u{1b}[K" + text(progress, seconds: Double(now - start) / 1e6))
    return true
  }

  private func text(_ progress: ImportProgress, seconds: Double) -> String {
    let percent = Int(progress.fraction * 100)
    switch progress.phase {
    case .reading:
      let rate = Int(Double(progress.rows) / seconds)
      let left = Int((seconds / max(0.01, progress.fraction) - seconds).rounded(.up))
      return
        "reading \(name): \(grouped(progress.rows)) rows, \(percent) %, \(grouped(rate)) rows/s, \(left) s left"
    case .recognizing:
      return "looking at \(name)" + (progress.rows > 0 ? ": \(grouped(progress.rows)) rows" : "")
    case .adding: return "adding up \(name): \(percent) %"
    case .comparing: return "comparing \(name) with what is held: \(percent) %"
    case .values: return "values of \(name): \(percent) %"
    case .writing: return "writing \(name): \(percent) %"
    case .keeping: return "putting \(name) on the disk: \(percent) %"
    }
  }

  func clear() {
    guard isOnScreen else { return }
    isOnScreen = false
    StandardOutput.tell("\r\u{1b}[K")
  }

  /// A sink that takes the bar off the screen before anything is written there.
  func sink(_ output: any ReplySink) -> any ReplySink { ClearingSink(self, output) }
}

private final class ClearingSink: ReplySink {
  private let bar: ImportBar
  private let output: any ReplySink

  init(_ bar: ImportBar, _ output: any ReplySink) { (self.bar, self.output) = (bar, output) }

  func write(_ buffer: inout OutputBuffer) throws {
    bar.clear()
    var shown = OutputBuffer()
    shown.append(Terminal.style(Options()).shown(buffer.text))
    buffer.removeAll()
    try output.write(&shown)
  }

  func report(_ message: String) {
    bar.clear()
    output.report(message)
  }

  func report(_ error: ErrorReport) {
    bar.clear()
    output.report(error)
  }
}
