import Synchronization

#if canImport(Darwin)
  private import Darwin
#else
  private import Glibc
#endif

/// Threads that do one thing each and are waited for.
final class Workers {
  /// The number of threads that the machine runs at once.
  static var mostUseful: Int { max(1, min(8, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  private let job: Job
  private let count: Int
  private var threads: [pthread_t] = []
  private var isJoined = false

  /// Starts a body on several threads, with numbers from 0. With `inBackground`, all other work
  /// goes first.
  init(_ count: Int, inBackground: Bool = false, _ body: @escaping @Sendable (Int) -> Void) {
    job = Job(body, inBackground)
    self.count = count
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
      // Where no thread can be started, the work is done here.
      if code != 0 { _ = Workers.enter(start) }
    }
  }

  deinit { join() }

  /// Waits until all are done, and calls `watch` meanwhile, often.
  func join(watch: () -> Void = {}) {
    guard !isJoined else { return }
    isJoined = true
    while job.done.load(ordering: .acquiring) < count {
      watch()
      usleep(job.done.load(ordering: .acquiring) < count ? 1_000 : 0)
    }
    for thread in threads { pthread_join(thread, nil) }
  }

  private static func enter(_ start: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let start else { return nil }
    let own = Unmanaged<Start>.fromOpaque(start).takeRetainedValue()
    #if os(Linux)
      // On Linux this sets only the priority of the thread.
      if own.job.isInBackground { setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 19) }
    #endif
    own.job.body(own.index)
    own.job.done.add(1, ordering: .releasing)
    return nil
  }

  private final class Job: Sendable {
    let body: @Sendable (Int) -> Void
    let isInBackground: Bool
    let done = Atomic<Int>(0)

    init(_ body: @escaping @Sendable (Int) -> Void, _ isInBackground: Bool) {
      self.body = body
      self.isInBackground = isInBackground
    }
  }

  private final class Start {
    let job: Job
    let index: Int

    init(_ job: Job, _ index: Int) { (self.job, self.index) = (job, index) }
  }
}
