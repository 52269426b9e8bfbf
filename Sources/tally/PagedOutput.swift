import Asking
import LineEditing
import Output
import Shell

/// A terminal that shows an answer longer than itself through a pager.
///
/// What fits is written directly. Where the pager fails, the whole answer is written plainly.
final class PagedOutput: ReplySink {
  private let screen: StandardOutput
  private var state = State.plain
  /// The output so far, kept until it is certain that a pager shows it.
  private var held: [UInt8] = []
  /// Whether a pager has read so much that the beginning is no longer kept.
  private var isTaken = false

  private enum State {
    case plain
    /// Held back until it is known whether it fits.
    case measuring(Measure)
    case paging(Pager, command: String)
    /// The user left the pager before the end: the rest is dropped.
    case left
  }

  init(_ screen: StandardOutput) {
    self.screen = screen
  }

  /// Lets a session answer, fitted to the current size of the terminal. Nothing is shown of an
  /// answer that is interrupted.
  func showing<Outcome: Interruptible>(
    _ session: inout Session,
    _ answer: (inout Session) throws -> Outcome
  ) throws -> Outcome {
    let size = Terminal.size
    let command = session.isPaged ? Pager.command : nil
    session.fit(toColumns: size.columns, hasPager: command != nil)
    begin(command, size)
    let outcome = try answer(&session)
    if outcome.isInterrupted { discard() } else { try end() }
    return outcome
  }

  /// Begins an answer; without a command it is shown plainly. The size is in columns and rows.
  private func begin(_ command: String?, _ size: (columns: Int, rows: Int)) {
    held = []
    isTaken = false
    state = command.map { .measuring(Measure(command: $0, size: size)) } ?? .plain
  }

  func write(_ output: inout OutputBuffer) throws {
    defer { output.removeAll() }
    output.keepDirection()
    switch state {
    case .plain: try screen.write(&output)
    case .measuring(let measure): try add(output.bytes, to: measure)
    case .paging(let pager, let command): try handOn(output.bytes, to: pager, command)
    case .left: break
    }
  }

  /// What is held of this answer was written before it, and goes first.
  func expectRows() throws {
    guard case .measuring = state else { return }
    state = .plain
    if !held.isEmpty { try writeHeld() }
  }

  /// Messages come after what was written before them.
  func report(_ message: String) {
    try? end()
    screen.report(message)
  }

  func report(_ error: ErrorReport) {
    try? end()
    screen.report(error)
  }

  /// Ends an answer: what is held is shown, and the pager waited for.
  private func end() throws {
    defer { begin(nil, (0, 0)) }
    switch state {
    case .measuring: try writeHeld()
    case .paging(let pager, let command): try settle(pager, command)
    case .plain, .left: break
    }
  }

  /// Drops what is held of an answer that was cut off.
  private func discard() {
    if case .paging(let pager, _) = state { _ = pager.end() }
    begin(nil, (0, 0))
  }

  private func add(_ bytes: [UInt8], to measure: Measure) throws {
    var measure = measure
    measure.add(bytes)
    held += bytes
    state = .measuring(measure)
    guard !measure.fits else { return }
    if let pager = Pager(measure.command) {
      state = .paging(pager, command: measure.command)
      let all = held
      held = []
      try handOn(all, to: pager, measure.command)
    } else {
      state = .plain
      try writeHeld()
    }
  }

  /// More than a pipe buffers: once this much was written, a pager is reading.
  private static let mostHeld = 131_072

  private func handOn(_ bytes: [UInt8], to pager: Pager, _ command: String) throws {
    if !isTaken { held += bytes }
    guard bytes.withUnsafeBytes({ pager.write($0) }) else { return try settle(pager, command) }
    isTaken = isTaken || held.count >= Self.mostHeld
    if isTaken { held = [] }
  }

  /// Waits until the pager ends. Where it failed it has shown nothing, so everything is written
  /// plainly.
  private func settle(_ pager: Pager, _ command: String) throws {
    let isDone = pager.end()
    state = isDone ? .left : .plain
    guard !isDone else { return held = [] }
    screen.report("note: the pager `\(command)` failed; `.pager off` does without")
    try writeHeld()
  }

  private func writeHeld() throws {
    var output = OutputBuffer()
    output.append(held)
    held = []
    try screen.write(&output)
  }
}

extension Session.Outcome: Interruptible {
  var isInterrupted: Bool { self == .interrupted }
}

extension ExitStatus: Interruptible {
  var isInterrupted: Bool { self == .interrupted }
}

/// The number of screen rows that an answer takes so far.
private struct Measure {
  let command: String
  let size: (columns: Int, rows: Int)
  private var rows = 0

  init(command: String, size: (columns: Int, rows: Int)) {
    self.command = command
    self.size = size
  }

  /// Whether it fits above the next prompt.
  var fits: Bool { rows < size.rows }

  /// A line that is too long for the terminal goes on in further rows.
  mutating func add(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    rows += lines.dropLast().reduce(0) { $0 + 1 + max(0, columns(of: $1) - 1) / size.columns }
  }

  /// Characters of a line, without the sequences that style them, that say where they lead to or
  /// that fill the clipboard.
  private func columns(of line: ArraySlice<UInt8>) -> Int {
    var count = 0
    var place = line.startIndex
    while place < line.endIndex {
      let byte = line[place]
      place += 1
      if byte == 0x1B {
        place = end(ofSequenceAt: place, in: line)
      } else if byte & 0xC0 != 0x80, byte >= 0x20 {
        count += 1
      }
    }
    return count
  }

  /// After the byte that ends a sequence: a letter, or for `ESC ]` a bell or `ESC \`.
  private func end(ofSequenceAt start: Int, in line: ArraySlice<UInt8>) -> Int {
    let isCommand = start < line.endIndex && line[start] == UInt8(ascii: "]")
    let ends: (UInt8) -> Bool =
      isCommand ? { $0 == 0x07 || $0 == UInt8(ascii: "\\") } : { $0 == UInt8(ascii: "m") }
    return line[start...].firstIndex(where: ends).map { $0 + 1 } ?? line.endIndex
  }
}
