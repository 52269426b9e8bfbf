#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// This program, started once more beside itself.
enum OwnProgram {
  /// Runs it with arguments on the same terminal, and waits for its end. Returns whether it was
  /// done.
  static func run(_ arguments: [String]) -> Bool {
    guard let path = Terminal.programPath else { return false }
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var child = pid_t()
    guard posix_spawn(&child, path, nil, nil, words, environ) == 0 else { return false }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else { return false }
    }
    return status == 0
  }
}
