import Diagnostics
import Synchronization

/// Cuts a file into blocks of whole records, for several threads that each take the next one.
///
/// A line break inside quotes does not end a record. Whether it is inside follows from the number
/// of quotes before it, which is right wherever the file is well-formed. Where it is not, the first
/// block with a mistake is refused.
final class BlockReader: @unchecked Sendable {
  private let file: SourceFile
  private let state: Mutex<State>

  private struct State {
    /// How far the file is read.
    var offset = 0
    /// The number of the first line after the blocks handed out.
    var line = 1
    /// Bytes read but not handed out yet: the beginning of a record.
    var rest: [UInt8] = []
    var hasStopped = false
  }

  /// The longest record; a file without a line break for longer is not a table.
  static let longestRecord = 1 << 22

  /// Begins at a place in the file, which is the start of a line.
  init(_ file: SourceFile, from offset: Int, line: Int) {
    self.file = file
    state = Mutex(State(offset: offset, line: line))
  }

  /// Numbers of bytes and lines handed out.
  var place: (bytes: Int, lines: Int) { state.withLock { ($0.offset, $0.line - 1) } }

  /// Makes the reader hand out no more blocks.
  func stop() { state.withLock { $0.hasStopped = true } }

  /// Fills a block with the next records; `false` when there are none.
  func next(_ block: Block) throws(FileMistake) -> Bool {
    let result: Result<Bool, FileMistake> = state.withLock { state in
      do throws(FileMistake) {
        return .success(try fill(block, &state))
      } catch {
        state.hasStopped = true
        return .failure(error)
      }
    }
    return try result.get()
  }

  private func fill(_ block: Block, _ state: inout State) throws(FileMistake) -> Bool {
    guard !state.hasStopped else { return false }
    block.firstLine = state.line
    block.count = state.rest.count
    block.copy(state.rest)
    state.rest.removeAll(keepingCapacity: true)
    while true {
      let wanted = block.capacity - block.count
      let count = try file.read(into: block.free, at: state.offset)
      state.offset += count
      block.count += count
      if count < wanted {
        state.hasStopped = true
        block.endLastLine()
        return block.count > 0
      }
      if let end = block.endOfLastRecord() {
        state.rest.append(contentsOf: block.bytes[end..<block.count])
        block.count = end
        state.line += block.lineCount
        return true
      }
      guard block.capacity < Self.longestRecord else {
        throw FileMistake(
          file.path,
          line: state.line,
          "a record of more than \(Self.longestRecord >> 20) MiB begins here; is a quote not closed?",
          try: [.line("sed -n '\(state.line)p' \(file.path.asShellWord) | head -c 400")]
        )
      }
      block.grow()
    }
  }
}
