private import CSQLite

/// Waits for locks for as long as it says and not longer, by the clock: SQLite asks it each time
/// that a file is locked.
final class LockPatience {
  /// How long a question waits, in milliseconds. An import locks readers out for a moment only.
  static let ofQuestions = 10_000
  /// How long a change waits for another change, which may take minutes.
  static let ofChanges = 3_000

  private let milliseconds: Int
  private let path: String
  private let waiting: Waiting
  private var began: ContinuousClock.Instant?
  private var hasTold = false

  init(_ milliseconds: Int, for path: String, _ waiting: Waiting) {
    self.milliseconds = milliseconds
    self.path = path
    self.waiting = waiting
  }

  /// Waits a little; `false` where it was waited long enough. A wait begins with `isFirst`.
  func goesOn(isFirst: Bool) -> Bool {
    let now = ContinuousClock.now
    if isFirst || began == nil { (began, hasTold) = (now, false) }
    let passed = (began ?? now).duration(to: now)
    guard passed < .milliseconds(milliseconds), waiting.goesOn() else { return false }
    if !hasTold, passed > .seconds(1) {
      hasTold = true
      waiting.tell("waiting for \(path): another program has locked it")
    }
    sqlite3_sleep(isFirst ? 1 : 10)
    return true
  }
}
