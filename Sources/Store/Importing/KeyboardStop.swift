#if canImport(Darwin)
  private import Darwin
#else
  private import Glibc
#endif

/// The stop that Ctrl-Z asks for.
enum KeyboardStop {
  /// Ignores it while a file is locked for everybody: whoever asks a question would wait for as
  /// long as this program is stopped. The lock is held for milliseconds.
  static func ignored<Value, Failure: Error>(
    during body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let before = signal(SIGTSTP, SIG_IGN)
    defer { signal(SIGTSTP, before) }
    return try body()
  }
}
