import Store

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Progress on standard error, when that is a terminal.
struct ProgressBar {
  private var shown = -1

  /// Runs a build and shows how far it is.
  static func building(_ body: ((BuildProgress) -> Void) throws -> Void) throws {
    guard isatty(STDERR_FILENO) == 1 else {
      try body { _ in }
      return
    }
    var bar = ProgressBar()
    defer { bar.clear() }
    try body { bar.show($0) }
  }

  private mutating func show(_ progress: BuildProgress) {
    let percent = Int(progress.fraction * 100)
    guard percent != shown else { return }
    shown = percent
    let filled = percent / 4
    let bar = String(repeating: "=", count: filled) + String(repeating: " ", count: 25 - filled)
    StandardOutput.tell("\rbuilding the database [\(bar)] \(percent) %, \(progress.rows) rows")
  }

  private func clear() {
    StandardOutput.tell("\r\u{1b}[K")
  }
}
