import Diagnostics
import Synchronization

/// Cuts a file into blocks of whole records, for several threads that each take the next one.
///
/// A line break inside quotes ends no record: whether one is inside is told by the number of quotes before it, which is
/// right wherever the file is well-formed. Where it is not, the first block with a slip refuses it.
final class BlockReader: @unchecked Sendable {
  private let file: SourceFile
  private let state: Mutex<State>

  private struct State {
    /// How far the file is read.
    var offset = 0
    /// The number of the first line behind the blocks given.
    var line = 1
    /// Read, but not given yet: the beginning of a record.
    var rest: [UInt8] = []
    var hasStopped = false
  }

  /// No record may be longer: what has no line break for so long is no table.
  static let longestRecord = 1 << 22

  /// Begins at a place in the file, which is the start of a line.
  init(_ file: SourceFile, from offset: Int, line: Int) {
    self.file = file
    state = Mutex(State(offset: offset, line: line))
  }

  /// How many bytes and lines were given to be read.
  var place: (bytes: Int, lines: Int) { state.withLock { ($0.offset, $0.line - 1) } }

  /// Gives no more blocks.
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
          "a record of more than \(Self.longestRecord >> 20) MiB begins here; is a quote not closed?"
        )
      }
      block.grow()
    }
  }
}

/// Bytes of whole records, with room behind them that may be read.
final class Block {
  private(set) var base: UnsafeMutablePointer<UInt8>
  private(set) var capacity: Int
  var count = 0
  /// The number of its first line, counted from 1.
  var firstLine = 1

  /// What may be read behind the end, so that eight bytes can be read at once.
  private static let margin = 64

  init(capacity: Int = 1 << 20) {
    self.capacity = capacity
    base = .allocate(capacity: capacity + Self.margin)
    base.initialize(repeating: 0, count: capacity + Self.margin)
  }

  deinit { base.deallocate() }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  var free: UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(start: base + count, count: capacity - count)
  }

  func copy(_ bytes: [UInt8]) {
    while bytes.count > capacity { grow() }
    bytes.withUnsafeBufferPointer { source in
      if let start = source.baseAddress { base.update(from: start, count: source.count) }
    }
  }

  func grow() {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2 + Self.margin)
    larger.initialize(repeating: 0, count: capacity * 2 + Self.margin)
    larger.update(from: base, count: count)
    base.deallocate()
    (base, capacity) = (larger, capacity * 2)
  }

  /// Closes the last line of a file that does not.
  func endLastLine() {
    guard count > 0, base[count - 1] != UInt8(ascii: "\n") else { return }
    base[count] = UInt8(ascii: "\n")
    count += 1
  }

  /// The index behind the last line break that ends a record.
  func endOfLastRecord() -> Int? {
    var isQuoted = number(of: UInt8(ascii: "\"")) % 2 == 1
    var index = count
    while index > 0 {
      index -= 1
      if base[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if base[index] == UInt8(ascii: "\n"), !isQuoted { return index + 1 }
    }
    return nil
  }

  var lineCount: Int { number(of: UInt8(ascii: "\n")) }

  /// How often a byte occurs, counted eight at a time: of each byte of a word that is zero after taking away the one
  /// looked for, the highest bit stays clear.
  private func number(of byte: UInt8) -> Int {
    let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
    let low: UInt64 = 0x7f7f_7f7f_7f7f_7f7f
    let bytes = UnsafeRawPointer(base)
    var (total, index) = (0, 0)
    while index + 8 <= count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) ^ pattern
      total += (~(((word & low) &+ low) | word | low)).nonzeroBitCount
      index += 8
    }
    while index < count {
      if base[index] == byte { total += 1 }
      index += 1
    }
    return total
  }
}
