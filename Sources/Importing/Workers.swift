import Synchronization

#if canImport(Darwin)
  private import Darwin
#else
  private import Glibc
#endif

/// Threads that do one thing each and are waited for.
enum Workers {
  /// How many the machine runs at once.
  static var mostUseful: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Runs a body a few times side by side, with numbers from 0, and calls `watch` ten times a second until all are
  /// done.
  static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void, watch: () -> Void) {
    let job = Job(body)
    var threads: [pthread_t] = []
    for index in 0..<count {
      let start = Unmanaged.passRetained(Start(job, index)).toOpaque()
      #if canImport(Darwin)
        var thread: pthread_t?
        let code = pthread_create(&thread, nil, { Workers.enter($0) }, start)
        if code == 0, let thread { threads.append(thread) }
      #else
        var thread = pthread_t()
        let code = pthread_create(&thread, nil, { Workers.enter($0) }, start)
        if code == 0 { threads.append(thread) }
      #endif
      // A machine that gives no thread has the work done here.
      if code != 0 { _ = Workers.enter(start) }
    }
    while job.done.load(ordering: .acquiring) < count {
      watch()
      usleep(job.done.load(ordering: .acquiring) < count ? 2_000 : 0)
    }
    for thread in threads { pthread_join(thread, nil) }
  }

  private static func enter(_ start: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let start else { return nil }
    let own = Unmanaged<Start>.fromOpaque(start).takeRetainedValue()
    own.job.body(own.index)
    own.job.done.add(1, ordering: .releasing)
    return nil
  }

  private final class Job: Sendable {
    let body: @Sendable (Int) -> Void
    let done = Atomic<Int>(0)

    init(_ body: @escaping @Sendable (Int) -> Void) { self.body = body }
  }

  private final class Start {
    let job: Job
    let index: Int

    init(_ job: Job, _ index: Int) { (self.job, self.index) = (job, index) }
  }
}
