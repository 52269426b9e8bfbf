#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How the program ends. The manual page lists them.
enum ExitStatus: Int32 {
  case done = 0
  /// A question failed, or a statement that was checked does not hold.
  case failed = 1
  /// The program was called wrongly.
  case usage = 2
  /// The database is missing, damaged, or could not be built.
  case data = 3
  /// Output could not be written.
  case output = 74
  case interrupted = 130
  case closedPipe = 141
}

func exit(with status: ExitStatus) -> Never {
  exit(status.rawValue)
}
