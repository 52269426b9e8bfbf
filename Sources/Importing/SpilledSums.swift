import Diagnostics

/// Sums put on disk because memory is bounded: a part of a file that one thread writes.
final class SpilledSums: SumsInGroups, @unchecked Sendable {
  private(set) var groups: [TimeGroup] = []
  private let file: ScratchFile
  private let keyCount: Int
  private let figureCount: Int

  /// Bytes of one sum: its numbers, its figures, their marks, filled up to whole words.
  private var recordSize: Int { (keyCount * 4 + figureCount * 9 + 7) / 8 * 8 }

  init(
    _ sums: CubeInGroups,
    keys: Int,
    figures: Int,
    in file: ScratchFile
  ) throws(FileMistake) {
    keyCount = keys
    figureCount = figures
    self.file = file
    do {
      try write(sums)
    } catch let mistake as FileMistake {
      throw mistake
    } catch {
      preconditionFailure("writing fails in a way of its own: \(error)")
    }
  }

  private func write(_ sums: CubeInGroups) throws {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 8)
    defer { buffer.deallocate() }
    buffer.initializeMemory(as: UInt8.self, repeating: 0)
    let first = file.size
    var (used, written) = (0, 0)
    func flush() throws {
      try file.append(UnsafeRawBufferPointer(rebasing: buffer[..<used]))
      written += used
      used = 0
    }
    for group in sums.groups {
      // In bytes: other parts of the file have records of their own.
      groups.append(
        TimeGroup(times: group.times, start: first + written + used, count: group.count)
      )
      try sums.read(group) { codes, sums, marks in
        if used + recordSize > buffer.count { try flush() }
        guard let record = buffer.baseAddress?.advanced(by: used) else { return }
        // Figures first, so that they are aligned.
        record.copyMemory(from: sums, byteCount: figureCount * 8)
        (record + figureCount * 8).copyMemory(from: codes, byteCount: keyCount * 4)
        (record + figureCount * 8 + keyCount * 4).copyMemory(from: marks, byteCount: figureCount)
        used += recordSize
      }
    }
    try flush()
  }

  func read(_ group: TimeGroup, _ body: SumBody) throws {
    let most = max(1, (1 << 18) / recordSize)
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: min(most, max(1, group.count)) * recordSize,
      alignment: 8
    )
    defer { buffer.deallocate() }
    var place = 0
    while place < group.count {
      let count = min(most, group.count - place)
      try file.read(
        into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<(count * recordSize)]),
        at: group.start + place * recordSize
      )
      for index in 0..<count {
        guard let record = buffer.baseAddress?.advanced(by: index * recordSize) else { return }
        try body(
          (record + figureCount * 8).assumingMemoryBound(to: UInt32.self),
          record.assumingMemoryBound(to: Int64.self),
          (record + figureCount * 8 + keyCount * 4).assumingMemoryBound(to: UInt8.self)
        )
      }
      place += count
    }
  }
}
