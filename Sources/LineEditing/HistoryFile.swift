#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A history on disk, in the format of libedit, for this user's eyes only.
///
/// Sessions only ever append to it, so that none can lose what another wrote.
package struct HistoryFile {
  let path: String

  package init(path: String) {
    self.path = path
  }

  /// `$XDG_STATE_HOME/tally/history`, or the same below `~/.local/state`; none without a home.
  package static var standard: HistoryFile? {
    if let state = environment("XDG_STATE_HOME"), state.hasPrefix("/") {
      return HistoryFile(path: state + "/tally/history")
    }
    return environment("HOME").map { HistoryFile(path: $0 + "/.local/state/tally/history") }
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Why the file could not be used.
  struct Failure: Error {
    let sentence: String

    /// Reads `errno`, so it must be created right after the call that failed.
    init(_ action: String, _ path: String) {
      sentence = "cannot \(action) the history `\(path)`: \(String(cString: strerror(errno)))"
    }

    init(notAFile path: String) {
      sentence = "the history `\(path)` is not a file"
    }
  }
}
