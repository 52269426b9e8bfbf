#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The first process of a container, for which the system has no defaults: it would be deaf to
/// whoever stops the container.
enum FirstProcess {
  static func listens() {
    guard getpid() == 1 else { return }
    for number in [SIGTERM, SIGHUP, SIGINT] { signal(number) { _exit(128 + $0) } }
  }
}
