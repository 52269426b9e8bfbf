import Diagnostics

#if canImport(Darwin)
  private import Darwin
#else
  private import Glibc
#endif

/// Sums put on disk because memory is bounded, in a file that no one else sees and that disappears
/// with the process, however the process ends.
final class SpilledSums: SumsInGroups, @unchecked Sendable {
  private(set) var groups: [TimeGroup] = []
  private let file: Int32
  private let keyCount: Int
  private let figureCount: Int
  private let folder: String

  /// Bytes of one sum: its numbers, its figures, their marks, filled up to whole words.
  private var recordSize: Int { (keyCount * 4 + figureCount * 9 + 7) / 8 * 8 }

  init(_ sums: CubeInGroups, keys: Int, figures: Int, folder: String) throws(FileMistake) {
    keyCount = keys
    figureCount = figures
    self.folder = folder
    var name = "\(folder)/import-XXXXXX".onDisk
    file = mkstemp(&name)
    guard file >= 0 else { throw Self.failure(folder) }
    unlink(name)
    do {
      try write(sums)
    } catch let mistake as FileMistake {
      close(file)
      throw mistake
    } catch {
      preconditionFailure("writing fails in a way of its own: \(error)")
    }
  }

  deinit { close(file) }

  private static func failure(_ folder: String) -> FileMistake {
    .unwritable(folder, String(cString: strerror(errno)))
  }

  private func write(_ sums: CubeInGroups) throws {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 8)
    defer { buffer.deallocate() }
    buffer.initializeMemory(as: UInt8.self, repeating: 0)
    var (used, offset) = (0, 0)
    func flush() throws {
      var written = 0
      while written < used {
        let count = pwrite(
          file,
          buffer.baseAddress?.advanced(by: written),
          used - written,
          off_t(offset + written)
        )
        guard count > 0 || errno == EINTR else { throw Self.failure(folder) }
        written += max(0, count)
      }
      offset += used
      used = 0
    }
    for group in sums.groups {
      groups.append(
        TimeGroup(times: group.times, start: (offset + used) / recordSize, count: group.count)
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
      byteCount: most * recordSize,
      alignment: 8
    )
    defer { buffer.deallocate() }
    var place = group.start
    let end = group.start + group.count
    while place < end {
      let count = min(most, end - place)
      try fill(buffer, from: place * recordSize, count * recordSize)
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

  private func fill(_ buffer: UnsafeMutableRawBufferPointer, from offset: Int, _ size: Int) throws {
    var count = 0
    while count < size {
      let result = pread(
        file,
        buffer.baseAddress?.advanced(by: count),
        size - count,
        off_t(offset + count)
      )
      guard result > 0 || result < 0 && errno == EINTR else { throw Self.failure(folder) }
      count += max(0, result)
    }
  }
}
