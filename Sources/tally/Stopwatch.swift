#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The only clock of the program: for `.timer`, progress, and the day of an import.
enum Stopwatch {
  /// Microseconds since some moment; it never goes back.
  static var microseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
  }

  /// The day by universal time, as `2026-11-22`.
  static var today: String {
    var now = time(nil)
    var date = tm()
    gmtime_r(&now, &date)
    func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(date.tm_year + 1900)-\(two(date.tm_mon + 1))-\(two(date.tm_mday))"
  }
}
