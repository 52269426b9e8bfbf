#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The only clock that the program looks at, for `.timer`.
enum Stopwatch {
  /// Since some moment; never goes back.
  static var microseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
  }
}
