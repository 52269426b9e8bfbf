private import CDisk
import Diagnostics

#if canImport(Darwin)
  private import Darwin
#else
  private import Glibc
#endif

/// The log that SQLite keeps beside a file while it is changed.
/// https://www.sqlite.org/fileformat2.html#walformat
struct WriteAheadLog {
  /// Whether it holds a finished change, so that the file alone is not complete.
  let hasChanges: Bool

  init(of path: String) {
    let descriptor = open((path + "-wal").onDisk, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      // `false` where there is no log; `true` where it cannot be read, since it may hold a change.
      hasChanges = errno != ENOENT
      return
    }
    defer { close(descriptor) }
    guard let header = Self.read(Self.headerSize, at: 0, descriptor) else {
      hasChanges = false
      return
    }
    let pageSize = Self.number(header, at: 8)
    hasChanges = Self.hasChanges(salt: Array(header[16..<24]), pageSize, descriptor)
  }

  /// The last frame of a change tells how large the file is after it; frames of earlier logs have
  /// other salts.
  private static func hasChanges(salt: [UInt8], _ pageSize: Int, _ descriptor: Int32) -> Bool {
    var place = headerSize
    while let frame = read(frameHeaderSize, at: place, descriptor) {
      guard Array(frame[8..<16]) == salt else { return false }
      if number(frame, at: 4) != 0 { return true }
      place += frameHeaderSize + pageSize
    }
    return false
  }

  /// Writes the log of a file to the disk, step by step: each is short, so that it can be ended.
  static func synchronize(of path: String, watch: (Double) throws -> Void) throws {
    let descriptor = open((path + "-wal").onDisk, O_RDWR | O_CLOEXEC)
    // What cannot be synchronized here is by the commit, which tells what is wrong.
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let size = Int(lseek(descriptor, 0, SEEK_END))
    for place in stride(from: 0, to: size, by: step) {
      try watch(Double(place) / Double(size))
      tally_write_out(descriptor, Int64(place), Int64(min(step, size - place)))
    }
    try watch(1)
    _ = fsync(descriptor)
  }

  /// What a slow disk takes in some hundredths of a second.
  private static let step = 1 << 21

  private static let headerSize = 32
  private static let frameHeaderSize = 24

  private static func read(_ count: Int, at place: Int, _ descriptor: Int32) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    let found = bytes.withUnsafeMutableBytes {
      pread(descriptor, $0.baseAddress, count, off_t(place))
    }
    return found == count ? bytes : nil
  }

  private static func number(_ bytes: [UInt8], at place: Int) -> Int {
    bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}
