internal import CTerminal

/// Ctrl-C, outside the line editor: it stops what runs, never the program.
///
///     try Interrupts.during(connection, { sqlite3_interrupt(OpaquePointer($0)) }) { … }
///     if Interrupts.take() { … }
package enum Interrupts {
  /// Catches SIGINT from now on; where it was ignored, as under `nohup`, it stays ignored.
  package static func install() {
    tally_install_signals()
  }

  /// Whether there was an interrupt since the last call, or since the last line was read.
  package static func take() -> Bool {
    tally_take_interrupt()
  }

  /// Whether there was an interrupt, without taking it: 1 or 0, for what asks now and then.
  package static let isPending: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = {
    tally_is_interrupted($0)
  }

  /// From now on, an interrupt ends the process in time with status 130, after some words on
  /// standard error, also where somebody takes it and is still clearing up. For work that a killed
  /// process leaves as it was.
  package static func end(within milliseconds: Int, saying words: String) {
    tally_end_within(Int32(milliseconds), words + "\n")
  }

  /// Takes ``end(within:saying:)`` back.
  package static func wait() { tally_end_within(0, nil) }

  /// Lets an interrupt call `hook` while `body` runs.
  ///
  /// The hook runs in the signal handler: it may do very little. `pointer` must outlive `body`, and
  /// the call must be on the thread that gets the signals, in a program of one thread the only one.
  package static func during<Result>(
    _ pointer: UnsafeMutableRawPointer,
    _ hook: @escaping @convention(c) (UnsafeMutableRawPointer?) -> Void,
    _ body: () throws -> Result
  ) rethrows -> Result {
    let outer = tally_exchange_interrupt_hook(tally_interrupt_hook(run: hook, pointer: pointer))
    defer { _ = tally_exchange_interrupt_hook(outer) }
    return try body()
  }
}
